import { assess } from './assess.ts';
import type { Mind } from '../dialogs/mind.ts';
import type { Act } from './act.ts';

/** The act that a label of the reply model stands for. */
export function actOfReply(mind: Mind, label: string, text: string, now: Date, likeliest: readonly string[]): Act {
  switch (label) {
    case 'worked':
      return { kind: 'worked' };
    case 'not-worked':
      return { kind: 'not-worked' };
    case 'done-next':
      return { kind: 'done' };
    case 'cannot-do':
      return { kind: 'cannot' };
    case 'explain-more':
      return { kind: 'explain' };
    case 'want-human':
      return { kind: 'person' };
    case 'cancel':
      return { kind: 'cancel' };
    case 'restart':
      return { kind: 'restart' };
    case 'new-problem': {
      const assessment = assess(mind, text, now);
      return assessment.scope.outOfScope ? { kind: 'out-of-scope', assessment } : { kind: 'problem', assessment };
    }
    default:
      return { kind: 'unclear', likeliest };
  }
}

import type { Act } from '../understanding/act.ts';
import type { TurnDraft } from './draft.ts';
import { confirmCure } from './follow-up.ts';
import { proposeNext } from './next-step.ts';

/** After it worked. A fault that comes back makes that fix one that failed; the conversation resumes with all it knows. */
export function actWhenSolved(draft: TurnDraft, act: Act): boolean {
  const { phase } = draft.session;
  if (phase.name !== 'solved') return false;
  switch (act.kind) {
    case 'worked':
      confirmCure(draft);
      if (draft.isSilent) draft.text(draft.phrases.STILL_WORKS);
      return true;
    case 'yes':
    case 'done':
      draft.text(draft.phrases.STILL_WORKS);
      return true;
    case 'solved-otherwise':
      draft.text(draft.phrases.STILL_WORKS);
      return true;
    case 'came-back':
    case 'failed':
    case 'no':
      break;
    default:
      return false;
  }
  const steps = draft.session.steps.map((each) => (each.fix === phase.by && each.outcome === 'worked' ? { ...each, outcome: 'failed' as const } : each));
  draft.change({ steps, phase: { name: 'listening' } });
  draft.text(draft.phrases.CAME_BACK);
  if (draft.session.problem) proposeNext(draft);
  else draft.enter({ name: 'listening' });
  return true;
}

import { TurnDraft } from '../../dialogs/draft.ts';
import type { Mind } from '../../dialogs/mind.ts';
import { decide, openStep } from '../../dialogs/next-step.ts';
import { fixReply, questionReply } from '../../dialogs/present.ts';
import type { Session } from '../../dialogs/session.ts';
import type { Turn, TurnContext } from '../../dialogs/turn.ts';

/** A step or a question of the open problem, put before the person as the dialog does it, whatever the policy would do now. Throws where there is none. */
export function putOnTable(mind: Mind, context: TurnContext, session: Session | undefined, kind: string, id: string): Turn {
  const draft = session && new TurnDraft(mind, context, session);
  const decision = draft && decide(draft);
  const fix = kind === 'step' ? mind.graph.fixes.get(id) : undefined;
  const question = kind === 'question' ? mind.graph.questions.get(id) : undefined;
  if (!draft || !decision || (!fix && !question)) throw new Error(`"${kind} ${id}" is no step and no question, or no problem is open`);
  if (fix) {
    openStep(draft, fix, false);
    draft.say(fixReply(mind.graph, decision, fix, false, draft.session));
  } else if (question) {
    draft.enter({ name: 'asking', question: question.id });
    draft.say(questionReply(mind.graph, question, draft.session.step));
  }
  return draft.finish();
}

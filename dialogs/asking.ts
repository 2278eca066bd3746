import type { Act } from '../understanding/act.ts';
import { askBack } from './asking-back.ts';
import type { TurnDraft } from './draft.ts';
import { explanationOfQuestion } from './explaining.ts';
import { proposeNext } from './next-step.ts';
import { questionReply } from './present.ts';
import { remind } from './remind.ts';

/** Acts that put the question once more. */
const ASKS_AGAIN: ReadonlySet<Act['kind']> = new Set<Act['kind']>(['explain', 'why', 'continue', 'done', 'failed', 'partly', 'later', 'unclear', 'chat']);

/** Acts while a question is open. Findings were taken already. Returns false if this handler does not apply. */
export function actOnQuestion(draft: TurnDraft, act: Act): boolean {
  const { phase } = draft.session;
  if (phase.name !== 'asking') return false;
  // What came along has answered it: asking it again would be deaf.
  if (ASKS_AGAIN.has(act.kind) && draft.session.findings.some((each) => each.question === phase.question)) {
    proposeNext(draft);
    return true;
  }
  switch (act.kind) {
    case 'evidence':
      proposeNext(draft);
      return true;
    case 'dont-know':
    case 'cannot':
    case 'skip':
    case 'not-applicable':
      leaveOpen(draft, phase.question);
      proposeNext(draft);
      return true;
    case 'failed':
    case 'partly':
      draft.remark('not-yet');
      draft.text(draft.phrases.NOT_YET);
      askAgain(draft, phase.question);
      return true;
    case 'done':
      draft.remark('carried-out');
      draft.text(draft.phrases.DONE_PASTE);
      askAgain(draft, phase.question);
      return true;
    case 'later':
      draft.text(draft.phrases.TAKE_YOUR_TIME);
      return true;
    case 'yes':
    case 'no':
      // Questions of yes or no were answered before.
      askBack(draft, []);
      return true;
    case 'explain':
    case 'why':
      explain(draft, phase.question);
      return true;
    case 'safe':
      draft.remark('risk-told');
      draft.text(draft.phrases.ONLY_ASKING);
      remind(draft);
      return true;
    case 'continue':
      askAgain(draft, phase.question);
      return true;
    default:
      return false;
  }
}

function leaveOpen(draft: TurnDraft, question: string): void {
  const { unanswered } = draft.session;
  if (!unanswered.includes(question)) draft.change({ unanswered: [...unanswered, question] });
}

/** The question with its reason and its command, as it was asked. */
function askAgain(draft: TurnDraft, id: string): void {
  const question = draft.mind.graph.questions.get(id);
  if (question) draft.say(questionReply(draft.mind.graph, question, draft.session.step));
}

function explain(draft: TurnDraft, id: string): void {
  const question = draft.mind.graph.questions.get(id);
  if (!question) return;
  draft.remark('explained');
  const how = explanationOfQuestion(draft, question);
  draft.text([draft.phrases.WHY_I_ASK, ...how].join('\n\n'));
  askAgain(draft, id);
}

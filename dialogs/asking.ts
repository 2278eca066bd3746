import type { Act } from '../understanding/act.ts';
import { askBack } from './asking-back.ts';
import type { TurnDraft } from './draft.ts';
import { solved } from './fixing.ts';
import { explanationOfQuestion } from './explaining.ts';
import { decide, proposeNext } from './next-step.ts';
import { DONE_PASTE, NOT_YET, NOTED, WHY_I_ASK } from './phrases.ts';
import { questionReply } from './present.ts';

/** Acts while a question is on the table. Findings were taken already. Answers false when the act is none of its own. */
export function actOnQuestion(draft: TurnDraft, act: Act): boolean {
  const { phase } = draft.session;
  if (phase.name !== 'asking') return false;
  switch (act.kind) {
    case 'evidence':
      if (draft.isSilent) draft.text(NOTED);
      // An answer in doubtful words is an answer; the same question again would be nagging.
      if (draft.session.suggested?.some((each) => each.question === phase.question)) leaveOpen(draft, phase.question);
      proposeNext(draft);
      return true;
    case 'dont-know':
    case 'cannot':
    case 'skip':
      leaveOpen(draft, phase.question);
      proposeNext(draft);
      return true;
    case 'worked':
      solved(draft, undefined);
      return true;
    case 'not-worked':
      draft.remark('not-yet');
      draft.text(NOT_YET);
      askAgain(draft, phase.question);
      return true;
    case 'done':
      draft.remark('carried-out');
      draft.text(DONE_PASTE);
      askAgain(draft, phase.question);
      return true;
    case 'yes':
    case 'no':
      // No question of yes or no: those were answered before.
      askBack(draft, []);
      return true;
    case 'explain':
      explain(draft, phase.question);
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
  const decision = decide(draft);
  if (question && decision) draft.say(questionReply(draft.mind.graph, decision, question, draft.session.step));
}

function explain(draft: TurnDraft, id: string): void {
  const question = draft.mind.graph.questions.get(id);
  if (!question) return;
  draft.remark('explained');
  const how = explanationOfQuestion(draft, question);
  draft.text([WHY_I_ASK, ...how].join('\n\n'));
  askAgain(draft, id);
}

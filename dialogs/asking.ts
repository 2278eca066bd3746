import type { Act } from './act.ts';
import type { TurnDraft } from './draft.ts';
import { solved } from './fixing.ts';
import { NOTED } from './phrases.ts';
import { proposeNext } from './next-step.ts';

/** Acts while a question is on the table. Findings were taken already. Answers false when the act is none of its own. */
export function actOnQuestion(draft: TurnDraft, act: Act): boolean {
  const { phase } = draft.session;
  if (phase.name !== 'asking') return false;
  switch (act.kind) {
    case 'evidence':
      if (draft.isSilent) draft.text(NOTED);
      proposeNext(draft);
      return true;
    case 'dont-know':
    case 'cannot':
    case 'skip':
      draft.change({ unanswered: [...draft.session.unanswered, phase.question] });
      proposeNext(draft);
      return true;
    case 'worked':
      solved(draft, undefined);
      return true;
    case 'yes':
    case 'no':
      return answerYesNo(draft, phase.question, act.kind);
    default:
      return false;
  }
}

/** A bare "yes" answers a question that has exactly two answers, the first of them the affirmative. */
function answerYesNo(draft: TurnDraft, questionId: string, said: 'yes' | 'no'): boolean {
  const question = draft.mind.graph.questions.get(questionId);
  const affirmative = question?.answers[0]?.label.toLowerCase().startsWith('yes');
  const answer = question?.answers[said === 'yes' ? 0 : 1];
  if (!question || !answer || !affirmative || question.answers.length !== 2) return false;
  const finding = { question: question.id, answer: answer.id, basis: 'told' } as const;
  draft.change({ findings: [...draft.session.findings, finding] });
  proposeNext(draft);
  return true;
}

import type { DialogContext } from '../../../scripts/contract/context.ts';
import type { Assistant } from '../../../service/assistant.ts';
import { leadingYesNo, wholeMessage } from '../../../understanding/wordings.ts';
import type { Figure } from '../../bench.ts';
import { turnsOf } from '../in-dialog/turns.ts';
import { percentage } from '../metrics.ts';
import type { ChartAnswer } from './answers.ts';

/** Answers about other things than Remote Desktop, said to the chat while it asks a question of yes or no: nothing of ours is in them. */
export async function measureThroughChat(assistant: Assistant, answers: readonly ChartAnswer[]): Promise<readonly Figure[]> {
  const contexts = toldQuestions(assistant);
  const lines = answers.map(({ id, reply }, at) => ({ id, text: reply, context: contexts[at % contexts.length]! }));
  const turns = await turnsOf(assistant, lines);
  const isNoted = ({ id }: ChartAnswer): boolean => turns.get(id)?.took.some((token) => token.startsWith('evidence:')) ?? false;
  // "Yes, ..." answers the question that is open, whatever follows.
  const isPlain = ({ reply }: ChartAnswer): boolean => leadingYesNo(reply) !== undefined || wholeMessage(reply) !== undefined;
  const [plain, others] = [answers.filter(isPlain), answers.filter((each) => !isPlain(each))];
  return [
    percentage('through-chat/evidence-noted', answers.filter(isNoted).length, answers.length),
    percentage('through-chat/evidence-noted/yes-or-no-first', plain.filter(isNoted).length, plain.length),
    percentage('through-chat/evidence-noted/others', others.filter(isNoted).length, others.length),
    percentage('through-chat/asked-back', answers.filter(({ id }) => turns.get(id)?.asked).length, answers.length),
  ];
}

/** Every question of yes or no that a person can tell, with a problem that it bears on. */
function toldQuestions({ mind: { graph } }: Assistant): readonly DialogContext[] {
  return [...graph.questions.values()].flatMap(({ id, kind, polarity }) => {
    const problem = [...graph.problems.keys()].find((each) => graph.questionsFor(each).some((question) => question.id === id));
    const isTold = kind === 'told' && polarity?.yes !== undefined && polarity.no !== undefined;
    return isTold && problem !== undefined ? [{ problem, on_table: { question: id } }] : [];
  });
}

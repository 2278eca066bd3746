import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import { contentWords, wordsShared } from './content-words.ts';

/**
 * The answer that a text speaks of, by the words of its question and its statement. Pure.
 * @param answers what was heard so far, the last one first
 */
export function namedFinding(graph: KnowledgeGraph, problems: readonly string[], answers: readonly string[], text: string): string | undefined {
  const words = contentWords(text);
  const bearing = new Set(problems.flatMap((id) => graph.questionsFor(id).map((each) => each.id)));
  const scored = answers.map((answer) => {
    const known = graph.finding(answer);
    const shared = known ? wordsShared(words, `${known.answer.statement} ${known.answer.label} ${known.question.id.replaceAll('-', ' ')}`) : 0;
    // Of several questions about one fact the one that this problem is asked by.
    return { answer, score: known && bearing.has(known.question.id) ? shared + 0.5 * Number(shared > 0) : shared };
  });
  return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)[0]?.answer;
}

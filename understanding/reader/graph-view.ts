import type { Saying } from '../../knowledge/compiler/sayings.ts';
import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import { answerLabel } from './possible.ts';
import type { ReaderGraph } from './possible.ts';

/** What the reader needs of a graph. */
export function readerGraphOf(graph: KnowledgeGraph): ReaderGraph {
  return {
    questions: [...graph.questions.values()].map(({ id, answers, polarity }) => ({
      id,
      answers: answers.map((answer) => answer.id),
      ...(polarity && { polarity }),
    })),
    bearing: new Map([...graph.problems.keys()].map((problem) => [problem, new Set([...graph.questionsFor(problem), ...graph.heardFor(problem)].map(({ id }) => id))])),
  };
}

/** The voice of `buttonSayings`. */
export const BUTTON_VOICE = 'buttons';

/** What stands on the buttons, and the statement of each answer, as sayings: people type what they see. */
export function buttonSayings(graph: KnowledgeGraph): readonly Saying[] {
  return [...graph.questions.values()].flatMap(({ id: question, answers }) =>
    answers.flatMap(({ id, label, statement }) =>
      [label, statement]
        .filter((text) => !/^(?:yes|no)$/i.test(text))
        .map((text): Saying => ({
          text,
          label: answerLabel(id),
          question,
          voice: BUTTON_VOICE,
          language: graph.locale,
          source: `graph:${id}`,
        })),
    ),
  );
}

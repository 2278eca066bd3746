import type { Answer, KnowledgeGraph } from '../../knowledge/compiler/types.ts';

/** Ids of the graph with the words that stand for them, and what belongs to what. */
export function knowledgeNames(graph: KnowledgeGraph): object {
  const { questions, fixes, causes, problems } = graph;
  return {
    questions: named(questions, ({ prompt, answers }) => ({ title: prompt, answers: wordsOf(answers) })),
    fixes: named(fixes, ({ title, role, solves }) => ({ title, role, solves: [...solves.keys()] })),
    causes: named(causes, ({ title }) => title),
    problems: named(problems, ({ id, title, priors }) => ({
      title,
      causes: [...priors.keys()],
      fixes: graph.fixesFor(id).map((fix) => fix.id),
    })),
  };
}

function wordsOf(answers: readonly Answer[]): object {
  return Object.fromEntries(answers.map(({ id, label, statement }) => [id, { label, statement }]));
}

function named<T>(things: ReadonlyMap<string, T>, view: (thing: T) => unknown): Record<string, unknown> {
  return Object.fromEntries([...things].map(([id, thing]) => [id, view(thing)]));
}

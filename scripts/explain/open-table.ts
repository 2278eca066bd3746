import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import type { Table } from '../../understanding/table.ts';

/**
 * What is open while a text is explained: a question or a step of a problem, or nothing. Throws where the graph has no such
 * question or step.
 */
export function openTable(graph: KnowledgeGraph, open: { readonly problem?: string | undefined; readonly question?: string | undefined; readonly step?: string | undefined }): Table {
  const { question, step } = open;
  if (question !== undefined && !graph.questions.has(question)) throw new Error(`There is no question "${question}". \`npm run knowledge -- stats\` counts them, /knowledge lists them.`);
  if (step !== undefined && !graph.fixes.has(step)) throw new Error(`There is no step "${step}". /knowledge lists them.`);
  const fits = (id: string): boolean =>
    (question === undefined || graph.questionsFor(id).some((each) => each.id === question)) && (step === undefined || graph.fixesFor(id).some((each) => each.id === step));
  const isOpen = question !== undefined || step !== undefined;
  const problem = open.problem ?? (isOpen ? [...graph.problems.keys()].find(fits) : undefined);
  if (problem !== undefined && !graph.problems.has(problem)) throw new Error(`There is no problem "${problem}". A code and its extended code name one: 0x904/0x7.`);
  return {
    kind: question !== undefined ? 'question' : step !== undefined ? 'step' : 'listening',
    problems: problem === undefined ? [] : [problem],
    ...(question !== undefined && { question }),
    ...(step !== undefined && { step }),
    askedWhetherItWorks: false,
    isUnasked: false,
    explained: 0,
    options: [],
    shownGuesses: [],
    codes: [],
    findings: [],
    openSteps: [],
    triedSteps: [],
  };
}

import type { PopulationsRecord } from './schema.ts';
import { POPULATIONS, type KnowledgeGraph, type PopulationTable, type Problem, type Question } from './types.ts';

/** No population is ruled out by what an operator says of the others: a person's word must be able to bring it back. */
const LEAST_SHARE = 0.01;

export function populationTable({ shares, causes, tells }: PopulationsRecord): PopulationTable {
  return {
    shares,
    causes: new Map(Object.entries(causes)),
    tells: new Map(Object.entries(tells).map(([question, rows]) => [question, POPULATIONS.map((each) => rows[each])])),
  };
}

/**
 * A question that tells the population, with a row for each cause that the author gave none and that has populations of its own:
 * P(answer | cause) = sum over populations of P(population | cause) P(answer | population). The author's own rows stay,
 * so that one answer never counts twice.
 */
export function withDerivedRows(question: Question, table: PopulationTable): Question {
  const tells = table.tells.get(question.id);
  if (!tells) return question;
  const isDerived = (cause: string): boolean => question.derived?.has(cause) ?? !question.likelihood.has(cause);
  const derived = [...table.causes].filter(([cause]) => isDerived(cause));
  const rows = derived.map(([cause, shares]) => [cause, question.answers.map((_, answer) => dot(shares, tells.map((row) => row[answer] ?? 0)))] as const);
  return { ...question, likelihood: new Map([...question.likelihood, ...rows]), derived: new Set(derived.map(([cause]) => cause)) };
}

/**
 * The graph for people of whom an operator knows the populations. With s the operator's shares and b the graph's:
 * P(population | cause) becomes proportional to itself times s / b, and each prior is multiplied by the sum of that.
 * @param given population -> weight; those that are not named get what is left over for the unexpected
 */
export function inPopulations(graph: KnowledgeGraph, given: Readonly<Partial<Record<(typeof POPULATIONS)[number], number>>>): KnowledgeGraph {
  const table = graph.populations;
  if (!table) return graph;
  const total = POPULATIONS.reduce((sum, each) => sum + (given[each] ?? 0), 0);
  const shares = normalised(POPULATIONS.map((each) => Math.max(LEAST_SHARE, (given[each] ?? 0) / total)));
  const change = shares.map((share, at) => share / (table.shares[at] ?? 1));
  const weighed = (cause: string): readonly number[] => (table.causes.get(cause) ?? table.shares).map((share, at) => share * (change[at] ?? 1));
  const populations: PopulationTable = { ...table, shares, causes: new Map([...table.causes.keys()].map((cause) => [cause, normalised(weighed(cause))])) };
  const problems = new Map([...graph.problems].map(([id, problem]) => [id, reweighed(problem, (cause) => sumOf(weighed(cause)))]));
  const questions = new Map([...graph.questions].map(([id, question]) => [id, withDerivedRows(question, populations)]));
  const ours = (all: readonly Question[]): readonly Question[] => all.map((question) => questions.get(question.id) ?? question);
  return {
    ...graph,
    inLocale: (locale) => inPopulations(graph.inLocale(locale), given),
    populations,
    problems,
    questions,
    questionsFor: (problem) => ours(graph.questionsFor(problem)),
    heardFor: (problem) => ours(graph.heardFor(problem)),
    problemFor: (code, extended) => byId(problems, graph.problemFor(code, extended)),
    problemOf: (symptom) => byId(problems, graph.problemOf(symptom)),
  };
}

function reweighed(problem: Problem, factor: (cause: string) => number): Problem {
  const weights = [...problem.priors].map(([cause, prior]) => [cause, prior * factor(cause)] as const);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return { ...problem, priors: new Map(weights.map(([cause, weight]) => [cause, weight / total])) };
}

function byId(problems: ReadonlyMap<string, Problem>, problem: Problem | undefined): Problem | undefined {
  return problem && problems.get(problem.id);
}

function normalised(row: readonly number[]): number[] {
  const sum = sumOf(row);
  return row.map((each) => each / sum);
}

const sumOf = (row: readonly number[]): number => row.reduce((sum, each) => sum + each, 0);

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, each, at) => sum + each * (b[at] ?? 0), 0);

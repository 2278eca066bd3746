import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import { randomFrom } from '../../learning/simulation/random.ts';
import { normal } from './random.ts';

/** How a world differs from what the bot believes. */
export interface Perturbation {
  /** Log-normal noise on priors and answers, logit-normal on fixes and capabilities, half of it on minutes. */
  readonly sigma: number;
  /** Wrong answers, times. */
  readonly wrong?: number;
  /** Prior of the unknown cause, times. */
  readonly unknown?: number;
  /** Added to the logit of every fix. */
  readonly fixes?: number;
  /** Whether minutes are noisy too. */
  readonly minutes?: boolean;
}

/** A world of the same structure with other numbers. The bot is never shown it. */
export function perturbed(graph: KnowledgeGraph, seed: number, perturbation: Perturbation): KnowledgeGraph {
  const random = randomFrom(seed);
  const noise = (): number => perturbation.sigma * normal(random);
  const shifted = (p: number, by: number): number => logistic(logit(p) + by + noise());
  const fixes = mapValues(graph.fixes, (fix) => ({
    ...fix,
    minutes: perturbation.minutes === false ? fix.minutes : fix.minutes * Math.exp(0.5 * noise()),
    solves: mapValues(fix.solves, (p) => shifted(p, perturbation.fixes ?? 0)),
  }));
  const questions = mapValues(graph.questions, (question) => ({
    ...question,
    wrong: Math.min(0.3, question.wrong * (perturbation.wrong ?? 1)),
    likelihood: mapValues(question.likelihood, (row) => normalised(row.map((p) => Math.max(0.003, p) * Math.exp(noise())))),
  }));
  const problems = mapValues(graph.problems, (problem) => {
    const factor = (cause: string): number => (cause === 'unknown' ? (perturbation.unknown ?? 1) : 1);
    const weights = [...problem.priors].map(([cause, p]): [string, number] => [cause, p * Math.exp(noise()) * factor(cause)]);
    const sum = weights.reduce((total, [, weight]) => total + weight, 0);
    return { ...problem, priors: new Map(weights.map(([cause, weight]) => [cause, weight / sum])) };
  });
  const capabilities = mapValues(graph.capabilities, (capability) => ({ ...capability, prior: shifted(capability.prior, 0) }));
  return withParts(graph, { fixes, questions, problems, capabilities });
}

/** The same graph with other values under the same ids. */
export function withParts(graph: KnowledgeGraph, parts: Partial<Pick<KnowledgeGraph, 'fixes' | 'questions' | 'problems' | 'capabilities'>>): KnowledgeGraph {
  const fixes = parts.fixes ?? graph.fixes;
  const questions = parts.questions ?? graph.questions;
  return {
    ...graph,
    ...parts,
    fixesFor: (problem) => graph.fixesFor(problem).flatMap(({ id }) => fixes.get(id) ?? []),
    questionsFor: (problem) => graph.questionsFor(problem).flatMap(({ id }) => questions.get(id) ?? []),
    heardFor: (problem) => graph.heardFor(problem).flatMap(({ id }) => questions.get(id) ?? []),
    finding: (id) => graph.finding(id),
  };
}

function mapValues<K, V>(map: ReadonlyMap<K, V>, change: (value: V) => V): Map<K, V> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

function normalised(row: readonly number[]): number[] {
  const sum = row.reduce((total, p) => total + p, 0);
  return row.map((p) => p / sum);
}

function logit(p: number): number {
  const clamped = Math.min(0.995, Math.max(0.003, p));
  return Math.log(clamped / (1 - clamped));
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

import type { KnowledgeGraph, Problem } from '../knowledge/compiler/types.ts';
import type { CauseBelief } from '../troubleshooting/decision.ts';
import type { Ranked } from '../understanding/classifier/intent-classifier.ts';

/** Problem id -> weight; the weights sum to 1. */
export type ProblemBelief = Readonly<Record<string, number>>;

/** Problems that are held at once: more of them blur the questions. */
const MOST_PROBLEMS = 6;

/** A problem below this weight is out of the question. */
const LEAST = 0.03;

/** How much of a symptom's weight stays with the problem that stands for it; the rest goes to its siblings in equal parts. Judgement. */
const OWN = 0.6;

/** A code without its extended code names its problem this surely. Judgement. */
const CODE = 0.8;

/** A problem that is settled: its exact code was read, or it was chosen. Pure. */
export function settled(problem: string): ProblemBelief {
  return { [problem]: 1 };
}

/** What a code alone leaves open: its problem, and others with the same symptom. Pure. */
export function afterCode(graph: KnowledgeGraph, problem: Problem): ProblemBelief {
  return normalised([[problem.id, CODE], ...shared(siblingsOf(graph, problem), 1 - CODE)]);
}

/**
 * What words leave open: each symptom's own problem and its siblings, by the symptom's probability.
 * @param first the problem that leads
 */
export function afterWords(graph: KnowledgeGraph, first: Problem, symptoms: readonly Ranked[]): ProblemBelief {
  const weights = symptoms.flatMap(({ label, probability }): [string, number][] => {
    const own = label === first.symptom ? first : graph.problemOf(label);
    if (!own || probability < LEAST) return [];
    const siblings = siblingsOf(graph, own);
    return siblings.length === 0 ? [[own.id, probability]] : [[own.id, probability * OWN], ...shared(siblings, probability * (1 - OWN))];
  });
  return weights.length === 0 ? settled(first.id) : normalised([[first.id, LEAST], ...weights]);
}

function siblingsOf(graph: KnowledgeGraph, { id, symptom }: Problem): readonly string[] {
  return [...graph.problems.values()].filter((each) => each.symptom === symptom && each.id !== id).map((each) => each.id);
}

function shared(ids: readonly string[], weight: number): [string, number][] {
  return ids.map((id) => [id, weight / ids.length]);
}

/** The likeliest few, in hundredths, so that equal beliefs have equal keys. */
function normalised(weights: readonly (readonly [string, number])[]): ProblemBelief {
  const sums = new Map<string, number>();
  for (const [id, weight] of weights) sums.set(id, (sums.get(id) ?? 0) + weight);
  const all = [...sums.values()].reduce((sum, each) => sum + each, 0);
  const kept = [...sums].filter(([, weight]) => weight / all >= LEAST).sort((a, b) => b[1] - a[1]).slice(0, MOST_PROBLEMS);
  const total = kept.reduce((sum, [, weight]) => sum + weight, 0);
  return Object.fromEntries(kept.map(([id, weight]) => [id, Math.round((100 * weight) / total) / 100]));
}

/**
 * P(problem | evidence), likeliest first: with the posterior over causes of the union, P(e | cause) is proportional to
 * posterior / prior, so P(problem | e) ~ w sum over causes of P(cause | problem) posterior(cause) / prior(cause). Pure.
 */
export function problemPosterior(graph: KnowledgeGraph, belief: ProblemBelief, posterior: readonly CauseBelief[]): readonly { readonly problem: string; readonly probability: number }[] {
  const held = Object.entries(belief).flatMap(([id, weight]) => {
    const problem = graph.problems.get(id);
    return problem ? [{ problem, weight }] : [];
  });
  const prior = (cause: string): number => held.reduce((sum, { problem, weight }) => sum + weight * (problem.priors.get(cause) ?? 0), 0);
  const ratio = new Map(posterior.map(({ cause, probability }) => [cause, probability / Math.max(1e-9, prior(cause))]));
  const scores = held.map(({ problem, weight }) => ({
    problem: problem.id,
    score: weight * [...problem.priors].reduce((sum, [cause, p]) => sum + p * (ratio.get(cause) ?? 1), 0),
  }));
  const all = scores.reduce((sum, { score }) => sum + score, 0);
  return scores.map(({ problem, score }) => ({ problem, probability: score / all })).sort((a, b) => b.probability - a.probability);
}

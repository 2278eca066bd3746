import type { Fix, KnowledgeGraph, Problem, Question } from '../knowledge/compiler/types.ts';
import type { Scope } from './compile.ts';
import { byId } from './model.ts';
import type { LearnedParameters } from './parameters.ts';

/** Causes that are kept apart when the code is not known. */
export const MOST_CAUSES = 50;
/** Fixes for each of them; the rest of a cause's fixes waits until its problem is known. */
const FIXES_PER_CAUSE = 3;

/**
 * Several problems as one: P(cause) = sum over problems of P(problem) P(cause | problem). Causes beyond the likeliest
 * are added to `unknown`.
 */
export function unionScope(graph: KnowledgeGraph, weights: Readonly<Record<string, number>>, parameters?: LearnedParameters): Scope {
  const problems = [...graph.problems.values()].filter((problem) => (weights[problem.id] ?? 0) > 0).sort((a, b) => byId(a.id, b.id));
  if (problems.length === 0) throw new Error('A union needs at least one problem of the graph with a weight above 0.');
  const total = problems.reduce((sum, problem) => sum + weights[problem.id]!, 0);
  const shareOf = (problem: Problem): number => weights[problem.id]! / total;

  const priors = new Map<string, number>();
  for (const problem of problems) {
    for (const [cause, prior] of problem.priors) {
      const p = parameters?.priors[problem.id]?.[cause] ?? prior;
      priors.set(cause, (priors.get(cause) ?? 0) + shareOf(problem) * p);
    }
  }
  const problem = unionProblem(problems, keepLikeliest(priors), shareOf);
  const asked = questionsOf(problems.flatMap((each) => graph.questionsFor(each.id)), problem.priors);
  const heard = questionsOf(problems.flatMap((each) => graph.heardFor(each.id)), problem.priors).filter((each) => !asked.includes(each));
  return { problem, fixes: fixesOf(graph, problems, problem.priors), questions: asked, heard };
}

function keepLikeliest(priors: ReadonlyMap<string, number>): Map<string, number> {
  const ranked = [...priors].sort((a, b) => Number(b[0] === 'unknown') - Number(a[0] === 'unknown') || b[1] - a[1] || byId(a[0], b[0]));
  const kept = new Map(ranked.slice(0, MOST_CAUSES));
  const dropped = ranked.slice(MOST_CAUSES).reduce((sum, [, p]) => sum + p, 0);
  return kept.set('unknown', (kept.get('unknown') ?? 0) + dropped);
}

function unionProblem(problems: readonly Problem[], priors: ReadonlyMap<string, number>, shareOf: (problem: Problem) => number): Problem {
  const likeliest = [...problems].sort((a, b) => shareOf(b) - shareOf(a) || byId(a.id, b.id))[0]!;
  return {
    ...likeliest,
    id: problems.map((problem) => problem.id).join('|'),
    priors,
    escalationMinutes: problems.reduce((sum, problem) => sum + shareOf(problem) * problem.escalationMinutes, 0),
  };
}

/** The fixes that do most for a cause that is kept. */
function fixesOf(graph: KnowledgeGraph, problems: readonly Problem[], priors: ReadonlyMap<string, number>): Fix[] {
  const all = unique(problems.flatMap((problem) => graph.fixesFor(problem.id)));
  const kept = new Set<Fix>();
  for (const cause of priors.keys()) {
    const rate = (fix: Fix): number => (fix.solves.get(cause) ?? 0) / (fix.minutes + fix.retestMinutes + graph.turnMinutes);
    const helping = all.filter((fix) => fix.solves.has(cause)).sort((a, b) => rate(b) - rate(a) || byId(a.id, b.id));
    for (const fix of helping.slice(0, FIXES_PER_CAUSE)) kept.add(fix);
  }
  return [...kept];
}

function questionsOf(all: readonly Question[], priors: ReadonlyMap<string, number>): Question[] {
  return unique(all).filter((question) => [...question.likelihood.keys()].some((cause) => priors.has(cause)));
}

function unique<T extends { readonly id: string }>(things: readonly T[]): T[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()];
}

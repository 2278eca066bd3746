import type { Fix, KnowledgeGraph, Question, Role } from '../knowledge/compiler/types.ts';
import { reportedTable } from '../troubleshooting/compile-questions.ts';
import { byId, clampProbability } from '../troubleshooting/model.ts';

/**
 * Every number of the graph that can be learned, by id. Tables of fixes and answers are shared by all problems: a cause
 * behaves alike under every code. Only the priors belong to a problem.
 */
export interface Tables {
  /** Problem -> cause -> probability. */
  readonly priors: Map<string, Map<string, number>>;
  /** Fix -> cause -> P(it helps | cause, its family can help), listed causes only. */
  readonly chances: Map<string, Map<string, number>>;
  /** Family -> cause -> P(it can help at all). Fixes without a family have none. */
  readonly ceilings: Map<string, Map<string, number>>;
  /** Question -> cause -> P(each answer is reported | cause, it was answered). */
  readonly answers: Map<string, Map<string, number[]>>;
  readonly capabilities: Map<Role, number>;
}

/** The author's numbers. */
export function authored(graph: KnowledgeGraph): Tables {
  const causes = [...graph.causes.keys(), 'unknown'].sort(byId);
  const ceilings = authoredCeilings(graph);
  return {
    priors: new Map([...graph.problems.values()].map((problem) => [problem.id, new Map([...problem.priors].sort(byKey))])),
    chances: new Map(
      [...graph.fixes.values()].map((fix) => [
        fix.id,
        new Map([...fix.solves].sort(byKey).map(([cause, p]) => [cause, Math.min(1, clampProbability(p) / ceilingFor(ceilings, fix, cause))])),
      ]),
    ),
    ceilings,
    answers: new Map([...graph.questions.values()].map((question) => [question.id, authoredAnswers(question, causes)])),
    capabilities: new Map([...graph.capabilities.values()].map(({ role, prior }) => [role, prior])),
  };
}

export function ceilingFor(ceilings: Tables['ceilings'], fix: Fix, cause: string): number {
  return fix.family === undefined ? 1 : (ceilings.get(fix.family)?.get(cause) ?? 1);
}

function authoredCeilings(graph: KnowledgeGraph): Map<string, Map<string, number>> {
  const ceilings = new Map<string, Map<string, number>>();
  for (const [id, { correlation }] of graph.families) {
    if (!(correlation > 0)) continue;
    const best = new Map<string, number>();
    for (const fix of graph.fixes.values()) {
      if (fix.family !== id) continue;
      for (const [cause, p] of fix.solves) best.set(cause, Math.max(best.get(cause) ?? 0, clampProbability(p)));
    }
    ceilings.set(id, new Map([...best].sort(byKey).map(([cause, p]) => [cause, p + (1 - correlation) * (1 - p)])));
  }
  return ceilings;
}

function authoredAnswers(question: Question, causes: readonly string[]): Map<string, number[]> {
  const answers = question.answers.length;
  return new Map(
    causes.map((cause) => {
      const row = question.likelihood.get(cause) ?? question.otherwise;
      const sum = row.reduce((total, p) => total + p, 0);
      return [cause, [...reportedTable(Float64Array.from(row, (p) => p / sum), answers, question.wrong)]];
    }),
  );
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return byId(a[0], b[0]);
}

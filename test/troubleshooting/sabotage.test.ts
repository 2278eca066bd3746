import { beforeAll, describe, expect, it } from 'vitest';
import { ours } from '../../bench/policy/baselines.ts';
import { evaluate } from '../../bench/policy/evaluate.ts';
import { optimum } from '../../bench/policy/exact.ts';
import { graphOf, PROBLEM } from '../../bench/policy/graph-of.ts';
import { diagnosableGraph, mixedGraph } from '../../bench/policy/random-graphs.ts';
import { sabotaged } from './sabotaged.ts';
import { compile, scopeOf } from '../../troubleshooting/compile.ts';
import type { Policy } from '../../learning/simulation/people.ts';

/** What the policy has to keep on these graphs: cost over the exact optimum. */
const MEAN = 1.003;
const MAX = 1.03;

/** The first of the bench's frozen graphs, of both families. */
const models = Array.from({ length: 6 }, (_, index) => [mixedGraph(1000 + index), diagnosableGraph(1000 + index)])
  .flat()
  .map(({ spec }) => {
    const graph = graphOf(spec);
    return compile(graph, scopeOf(graph, PROBLEM));
  });

describe('a broken policy is found out on the frozen graphs', () => {
  let best: number[];
  beforeAll(() => {
    best = models.map((model) => optimum(model).minutes);
  }, 120_000);

  const ratiosOf = (policy: Policy): number[] => models.map((model, index) => evaluate(model, policy).minutes / best[index]!);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

  it('the policy itself keeps its bounds', () => {
    const ratios = ratiosOf(ours());
    expect(mean(ratios)).toBeLessThanOrEqual(MEAN);
    expect(Math.max(...ratios)).toBeLessThanOrEqual(MAX);
  });

  it.each(sabotaged())('one that %s does not', (_, policy) => {
    const ratios = ratiosOf(policy);
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(1 - 1e-9);
    // Not by a hair: three times as far from the optimum as is allowed.
    expect(mean(ratios) - 1).toBeGreaterThan(3 * (MEAN - 1));
    expect(Math.max(...ratios)).toBeGreaterThan(MAX);
  });
});

import type { Figure } from '../bench.ts';
import { compile, scopeOf } from '../../troubleshooting/compile.ts';
import { fixedOrder, fixedOrderWithStop, likeliestCauseFirst, nowOrNever, ours, ratioRule, ratioWithStop } from './baselines.ts';
import { evaluate } from './evaluate.ts';
import { optimum } from './exact.ts';
import { graphOf, PROBLEM } from './graph-of.ts';
import { randomFrom } from '../../learning/simulation/random.ts';
import { shuffled } from './random.ts';
import { diagnosableGraph, mixedGraph, type RandomGraph } from './random-graphs.ts';
import { interval, mean, summarise } from './statistics.ts';
import type { Policy } from '../../learning/simulation/people.ts';

/** First seed of both families; frozen, whatever the seed of the run. */
const FIRST_SEED = 1000;

/** Expected cost of each policy over that of the exact optimum, on random graphs; exact, no sampling. */
export function benchSmallGraphs(graphs: number): Figure[] {
  return [...family('mixed', mixedGraph, graphs), ...family('diagnosable', diagnosableGraph, graphs)];
}

function family(name: string, make: (seed: number) => RandomGraph, graphs: number): Figure[] {
  const ratios = new Map<string, number[]>();
  const savings = new Map<string, number[]>();
  const add = (table: Map<string, number[]>, key: string, value: number): void => {
    table.set(key, [...(table.get(key) ?? []), value]);
  };
  for (let index = 0; index < graphs; index++) {
    const { spec, fixedOrder: ids } = make(FIRST_SEED + index);
    const graph = graphOf(spec);
    const model = compile(graph, scopeOf(graph, PROBLEM));
    const order = ids.map((id) => model.fixIndex.get(id)!);
    const best = optimum(model).minutes;
    const random = randomFrom(FIRST_SEED + index + 99);
    const inRandomOrder = Array.from({ length: 10 }, () => evaluate(model, fixedOrder(shuffled(random, order))).minutes);
    const minutes: [string, number][] = [['random-order', mean(inRandomOrder)]];
    for (const [policy, rule] of policies(order)) minutes.push([policy, evaluate(model, rule).minutes]);
    const fixed = minutes.find(([policy]) => policy === 'fixed-order')![1];
    for (const [policy, value] of minutes) {
      add(ratios, policy, value / best);
      add(savings, policy, 1 - value / fixed);
    }
  }
  return [...ratios].flatMap(([policy, values]): Figure[] => {
    const { mean: average, p95, max } = summarise(values);
    const id = `${name}.${policy}`;
    return [
      { id: `${id}.ratio-mean`, value: average, unit: 'x optimum', n: graphs, ci: interval(values) },
      { id: `${id}.ratio-p95`, value: p95, unit: 'x optimum', n: graphs },
      { id: `${id}.ratio-max`, value: max, unit: 'x optimum', n: graphs },
      { id: `${id}.saving`, value: 100 * mean(savings.get(policy)!), unit: '% of fixed order', n: graphs },
    ];
  });
}

function policies(order: readonly number[]): [string, Policy][] {
  return [
    ['fixed-order', fixedOrder(order)],
    ['fixed-order-with-stop', fixedOrderWithStop(order)],
    ['likeliest-cause-first', likeliestCauseFirst],
    ['ratio', ratioRule()],
    ['ratio-best-prefix', ratioWithStop()],
    ['ask-now-or-never', nowOrNever()],
    ['ours', ours()],
  ];
}

import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import type { Figure } from '../bench.ts';
import { cloneState, initialState, normalise } from '../../troubleshooting/belief.ts';
import { compile, scopeOf, type Scope } from '../../troubleshooting/compile.ts';
import { DecisionMaker } from '../../troubleshooting/decide.ts';
import type { TroubleshootingModel } from '../../troubleshooting/model.ts';
import { unionScope } from '../../troubleshooting/union.ts';
import { graphOf, PROBLEM } from './graph-of.ts';
import { randomFrom } from '../../learning/simulation/random.ts';
import { largeGraph } from './random-graphs.ts';
import { summarise } from './statistics.ts';
import { outcomesOf } from './steps.ts';

/** Time of single decisions along conversations. CPU time, so that a busy machine does not count; wall time beside it. */
export function benchSpeed(graph: KnowledgeGraph, decisions: number): Figure[] {
  const of = (from: KnowledgeGraph, scope: Scope): TroubleshootingModel => compile(from, scope);
  const large = graphOf(largeGraph(3, { causes: 50, fixes: 80, questions: 40, capabilities: 3 }));
  const everywhere = Object.fromEntries([...graph.problems.keys()].map((id) => [id, 1]));
  const shipped = [...graph.problems.keys()].map((id) => of(graph, scopeOf(graph, id)));
  return [
    ...timed('speed.shipped-problems', shipped, decisions),
    ...timed('speed.socket-closed', [of(graph, scopeOf(graph, '0x904/0x7'))], decisions),
    ...timed('speed.50-80-40', [of(large, scopeOf(large, PROBLEM))], decisions),
    ...timed('speed.code-unknown', [of(graph, unionScope(graph, everywhere))], decisions),
    ...thousandCodes(decisions),
  ];
}

function thousandCodes(decisions: number): Figure[] {
  const start = process.cpuUsage();
  const models = Array.from({ length: 1000 }, (_, seed) => {
    const graph = graphOf(largeGraph(seed + 10, { causes: 9, fixes: 12, questions: 8, capabilities: 3 }));
    return compile(graph, scopeOf(graph, PROBLEM));
  });
  const compiling = process.cpuUsage(start).user / 1e6;
  return [
    { id: 'speed.thousand-codes.compile', value: compiling, unit: 'ms per code', n: 1000 },
    ...timed('speed.thousand-codes', models.filter((_, index) => index % 50 === 0), decisions),
  ];
}

function timed(id: string, models: readonly TroubleshootingModel[], decisions: number): Figure[] {
  const cpu: number[] = [];
  const wall: number[] = [];
  const makers = models.map((model) => new DecisionMaker(model));
  const random = randomFrom(1);
  // The first half warms the compiler up and is not counted.
  for (let round = 0; cpu.length < decisions * 2; round++) {
    const maker = makers[round % makers.length]!;
    let state = initialState(maker.model);
    for (let turn = 0; turn < 25; turn++) {
      normalise(maker.model, state.weights);
      const clock = performance.now();
      const used = process.cpuUsage();
      const { choice } = maker.decide(state).chosen;
      const { user, system } = process.cpuUsage(used);
      cpu.push((user + system) / 1000);
      wall.push(performance.now() - clock);
      if (choice.type === 'escalate') break;
      let left = random();
      const outcomes = outcomesOf(maker.model, state, choice);
      const outcome = outcomes.find(({ probability }) => (left -= probability) < 0) ?? outcomes[0]!;
      if (!outcome.apply) break;
      state = cloneState(state);
      outcome.apply(maker.model, state);
    }
  }
  const counted = summarise(cpu.slice(decisions));
  const clocked = summarise(wall.slice(decisions));
  const n = cpu.length - decisions;
  return [
    { id: `${id}.cpu-p50`, value: counted.p50, unit: 'ms', n },
    { id: `${id}.cpu-p95`, value: counted.p95, unit: 'ms', n },
    { id: `${id}.wall-p50`, value: clocked.p50, unit: 'ms', n },
    { id: `${id}.wall-p95`, value: clocked.p95, unit: 'ms', n },
  ];
}

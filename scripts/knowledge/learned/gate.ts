import type { WeightedProfile } from '../../../learning/counts.ts';
import { createFrozenBench } from '../../../learning/frozen-bench.ts';
import { numbersInUse, type Fitted } from '../../../learning/learned-numbers.ts';
import { withPins } from '../../../learning/pins.ts';
import { objections, type Objection } from '../../../learning/release-gate.ts';
import type { KnowledgeGraph } from '../../../knowledge/compiler/types.ts';
import type { Desk } from './desk.ts';

/** What speaks against using what was fitted in place of what is in use. */
export function objectionsTo({ graph, numbers }: Desk, fitted: Pick<Fitted, 'parameters'>, profiles: readonly WeightedProfile[]): Objection[] {
  const current = numbersInUse(graph, numbers).parameters;
  return objections({ graph, current, next: withPins(graph, fitted.parameters, numbers.pins), profiles, frozenMinutes: createFrozenBench(graph) });
}

export function counted(speaking: readonly Objection[]): string {
  return speaking.length === 1 ? 'one objection' : `${speaking.length} objections`;
}

export function objectionText(graph: KnowledgeGraph, objection: Objection): string {
  if (objection.kind === 'dearer') {
    const more = 100 * (objection.after / objection.before - 1);
    return `${objection.problem}: ${more.toFixed(1)} % dearer on the frozen bench (${objection.before.toFixed(1)} to ${objection.after.toFixed(1)} minutes)`;
  }
  const known = objection.findings.map((id) => graph.finding(id)?.answer.statement ?? id);
  const title = (id: string): string => graph.fixes.get(id)?.title ?? 'a person at once';
  return `${objection.problem}, ${known.length === 0 ? 'at the beginning' : `when ${known.join(' and ')}`}: "${title(objection.after)}" comes first instead of "${title(objection.before)}"`;
}

import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { Troubleshooter } from './decision.ts';

export interface OrderedFix {
  readonly id: string;
  /** P(it helps) at its place. */
  readonly probability: number;
  readonly handover: boolean;
}

/** The fixes in the order in which the assistant hands them out when no question is answered and none helps; then it calls a person. */
export function orderOfFixes(graph: KnowledgeGraph, troubleshooter: Troubleshooter): OrderedFix[] {
  const { problem } = troubleshooter;
  const unanswered = graph.questionsFor(problem).map((question) => question.id);
  const order: OrderedFix[] = [];
  for (let left = graph.fixesFor(problem).length; left > 0; left -= 1) {
    const { action, reasons } = troubleshooter.decide({
      findings: [],
      unanswered,
      failed: order.map((fix) => fix.id),
      skipped: [],
      capabilities: {},
    });
    if (action.type !== 'fix') break;
    order.push({ id: action.id, probability: reasons.probability ?? 0, handover: action.handover });
  }
  return order;
}

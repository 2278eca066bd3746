import { createTroubleshooter } from '../../diagnosis/troubleshooting/troubleshooter.ts';
import type { KnowledgeGraph, Problem } from '../../knowledge/types.ts';

export interface OrderedFix {
  readonly id: string;
  /** P(it helps) at its place. */
  readonly probability: number;
  readonly handover: boolean;
}

/** The fixes in the order in which the assistant hands them out when no question is answered and none helps; then it calls a person. */
export function fixOrder(graph: KnowledgeGraph, problem: Problem): OrderedFix[] {
  const troubleshooter = createTroubleshooter(graph, problem.id);
  const unanswered = graph.questionsFor(problem.id).map((question) => question.id);
  const order: OrderedFix[] = [];
  for (let left = graph.fixesFor(problem.id).length; left > 0; left -= 1) {
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

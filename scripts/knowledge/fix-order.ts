import { orderOfFixes, type OrderedFix } from '../../troubleshooting/fix-order.ts';
import { createTroubleshooter } from '../../troubleshooting/troubleshooter.ts';
import type { KnowledgeGraph, Problem } from '../../knowledge/compiler/types.ts';

/** The order of the authors' numbers; what was learned from outcomes is left out. */
export function fixOrder(graph: KnowledgeGraph, problem: Problem): OrderedFix[] {
  return orderOfFixes(graph, createTroubleshooter(graph, problem.id));
}

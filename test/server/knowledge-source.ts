import { createMind, type Learned } from '../../dialogs/create-mind.ts';
import { settled } from '../../dialogs/problem-belief.ts';
import { orderOfFixes } from '../../troubleshooting/fix-order.ts';
import type { LearnedParameters } from '../../troubleshooting/parameters.ts';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import type { KnowledgeSource } from '../../server/knowledge/source.ts';
import { SHIPPED_DIR } from '../knowledge/small-knowledge.ts';

function unasked(): never {
  throw new Error('a page asked a model');
}

/** The pages never ask them. */
const NO_MODELS: Learned = {
  classifier: { intent: unasked, symptom: unasked, scope: unasked },
  reader: { read: unasked },
};

/** The readers and the policy over a graph, as the service puts them together; `put` changes the graph under the running pages. */
export function knowledgeSource(first: KnowledgeGraph): KnowledgeSource & { put(graph: KnowledgeGraph, learned?: LearnedParameters): void } {
  let mind = createMind(first, NO_MODELS);
  return {
    graph: () => mind.graph,
    troubleshooter: (problem) => mind.troubleshooter(settled(problem)),
    learned: () => mind.learned,
    order: orderOfFixes,
    codesIn: (text) => mind.read(text, new Date(0)).codes,
    put(graph, learned) {
      mind = createMind(graph, NO_MODELS, learned);
    },
  };
}

export async function shippedGraph(): Promise<KnowledgeGraph> {
  const { graph, findings } = await loadKnowledge(SHIPPED_DIR);
  if (!graph) throw new Error(`the shipped knowledge has faults: ${findings.map(({ rule }) => rule).join(', ')}`);
  return graph;
}

import type { KnowledgeGraph } from '../knowledge/types.ts';
import type { IntentClassifier } from './classifier.ts';
import type { Troubleshooter } from './decision.ts';
import type { Mind } from './mind.ts';
import { read } from './read.ts';
import { createTroubleshooter } from './troubleshooting/troubleshooter.ts';

/** Everything that diagnosis stands on, over one state of knowledge. A troubleshooter is compiled when its problem first comes up. */
export function createMind(graph: KnowledgeGraph, classifier: IntentClassifier): Mind {
  const compiled = new Map<string, Troubleshooter>();
  return {
    graph,
    classifier,
    read: (text, now) => read(text, { now, graph }),
    troubleshooter(problem) {
      let found = compiled.get(problem);
      if (!found) {
        found = createTroubleshooter(graph, problem);
        compiled.set(problem, found);
      }
      return found;
    },
  };
}

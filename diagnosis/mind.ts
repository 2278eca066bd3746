import type { KnowledgeGraph } from '../knowledge/types.ts';
import type { IntentClassifier } from './classifier.ts';
import type { Troubleshooter } from './decision.ts';
import type { Reading } from './evidence.ts';

/** What diagnosis stands on: the graph, the readers, the learned model and the policy. Immutable. */
export interface Mind {
  readonly graph: KnowledgeGraph;
  readonly classifier: IntentClassifier;
  /** Pure; `now` is what dates in the text are compared with. */
  readonly read: (text: string, now: Date) => Reading;
  /** Compiled once a problem. */
  readonly troubleshooter: (problem: string) => Troubleshooter;
}

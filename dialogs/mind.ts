import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { IntentClassifier } from '../understanding/classifier/intent-classifier.ts';
import type { Troubleshooter } from '../troubleshooting/decision.ts';
import type { Reading } from '../reading/evidence.ts';
import type { LearnedParameters } from '../troubleshooting/parameters.ts';

/** What diagnosis stands on: the graph, the readers, the learned model and the policy. Immutable. */
export interface Mind {
  readonly graph: KnowledgeGraph;
  readonly classifier: IntentClassifier;
  /** Numbers in place of the author's. */
  readonly learned: LearnedParameters | undefined;
  /** Pure; `now` is what dates in the text are compared with, `asked` the question on the table. */
  readonly read: (text: string, now: Date, asked?: string) => Reading;
  /** Questions that bear on the problem; without one, those that so many problems share that they tell something of any. */
  readonly bearingOn: (problem: string | undefined) => ReadonlySet<string>;
  /** Compiled once a problem. */
  readonly troubleshooter: (problem: string) => Troubleshooter;
}

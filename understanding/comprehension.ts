import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { Reading } from '../reading/evidence.ts';
import type { IntentClassifier } from './classifier/intent-classifier.ts';
import type { Reader } from './reader/reader.ts';

/** What understanding stands on: the graph, the deterministic readers, and what was learned from sayings. Immutable. */
export interface Comprehension {
  readonly graph: KnowledgeGraph;
  readonly classifier: IntentClassifier;
  readonly reader: Reader;
  /** Pure; `now` is what dates in the text are compared with, `asked` the question that is open. */
  readonly read: (text: string, now: Date, asked?: string) => Reading;
  /**
   * Questions that bear on any of the problems; without one, those that so many problems share that they tell something of any.
   * Equal problems give the same set.
   */
  readonly bearingOn: (problems: readonly string[]) => ReadonlySet<string>;
  /** The same, and the questions about the setting (what is connected to what, from where), which people tell before anything is asked. */
  readonly tellable: (problems: readonly string[]) => ReadonlySet<string>;
}

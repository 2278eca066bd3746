import type { RecordKind } from './retention.ts';

/** One thing that is kept. */
export interface Held {
  /** Ids of the people it is about; empty where it does not say. */
  readonly people: readonly string[];
  readonly names?: readonly string[];
  /** Ids of conversations, escalations and cases, by which other records speak of the same. */
  readonly ids: readonly string[];
  /** Its text, where its shape is not known: a damaged file. */
  readonly text?: string;
  /** For an export. */
  content(): Promise<unknown>;
  /** Gone from the disk and from memory when it resolves; gone already is no error. */
  erase(): Promise<void>;
}

/** All of one sort that is kept. */
export interface Holding {
  /** As an export and a report name it. */
  readonly name: string;
  readonly kind: RecordKind;
  all(): AsyncIterable<Held>;
  /** Erases what was changed last before then and is over; resolves with how much. */
  prune(before: Date): Promise<number>;
}

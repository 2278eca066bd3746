/** What was read, and what it says about the graph's questions. */

/** Half-open range of UTF-16 units in the utterance as it was received. */
export type Span = readonly [start: number, end: number];

/** A code as it was written. `code` is lower-case hexadecimal without leading zeros. */
export interface CodeReading {
  readonly code: string;
  /** Number spaces that fit, likeliest first. */
  readonly spaces: readonly string[];
  readonly role: 'code' | 'extended';
  /** False when it had to be repaired (a letter O, a masked digit): ask "did you mean". */
  readonly certain: boolean;
  readonly span: Span;
  /** As it stood, where that is not `code`: a slip (`0x9004` for 0x904), a masked digit (`0x90x`), a constant's name. */
  readonly written?: string;
}

/** One fact that a reader took from the text, before the graph gives it a meaning. */
export interface Observation {
  readonly reader: string;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly span: Span;
}

/** An answer to a question of the graph. Belief depends only on the set of these. */
export interface Finding {
  readonly question: string;
  readonly answer: string;
  readonly basis: 'told' | 'measured';
}

/** A secret found in the text: what kind, and where; never its value. */
export interface SecretReading {
  readonly kind: string;
  readonly span: Span;
}

/** Everything that was read from one utterance. */
export interface Reading {
  readonly codes: readonly CodeReading[];
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
  /** Those of them that stand in what a tool or a log printed: measured, or told where the print is only a hint. */
  readonly printed: readonly Finding[];
  readonly secrets: readonly SecretReading[];
}

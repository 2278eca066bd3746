import type { Encoded, ReaderEncoder } from './encoder.ts';

/** The training lines themselves, to tell what a text is like. Similarity is the cosine of rarity-weighted words and runs. */
export class SayingsIndex {
  readonly texts: readonly string[];
  /** Group of each saying. */
  readonly groups: Uint16Array;
  /** Rows of saying s: `rows` from `starts[s]` to `starts[s + 1]`. */
  readonly starts: Uint32Array;
  readonly rows: Uint16Array | Uint32Array;
  readonly #encoder: ReaderEncoder;
  readonly #lengths: Float32Array;
  readonly #members: readonly (readonly number[])[];
  /** Value of each row in the text looked for; all 0 between calls. */
  readonly #wanted: Float32Array;

  constructor(
    texts: readonly string[],
    groups: Uint16Array,
    starts: Uint32Array,
    rows: Uint16Array | Uint32Array,
    encoder: ReaderEncoder,
  ) {
    this.texts = texts;
    this.groups = groups;
    this.starts = starts;
    this.rows = rows;
    this.#encoder = encoder;
    const members: number[][] = [];
    groups.forEach((group, saying) => (members[group] ??= []).push(saying));
    this.#members = members;
    this.#wanted = new Float32Array(encoder.features.size);
    this.#lengths = Float32Array.from(texts, (_, saying) => {
      let square = 0;
      for (let at = starts[saying]!; at < starts[saying + 1]!; at++) square += encoder.rarity(rows[at]!) ** 2;
      return Math.sqrt(square) || 1;
    });
  }

  static build(texts: readonly string[], groups: Uint16Array, encoded: readonly Encoded[], encoder: ReaderEncoder): SayingsIndex {
    const starts = new Uint32Array(texts.length + 1);
    encoded.forEach(({ wordRows }, saying) => (starts[saying + 1] = starts[saying]! + wordRows));
    const rows = encoder.features.size <= 0x10000 ? new Uint16Array(starts[texts.length]!) : new Uint32Array(starts[texts.length]!);
    encoded.forEach((each, saying) => rows.set(each.rows.subarray(0, each.wordRows), starts[saying]!));
    return new SayingsIndex(texts, groups, starts, rows, encoder);
  }

  /** The nearest saying of the groups; of equals the first. Similarity is 0 when no word is shared. */
  nearest({ rows, values, wordRows }: Encoded, groups: readonly number[]): { readonly saying: number; readonly similarity: number } {
    const wanted = this.#wanted;
    for (let at = 0; at < wordRows; at++) wanted[rows[at]!] = values[at]!;
    let saying = -1;
    let similarity = 0;
    for (const group of groups) {
      for (const member of this.#members[group] ?? []) {
        let product = 0;
        const end = this.starts[member + 1]!;
        for (let at = this.starts[member]!; at < end; at++) {
          const value = wanted[this.rows[at]!]!;
          if (value > 0) product += value * this.#encoder.rarity(this.rows[at]!);
        }
        product /= this.#lengths[member]!;
        if (product > similarity) {
          similarity = product;
          saying = member;
        }
      }
    }
    for (let at = 0; at < wordRows; at++) wanted[rows[at]!] = 0;
    return { saying, similarity };
  }
}

import type { WordTable } from '../classifier/word-table.ts';
import { FeatureTable } from './feature-table.ts';
import { hashesOf } from './features.ts';
import type { FeatureSettings, Hashes } from './features.ts';
import { wordsOf } from './words.ts';
import type { Words } from './words.ts';

/** A text as the network sees it. */
export interface Encoded {
  /** Rows of features and what each counts. The first `wordRows` are of words, the others of characters. */
  readonly rows: Uint32Array;
  readonly values: Float32Array;
  readonly wordRows: number;
  /** The words that a row comes from, one bit a word (of its place modulo 32). */
  readonly spans: Uint32Array;
  /** Meaning: the words that are not denied, then those that are. Of length 1, or all 0. */
  readonly meaning: Float32Array;
  /** Share of the words that training lines have. */
  readonly known: number;
  /** Words of the text. */
  readonly length: number;
  readonly asks: boolean;
}

const CHARACTER_WEIGHT = 0.7;
const MOST_LINES = 0xffff;

export class ReaderEncoder {
  readonly features: FeatureTable;
  readonly settings: FeatureSettings;
  readonly lines: number;
  readonly table: WordTable | undefined;
  readonly #places: ReadonlyMap<string, number>;

  constructor(features: FeatureTable, lines: number, settings: FeatureSettings, table?: WordTable) {
    this.features = features;
    this.lines = lines;
    this.settings = settings;
    this.table = table;
    this.#places = new Map(table?.words.map((word, place) => [word, place]));
  }

  /**
   * The encoder of texts, and the texts encoded.
   *
   * @param weights how much each text counts towards the fewest that a feature needs.
   */
  static fit(
    texts: readonly string[],
    settings: FeatureSettings,
    weights: readonly number[],
    table?: WordTable,
  ): { readonly encoder: ReaderEncoder; readonly encoded: readonly Encoded[] } {
    const split = texts.map((text) => {
      const words = wordsOf(text);
      return { words, hashes: hashesOf(words, settings) };
    });
    const counts = [new Map<number, number>(), new Map<number, number>()] as const;
    split.forEach(({ hashes }, at) => {
      for (const hash of new Set(hashes.words)) counts[0].set(hash, (counts[0].get(hash) ?? 0) + weights[at]!);
      for (const hash of new Set(hashes.characters)) counts[1].set(hash, (counts[1].get(hash) ?? 0) + weights[at]!);
    });
    const kept = new Map<number, number>();
    for (const [hash, count] of counts[0]) if (count >= settings.fewest) kept.set(hash, count);
    for (const [hash, count] of counts[1]) if (count >= settings.fewestCharacters) kept.set(hash, count);
    const hashes = Uint32Array.from(kept.keys()).sort();
    const frequencies = Uint16Array.from(hashes, (hash) => Math.min(MOST_LINES, kept.get(hash)!));
    const encoder = new ReaderEncoder(new FeatureTable(hashes, frequencies), texts.length, settings, table);
    return { encoder, encoded: split.map((each, at) => encoder.#encoded(texts[at]!, each.words, each.hashes)) };
  }

  get meanings(): number {
    return 2 * (this.table?.dimensions ?? 0);
  }

  rarity(row: number): number {
    return Math.log((1 + this.lines) / (1 + this.features.frequencies[row]!)) + 1;
  }

  encode(text: string): Encoded {
    const words = wordsOf(text);
    return this.#encoded(text, words, hashesOf(words, this.settings));
  }

  #encoded(text: string, words: Words, hashes: Hashes): Encoded {
    const rows: number[] = [];
    const values: number[] = [];
    const spans: number[] = [];
    this.#group(hashes.words, hashes.wordSpans, 1, rows, values, spans);
    const wordRows = rows.length;
    this.#group(hashes.characters, hashes.characterSpans, CHARACTER_WEIGHT, rows, values, spans);
    return {
      rows: Uint32Array.from(rows),
      values: Float32Array.from(values),
      wordRows,
      spans: Uint32Array.from(spans),
      meaning: this.#meaning(words),
      known: this.#known(words, hashes.words),
      length: words.words.length,
      asks: /\?\s*$/.test(text),
    };
  }

  /** Term frequency dampened, times rarity, scaled to the weight of the group. */
  #group(hashes: Uint32Array, made: Uint32Array, weight: number, rows: number[], values: number[], spans: number[]): void {
    const counts = new Map<number, number>();
    const common = new Map<number, number>();
    for (let at = 0; at < hashes.length; at++) {
      const row = this.features.rowOf(hashes[at]!);
      if (row < 0) continue;
      counts.set(row, (counts.get(row) ?? 0) + 1);
      common.set(row, (common.get(row) ?? -1) & made[at]!);
    }
    const from = rows.length;
    let square = 0;
    for (const [row, count] of counts) {
      const value = (1 + Math.log(count)) * this.rarity(row);
      rows.push(row);
      values.push(value);
      spans.push(common.get(row)!);
      square += value * value;
    }
    const scale = weight / (Math.sqrt(square) || 1);
    for (let at = from; at < values.length; at++) values[at]! *= scale;
  }

  #known({ stems }: Words, hashes: Uint32Array): number {
    if (stems.length === 0) return 0;
    let known = 0;
    for (const hash of hashes) if (this.features.rowOf(hash) >= 0) known++;
    return known / hashes.length;
  }

  #meaning({ words, denied }: Words): Float32Array {
    const sum = new Float32Array(this.meanings);
    const { table } = this;
    if (!table) return sum;
    const { dimensions, vectors } = table;
    words.forEach((word, at) => {
      const place = this.#places.get(word);
      if (place === undefined) return;
      const offset = denied[at] ? dimensions : 0;
      for (let each = 0; each < dimensions; each++) sum[offset + each]! += vectors[place * dimensions + each]!;
    });
    let square = 0;
    for (const value of sum) square += value * value;
    const scale = 1 / (Math.sqrt(square) || 1);
    return sum.map((value) => value * scale);
  }
}

import type { WordTable } from '../classifier/word-table.ts';
import { FeatureTable } from './feature-table.ts';
import { hashesOf } from './features.ts';
import type { FeatureSettings } from './features.ts';
import { wordsOf } from './words.ts';
import type { Words } from './words.ts';

/** A text as the network sees it. */
export interface Encoded {
  /** Rows of features and what each counts. The first `wordRows` are of words, the others of characters. */
  readonly rows: Uint32Array;
  readonly values: Float32Array;
  readonly wordRows: number;
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

  static fit(texts: readonly string[], settings: FeatureSettings, table?: WordTable): ReaderEncoder {
    const counts = [new Map<number, number>(), new Map<number, number>()] as const;
    for (const text of texts) {
      const { words, characters } = hashesOf(wordsOf(text), settings);
      for (const hash of new Set(words)) counts[0].set(hash, (counts[0].get(hash) ?? 0) + 1);
      for (const hash of new Set(characters)) counts[1].set(hash, (counts[1].get(hash) ?? 0) + 1);
    }
    const kept = new Map<number, number>();
    for (const [hash, count] of counts[0]) if (count >= settings.fewest) kept.set(hash, count);
    for (const [hash, count] of counts[1]) if (count >= settings.fewestCharacters) kept.set(hash, count);
    const hashes = Uint32Array.from(kept.keys()).sort();
    const frequencies = Uint16Array.from(hashes, (hash) => Math.min(MOST_LINES, kept.get(hash)!));
    return new ReaderEncoder(new FeatureTable(hashes, frequencies), texts.length, settings, table);
  }

  get meanings(): number {
    return 2 * (this.table?.dimensions ?? 0);
  }

  rarity(row: number): number {
    return Math.log((1 + this.lines) / (1 + this.features.frequencies[row]!)) + 1;
  }

  encode(text: string): Encoded {
    const words = wordsOf(text);
    const hashes = hashesOf(words, this.settings);
    const rows: number[] = [];
    const values: number[] = [];
    this.#group(hashes.words, 1, rows, values);
    const wordRows = rows.length;
    this.#group(hashes.characters, CHARACTER_WEIGHT, rows, values);
    return {
      rows: Uint32Array.from(rows),
      values: Float32Array.from(values),
      wordRows,
      meaning: this.#meaning(words),
      known: this.#known(words, hashes.words),
      length: words.words.length,
      asks: /\?\s*$/.test(text),
    };
  }

  /** Term frequency dampened, times rarity, scaled to the weight of the group. */
  #group(hashes: Uint32Array, weight: number, rows: number[], values: number[]): void {
    const counts = new Map<number, number>();
    for (const hash of hashes) {
      const row = this.features.rowOf(hash);
      if (row >= 0) counts.set(row, (counts.get(row) ?? 0) + 1);
    }
    const from = rows.length;
    let square = 0;
    for (const [row, count] of counts) {
      const value = (1 + Math.log(count)) * this.rarity(row);
      rows.push(row);
      values.push(value);
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

import { isCjk, stemOf } from './tokens.ts';
import type { WordTable } from './word-table.ts';

/** Indices ascend within nothing in particular and never repeat; `values` has length 1 as a vector. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

export interface FeatureOptions {
  /** Lengths of the n-grams inside a word padded with spaces. */
  readonly shortest: number;
  readonly longest: number;
  /** Texts that a feature must occur in. */
  readonly minTexts: number;
  /** Power of the inverse document frequency: 1 is plain TF-IDF, 0 leaves rarity out. */
  readonly rarityPower: number;
  /** Weight of each block after it was brought to length 1. */
  readonly words: number;
  readonly characters: number;
  readonly meanings: number;
}

export const FEATURE_DEFAULTS: FeatureOptions = {
  shortest: 2,
  longest: 5,
  minTexts: 1,
  rarityPower: 0.5,
  words: 1,
  characters: 0.8,
  meanings: 1.3,
};

/** Codes and masks are taken whole: a neighbour in spelling is no neighbour in meaning. */
const WHOLE = /^(?:0x[0-9a-f]+|\d+|<.*|[?!])$/;

/** Names of the word features of one token. */
function wordFeatures(token: string): readonly string[] {
  if (!isCjk(token)) return [`=${stemOf(token)}`];
  const characters = [...token];
  return characters.length === 1 ? [`=${token}`] : characters.slice(1).map((second, at) => `=${characters[at]!}${second}`);
}

/** Names of the character features of one token. */
function characterFeatures(token: string, options: FeatureOptions): readonly string[] {
  if (WHOLE.test(token)) return [];
  const names: string[] = [];
  if (isCjk(token)) {
    const characters = [...token];
    for (let length = 1; length <= 3; length++) {
      for (let at = 0; at + length <= characters.length; at++) names.push(`#${characters.slice(at, at + length).join('')}`);
    }
    return names;
  }
  const padded = ` ${token.slice(0, 40)} `;
  for (let length = options.shortest; length <= options.longest; length++) {
    if (padded.length <= length) {
      names.push(`#${padded}`);
      break;
    }
    for (let at = 0; at + length <= padded.length; at++) names.push(`#${padded.slice(at, at + length)}`);
  }
  return names;
}

function pairName(left: string, right: string): string {
  return `=${stemOf(left)} ${stemOf(right)}`;
}

interface TokenFeatures {
  readonly words: readonly number[];
  readonly characters: readonly number[];
  readonly all: readonly number[];
}

const REMEMBERED_TOKENS = 20_000;

/**
 * Turns tokens into numbers: TF-IDF of stems and pairs of stems, of n-grams inside words, and, where there is a
 * word table, the mean meaning of the words; each block of length 1 times its weight, then the whole.
 */
export class FeatureSpace {
  readonly dimensions: number;
  readonly options: FeatureOptions;
  readonly names: readonly string[];
  /** Training texts, and in how many of them each name occurs. */
  readonly texts: number;
  readonly frequencies: Uint32Array;
  /** Inverse document frequency of each name, to its power. */
  readonly rarity: Float32Array;
  readonly #ids: ReadonlyMap<string, number>;
  readonly #table: WordTable | undefined;
  readonly #remembered = new Map<string, TokenFeatures>();
  readonly #counts: Float64Array;

  constructor(
    names: readonly string[],
    frequencies: Uint32Array,
    texts: number,
    options: FeatureOptions,
    table?: WordTable,
  ) {
    this.names = names;
    this.texts = texts;
    this.frequencies = frequencies;
    this.rarity = Float32Array.from(frequencies, (count) => (Math.log((1 + texts) / (1 + count)) + 1) ** options.rarityPower);
    this.options = options;
    this.#table = table;
    this.#ids = new Map(names.map((name, id) => [name, id]));
    this.#counts = new Float64Array(names.length);
    this.dimensions = names.length + (options.meanings > 0 ? (table?.dimensions ?? 0) : 0);
  }

  static fit(texts: readonly (readonly string[])[], options: FeatureOptions, table?: WordTable): FeatureSpace {
    const frequency = new Map<string, number>();
    for (const tokens of texts) {
      const present = new Set<string>();
      tokens.forEach((token, at) => {
        for (const name of wordFeatures(token)) present.add(name);
        for (const name of characterFeatures(token, options)) present.add(name);
        if (at > 0) present.add(pairName(tokens[at - 1]!, token));
      });
      for (const name of present) frequency.set(name, (frequency.get(name) ?? 0) + 1);
    }
    const kept = [...frequency].filter(([, count]) => count >= options.minTexts);
    const names = kept.map(([name]) => name);
    const frequencies = Uint32Array.from(kept, ([, count]) => count);
    return new FeatureSpace(names, frequencies, texts.length, options, table);
  }

  /** Spelling alone: the word and the character block. */
  vector(tokens: readonly string[]): SparseVector {
    const wordIds: number[] = [];
    const characterIds: number[] = [];
    tokens.forEach((token, at) => {
      const own = this.#featuresOf(token);
      for (const id of own.words) wordIds.push(id);
      for (const id of own.characters) characterIds.push(id);
      const pair = at > 0 ? this.#ids.get(pairName(tokens[at - 1]!, token)) : undefined;
      if (pair !== undefined) wordIds.push(pair);
    });
    const indices: number[] = [];
    const values: number[] = [];
    this.#appendBlock(wordIds, this.options.words, indices, values);
    this.#appendBlock(characterIds, this.options.characters, indices, values);
    return { indices: Int32Array.from(indices), values: normalised(values) };
  }

  /** Spelling and meaning: the vector of the same tokens, joined by the mean of the word table. */
  withMeaning({ indices, values }: SparseVector, tokens: readonly string[]): SparseVector {
    const mean = this.options.meanings > 0 ? this.#table?.mean(tokens) : undefined;
    if (mean === undefined || indices.length === 0) return { indices, values };
    const { words, characters, meanings } = this.options;
    const spelling = Math.hypot(words, characters);
    const length = Math.hypot(spelling, meanings);
    const joined = new Float32Array(values.length + mean.length);
    joined.set(values.map((value) => (value * spelling) / length));
    joined.set(mean.map((value) => (value * meanings) / length), values.length);
    const places = new Int32Array(joined.length);
    places.set(indices);
    mean.forEach((_, at) => {
      places[indices.length + at] = this.names.length + at;
    });
    return { indices: places, values: joined };
  }

  /** Features of a token alone, to say how much it carried. */
  idsOf(token: string): readonly number[] {
    return this.#featuresOf(token).all;
  }

  /** Share of the word features that were seen in training, 0 to 1. */
  known(tokens: readonly string[]): number {
    let seen = 0;
    let all = 0;
    tokens.forEach((token, at) => {
      all += at > 0 ? 2 : 1;
      if (this.#featuresOf(token).words.length > 0) seen++;
      if (at > 0 && this.#ids.has(pairName(tokens[at - 1]!, token))) seen++;
    });
    return all === 0 ? 0 : seen / all;
  }

  #featuresOf(token: string): TokenFeatures {
    const remembered = this.#remembered.get(token);
    if (remembered !== undefined) return remembered;
    const found = (names: readonly string[]): number[] =>
      names.map((name) => this.#ids.get(name)).filter((id) => id !== undefined);
    const words = found(wordFeatures(token));
    const characters = found(characterFeatures(token, this.options));
    const own = { words, characters, all: [...words, ...characters] };
    if (this.#remembered.size >= REMEMBERED_TOKENS) this.#remembered.clear();
    this.#remembered.set(token, own);
    return own;
  }

  #appendBlock(ids: readonly number[], weight: number, indices: number[], values: number[]): void {
    const counts = this.#counts;
    const from = indices.length;
    for (const id of ids) {
      if (counts[id] === 0) indices.push(id);
      counts[id]!++;
    }
    let square = 0;
    for (let at = from; at < indices.length; at++) {
      const id = indices[at]!;
      const value = (1 + Math.log(counts[id]!)) * this.rarity[id]!;
      counts[id] = 0;
      square += value * value;
      values.push(value);
    }
    const factor = square > 0 ? weight / Math.sqrt(square) : 0;
    for (let at = from; at < values.length; at++) values[at]! *= factor;
  }
}

function normalised(values: readonly number[]): Float32Array {
  let square = 0;
  for (const value of values) square += value * value;
  const length = Math.sqrt(square) || 1;
  return Float32Array.from(values, (value) => value / length);
}

/** The form of `knowledge/utterances/words.en.json`. */
interface StoredTable {
  /** Commonest first, separated by spaces. */
  readonly words: string;
  /** Base64 of signed bytes, as many for each word. */
  readonly vectors: string;
}

/** Meanings of common words as short vectors: near words point the same way. Immutable. */
export interface WordTable {
  /** Commonest first. */
  readonly words: readonly string[];
  /** `dimensions` bytes a word. The length of a vector is the weight of its word. */
  readonly vectors: Int8Array;
  readonly dimensions: number;
  has(word: string): boolean;
  /** Weighted mean of the known words, of length 1; undefined when none is known. */
  mean(tokens: readonly string[]): Float32Array | undefined;
}

/** @param bytes the JSON that `bench/peers/word-table/build.mjs` writes. */
export function readWordTable(bytes: Uint8Array): WordTable {
  const { words, vectors } = JSON.parse(new TextDecoder().decode(bytes)) as StoredTable;
  return createWordTable(words.split(' '), Int8Array.from(Buffer.from(vectors, 'base64')));
}

export function createWordTable(words: readonly string[], vectors: Int8Array): WordTable {
  const places = new Map(words.map((word, place) => [word, place]));
  const dimensions = vectors.length / words.length;
  return {
    words,
    vectors,
    dimensions,
    has: (word) => places.has(word),
    mean(tokens) {
      const sum = new Float32Array(dimensions);
      for (const token of tokens) {
        const place = places.get(token);
        if (place === undefined) continue;
        for (let at = 0; at < dimensions; at++) sum[at]! += vectors[place * dimensions + at]!;
      }
      let square = 0;
      for (const value of sum) square += value * value;
      if (square === 0) return undefined;
      const length = Math.sqrt(square);
      return sum.map((value) => value / length);
    },
  };
}

export interface StoredTable {
  readonly dimensions: number;
  /** Commonest first, separated by spaces. */
  readonly words: string;
  /** Base64 of signed bytes, `dimensions` per word. The length of a vector is the weight of its word. */
  readonly vectors: string;
}

/** Meanings of common words as short vectors: near words point the same way. Immutable. */
export interface WordTable {
  /** What it was made from, to be put into a model. */
  readonly stored: StoredTable;
  readonly dimensions: number;
  has(word: string): boolean;
  /** Weighted mean of the known words, of length 1; undefined when none is known. */
  mean(tokens: readonly string[]): Float32Array | undefined;
}

/** @param bytes the JSON that `bench/peers/word-table/build.mjs` writes. */
export function readWordTable(bytes: Uint8Array): WordTable {
  return createWordTable(JSON.parse(new TextDecoder().decode(bytes)) as StoredTable);
}

export function createWordTable(stored: StoredTable): WordTable {
  const places = new Map(stored.words.split(' ').map((word, place) => [word, place]));
  const buffer = Buffer.from(stored.vectors, 'base64');
  const vectors = new Int8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  const { dimensions } = stored;
  return {
    stored,
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

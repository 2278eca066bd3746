import { FeatureSpace } from './features.ts';
import type { FeatureOptions, SparseVector } from './features.ts';
import { tokenize } from './tokens.ts';
import { TypoRepair, vocabularyOf } from './typo-repair.ts';
import type { WordTable } from './word-table.ts';

/** A text as the heads see it. */
export interface Encoded {
  readonly tokens: readonly string[];
  readonly vector: SparseVector;
}

/** Text to numbers, once for all heads: tokens, typo repair, features. */
export class Encoder {
  readonly space: FeatureSpace;
  /** Commonest first. */
  readonly words: readonly string[];
  readonly #repair: TypoRepair;

  constructor(space: FeatureSpace, words: readonly string[], table?: WordTable) {
    this.space = space;
    this.words = words;
    this.#repair = new TypoRepair(words, (word) => table?.has(word) ?? false);
  }

  static fit(texts: readonly string[], options: FeatureOptions, table?: WordTable): Encoder {
    const tokens = texts.map(tokenize);
    const semantic = options.meanings > 0 ? table : undefined;
    return new Encoder(FeatureSpace.fit(tokens, options, semantic), vocabularyOf(tokens), table);
  }

  encode(text: string): Encoded {
    const tokens = this.#repair.repair(tokenize(text));
    return { tokens, vector: this.space.vector(tokens) };
  }
}

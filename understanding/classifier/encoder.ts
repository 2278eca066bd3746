import { FeatureSpace } from './features.ts';
import type { FeatureOptions, SparseVector } from './features.ts';
import { tokenize } from './tokens.ts';
import { TypoRepair, vocabularyOf } from './typo-repair.ts';
import type { WordTable } from './word-table.ts';

/** A text as the heads see it. */
export interface Encoded {
  readonly tokens: readonly string[];
  /** Spelling alone: what a symptom and the scope are told by, where a name matters more than its neighbours. */
  readonly spelling: SparseVector;
  /** Spelling and meaning: small talk comes in ever other words. */
  readonly meaning: SparseVector;
}

/** Text to numbers, once for all heads: tokens, typo repair, features. */
export class Encoder {
  readonly space: FeatureSpace;
  /** Commonest first. */
  readonly words: readonly string[];
  readonly table: WordTable | undefined;
  readonly #repair: TypoRepair;

  constructor(space: FeatureSpace, words: readonly string[], table?: WordTable) {
    this.space = space;
    this.words = words;
    this.table = table;
    this.#repair = new TypoRepair(words, (word) => table?.has(word) ?? false);
  }

  static fit(texts: readonly string[], options: FeatureOptions, table?: WordTable): Encoder {
    const tokens = texts.map(tokenize);
    return new Encoder(FeatureSpace.fit(tokens, options, table), vocabularyOf(tokens), table);
  }

  encode(text: string): Encoded {
    const tokens = this.#repair.repair(tokenize(text));
    const spelling = this.space.vector(tokens);
    return { tokens, spelling, meaning: this.space.withMeaning(spelling, tokens) };
  }
}

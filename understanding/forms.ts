import type { WholeMessage } from './wordings.ts';

/** What the rules know of a language besides English, whose forms stand with the rules themselves. */
export interface LanguageForms {
  /** Whole messages of a few words. */
  readonly whole: Readonly<Partial<Record<WholeMessage, readonly string[]>>>;
  /** Words that deny; global. */
  readonly negation: RegExp;
  /** Where such a word denies nothing; global. */
  readonly idiom: RegExp;
  /** "I don't think that ...": the words that deny all that follows. */
  readonly denial: RegExp;
  /** Words of the grammar, which name nothing. */
  readonly grammar: RegExp;
  /** Words that a denial exchanges; global. */
  readonly polarWords: RegExp;
  /** Words that say the opposite of another, as that other with a negation. */
  readonly opposites: readonly (readonly [RegExp, string])[];
  /** A denial that leads. */
  readonly deniedWhole: RegExp;
  readonly mine: RegExp;
  readonly remote: RegExp;
  readonly cure: RegExp;
  /** Words of which some stand in whatever says that it works. */
  readonly cureWords: RegExp;
  readonly notQuite: RegExp;
  readonly failure: RegExp;
  /** Where "the same error" is a fact, and no outcome. */
  readonly aFact: RegExp;
  readonly uncertain: RegExp;
  /** In plain words: start over; send the report. */
  readonly restart: RegExp;
  readonly send: RegExp;
  readonly textToSend: RegExp;
  readonly news: RegExp;
  readonly refusal: RegExp;
}

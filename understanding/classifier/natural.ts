/**
 * The one door to natural. Its barrel costs seconds, reads `.env` and prints, and its named exports do not
 * exist at run time, so each module is required by its path and typed here.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface RegexpTokenizer {
  tokenize(text: string): string[] | null;
}

interface Stemmer {
  stem(word: string): string;
}

/** natural's Bayes classifier, seen through the counts that it keeps. */
export interface BayesCounts {
  /** Observations are token sets; the tokens are the values. */
  addExample(observation: Readonly<Record<string, string>>, label: string): void;
  /** Label -> token -> documents with it, plus `smoothing`. */
  readonly classFeatures: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Label -> documents, plus one. */
  readonly classTotals: Readonly<Record<string, number>>;
  readonly smoothing: number;
}

const { RegexpTokenizer } = require('natural/lib/natural/tokenizers/regexp_tokenizer.js') as {
  RegexpTokenizer: new (options: { pattern: RegExp; gaps: boolean }) => RegexpTokenizer;
};

const { DamerauLevenshteinDistance } = require('natural/lib/natural/distance/levenshtein_distance.js') as {
  DamerauLevenshteinDistance: (a: string, b: string, options: { restricted: boolean }) => number;
};

const STEMMERS = {
  en: require('natural/lib/natural/stemmers/porter_stemmer.js') as Stemmer,
  ru: require('natural/lib/natural/stemmers/porter_stemmer_ru.js') as Stemmer,
} as const;

export type StemmedLanguage = keyof typeof STEMMERS;

/** A tokenizer that answers every match of the pattern, in order. */
export function tokenizerOf(pattern: RegExp): (text: string) => readonly string[] {
  const tokenizer = new RegexpTokenizer({ pattern, gaps: false });
  return (text) => tokenizer.tokenize(text) ?? [];
}

export function stem(word: string, language: StemmedLanguage): string {
  return STEMMERS[language].stem(word);
}

/** Edits between two words: insertion, deletion, substitution, transposition of neighbours. */
export function editDistance(a: string, b: string): number {
  return DamerauLevenshteinDistance(a, b, { restricted: true });
}

/** Needed for training only, and loaded then. */
export function bayesCounts(): BayesCounts {
  const BayesClassifier = require('natural/lib/natural/classifiers/bayes_classifier.js') as new () => {
    readonly classifier: BayesCounts;
  };
  return new BayesClassifier().classifier;
}

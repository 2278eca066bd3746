import { LANGUAGE_WORDS, PROVES_NOTHING } from './language-words.ts';

/** Languages whose script tells them, the narrower first: Japanese is written with Chinese characters as well. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['uk', /[іїєґ]/giu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
];

interface Known {
  readonly telling: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

const WORDS: readonly (readonly [string, Known])[] = Object.entries(LANGUAGE_WORDS).map(([language, { telling, little }]) => {
  const proving = (words: string): string[] => words.split(' ').filter((word) => !PROVES_NOTHING.has(word));
  return [language, { telling: new Set(proving(telling)), all: new Set([...proving(telling), ...proving(little)]) }];
});

/** So short that one telling word is enough. */
const SHORT = 12;
/** Letters of a script that tell its language. */
const LETTERS = 2;

/** A language, and how many words, or letters of its script, speak for it. */
interface LanguageGuess {
  /** ISO 639-1. */
  readonly language: string;
  readonly evidence: number;
}

/**
 * The language of a text: by two letters of a script; by a telling word in a short text; or by two different words of the
 * language making up an eighth of all. Undefined where nothing tells it, or two languages as much as each other. Pure.
 */
export function languageOf(text: string): LanguageGuess | undefined {
  for (const [language, letters] of SCRIPTS) {
    const evidence = text.match(letters)?.length ?? 0;
    if (evidence >= LETTERS) return { language, evidence };
  }
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const [best, second] = WORDS.map(([language, known]) => ({ language, ...counted(words, known) }))
    .filter(({ isTold }) => isTold)
    .sort((a, b) => b.evidence - a.evidence || b.telling - a.telling);
  if (!best || (second && second.evidence === best.evidence && second.telling === best.telling)) return undefined;
  return { language: best.language, evidence: best.evidence };
}

function counted(words: readonly string[], { telling, all }: Known): { readonly evidence: number; readonly telling: number; readonly isTold: boolean } {
  const known = words.filter((word) => all.has(word));
  const tells = known.filter((word) => telling.has(word)).length;
  const isTold = (tells > 0 && words.length <= SHORT) || (new Set(known).size >= 2 && known.length >= words.length / 8);
  return { evidence: known.length, telling: tells, isTold };
}

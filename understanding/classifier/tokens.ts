import { stem, tokenizerOf } from './natural.ts';

/** Characters of a message that are looked at; the rest of a pasted log adds nothing to what it is about. */
const MAX_CHARACTERS = 4000;
/** Tokens of a message that are looked at. */
const MAX_TOKENS = 100;

/** Things whose value says nothing about the kind of trouble, only that they are there. Every quantifier is bounded. */
const MASKS: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/g, ' <guid> '],
  [/\bhttps?:\/\/\S{1,300}/g, ' <url> '],
  [/\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,100}/g, ' <email> '],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, ' <ip> '],
  [/\b\d{1,4}([-/.])\d{1,2}\1\d{1,4}\b/g, ' <date> '],
  [/\b\d{1,2}:\d{2}(?::\d{2})?\b/g, ' <time> '],
];

/** The frame of a dialog copied with Ctrl+C: labels without content. */
const DIALOG_FRAME = /^\s*(?:\[[^\]]{1,40}\]\s*)+$|^\s*[-=_*]{3,}\s*$/gm;

const HEX = /\b0x0*([0-9a-f]{1,16})\b/g;

const tokenizer = tokenizerOf(
  /<[a-z]+>|[\p{Script=Han}]+|[\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{L}\p{M}\p{N}_]+|[?!]/gu,
);

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const CYRILLIC = /^[\p{Script=Cyrillic}]+$/u;
const ACCENTED = /[\u00c0-\u024f]+/g;

/** Compatibility forms, case, apostrophes and the accents of Latin letters are levelled. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019`\u00b4]/g, "'")
    .replace(/\bcan't\b/g, 'can not')
    .replace(/n't\b/g, ' not')
    .replace(ACCENTED, (letters) => letters.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss'));
}

/** The first tokens of a message: words, codes in one spelling (`0x00000904` is `0x904`), masks, `?` and `!`. */
export function tokenize(text: string): readonly string[] {
  let levelled = normalise(text.slice(0, MAX_CHARACTERS)).replace(DIALOG_FRAME, ' ');
  for (const [pattern, mask] of MASKS) levelled = levelled.replace(pattern, mask);
  levelled = levelled.replace(HEX, ' <hex> 0x$1 ');
  return tokenizer(levelled).slice(0, MAX_TOKENS);
}

/** True for a run of Chinese or Japanese characters, which has no spaces to split at. */
export function isCjk(token: string): boolean {
  return CJK.test(token);
}

const REMEMBERED_STEMS = 20_000;
const stems = new Map<string, string>();

/** The stem by the script of the word: English rules for Latin letters, Russian for Cyrillic. */
export function stemOf(token: string): string {
  const remembered = stems.get(token);
  if (remembered !== undefined) return remembered;
  const plain = token.length < 3 || token.length > 40 || isCjk(token);
  const stemmed = plain ? token : stem(token, CYRILLIC.test(token) ? 'ru' : 'en');
  // A cache, not a state: stemming is slow and a word's stem never changes.
  if (stems.size >= REMEMBERED_STEMS) stems.clear();
  stems.set(token, stemmed);
  return stemmed;
}

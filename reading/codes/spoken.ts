import { bareNumber, firstMatches, type Candidate } from './candidates.ts';
import { ERROR_WORDS } from './labels.ts';

/** Digits as they are read out: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian. */
const DIGITS: readonly (readonly [digit: string, words: string])[] = [
  ['0', 'zero oh o nought null nul zéro cero ноль нуль'],
  ['1', 'one eins un uno um een één jeden один'],
  ['2', 'two zwei zwo deux dos due dois twee dwa два'],
  ['3', 'three drei trois tres tre três drie trzy три'],
  ['4', 'four vier quatre cuatro quattro quatro cztery четыре'],
  ['5', 'five fünf cinq cinco cinque vijf pięć пять'],
  ['6', 'six sechs seis sei zes sześć шесть'],
  ['7', 'seven sieben sept siete sette sete zeven siedem семь'],
  ['8', 'eight acht huit ocho otto oito osiem восемь'],
  ['9', 'nine neun neuf nueve nove negen dziewięć девять'],
];
/** In English also in pairs: `twenty-three oh eight`. */
const TENS: Readonly<Record<string, string>> = { ten: '10', eleven: '11', twelve: '12', twenty: '2', thirty: '3', forty: '4', fifty: '5' };
/** Hundreds that are one word, or the word of the digit joined to one of these. */
const HUNDREDS: Readonly<Record<string, string>> = {
  novecientos: '9', setecientos: '7', ochocientos: '8', quinientos: '5', doscientos: '2', novecentos: '9', setecentos: '7', oitocentos: '8', quinhentos: '5', duzentos: '2',
  novecento: '9', settecento: '7', ottocento: '8', cinquecento: '5', duecento: '2', dziewięćset: '9', siedemset: '7', osiemset: '8', pięćset: '5', dwieście: '2',
  девятьсот: '9', семьсот: '7', восемьсот: '8', пятьсот: '5', двести: '2',
};

const DIGIT_OF: ReadonlyMap<string, string> = new Map(DIGITS.flatMap(([digit, words]) => words.split(' ').map((word): [string, string] => [word, digit])));
const anyOf = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');
const WORD = anyOf(DIGIT_OF.keys());
const TEN = anyOf(Object.keys(TENS));
const LETTER = '[\\p{L}\\p{M}]';
const GAP = '[\\s,-]{1,2}';

/** `zero x`, `oh ex`, `null x`, `cero equis`: the prefix as it is said. */
const PREFIX = `(?:zero|oh|o|null|nul|zéro|cero|ноль)${GAP}(?:x|ex|iks|ix|equis|xis|ics|икс)${GAP}`;
const DIGIT_ROW = new RegExp(`(?<!${LETTER})(?:${PREFIX})?(?:(?:${TEN})${GAP})?(?:${WORD})(?:${GAP}(?:${WORD})){1,7}(?!${LETTER})`, 'gu');
const HUNDRED_ROW = new RegExp(
  `(?<!${LETTER})(?:(${WORD})${GAP}(?:thousand|tausend|mille|mil|duizend)${GAP})?(?:(${WORD})(?:${GAP})?(?:hundred|hundert|honderd|cents?)|(${anyOf(Object.keys(HUNDREDS))}))(?:${GAP})?(?:(?:and|und|e|et|en|y|oh|zero)${GAP}?)?(${WORD})(?!${LETTER})`,
  'gu',
);
/** Chinese and Japanese numerals, digit by digit. */
const NUMERALS = '〇零一二三四五六七八九';
const NUMERAL_ROW = /[〇零一二三四五六七八九]{3,4}/g;
/** What else is counted or dialled. */
const ANOTHER_NUMBER = /(?:event|port|room|phone|call|extension|version|build|raum|zimmer|telefon)\S{0,3} $/;
const OTHER_UNIT = /^ (?:dollars?|euros?|times|tries|seconds?|minutes?|people|users?|hours?|days?|mal|fois|veces)/;

/** "One hundred and four" counts things as a rule: it is a code behind such a word, or where hardly anything else is said. */
const SAYS_A_CODE = new RegExp(`(?:${ERROR_WORDS}|says?|said|shows?|reads?|number|meldet|zeigt|affiche|muestra|mostra)[^.!?]{0,24}$`);
const LONGEST_CALL = 40;

/** Whether the text may hold a number in words at all. */
export const mayBeSpoken = (lower: string): boolean => /oh|zero|nul|zéro|cero|zero|ноль|hund|hond|cent|cient|set |setk|ста |сот|nought|[〇零一二三四五六七八九]{3}/.test(lower);

/** `error nine oh four`, `zero ex nine zero four`, `nine hundred and four`: always to be confirmed. */
export function spokenCandidates(lower: string): Candidate[] {
  if (!mayBeSpoken(lower)) return [];
  const found: Candidate[] = [];
  const add = (match: RegExpExecArray, digits: string): void => {
    const end = match.index + match[0].length;
    if (ANOTHER_NUMBER.test(lower.slice(Math.max(0, match.index - 16), match.index)) || OTHER_UNIT.test(lower.slice(end, end + 12))) return;
    const bare = bareNumber(digits, { label: 'code', aboutRdp: true });
    if (bare !== undefined) found.push({ start: match.index, end, ...bare, certain: false });
  };
  for (const match of firstMatches(lower, HUNDRED_ROW)) {
    if (lower.length > LONGEST_CALL && !SAYS_A_CODE.test(lower.slice(Math.max(0, match.index - 32), match.index))) continue;
    const hundreds = DIGIT_OF.get(match[2] ?? '') ?? HUNDREDS[match[3] ?? ''] ?? '';
    add(match, `${DIGIT_OF.get(match[1] ?? '') ?? ''}${hundreds}0${DIGIT_OF.get(match[4] ?? '') ?? ''}`);
  }
  for (const match of firstMatches(lower, DIGIT_ROW)) {
    const words = match[0].replace(SPOKEN_PREFIX, '').split(/[\s,-]+/);
    const digits = words.map((word) => DIGIT_OF.get(word) ?? TENS[word] ?? '').join('');
    if (digits.length >= 3) add(match, digits);
  }
  for (const match of firstMatches(lower, NUMERAL_ROW)) {
    const digits = Array.from(match[0], (character) => (character === '零' ? '0' : String(NUMERALS.replace('零', '').indexOf(character)))).join('');
    add(match, digits);
  }
  return found;
}

const SPOKEN_PREFIX = new RegExp(`^${PREFIX}`, 'u');

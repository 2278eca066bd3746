import { bareNumber, type Candidate } from './candidates.ts';

const DIGIT_WORDS: Readonly<Record<string, string>> = {
  zero: '0', oh: '0', o: '0', nought: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9',
  null: '0', eins: '1', zwei: '2', drei: '3', vier: '4', fünf: '5', sechs: '6', sieben: '7', acht: '8', neun: '9',
  zéro: '0', un: '1', deux: '2', trois: '3', quatre: '4', cinq: '5', sept: '7', huit: '8', neuf: '9',
  cero: '0', uno: '1', dos: '2', tres: '3', cuatro: '4', cinco: '5', siete: '7', ocho: '8', nueve: '9',
};
const WORD = Object.keys(DIGIT_WORDS).sort((a, b) => b.length - a.length).join('|');
const HINT = /(?:oh|zero|null|zéro|cero|hundred|nought)/;
const SPOKEN = new RegExp(`(?<![a-zà-ÿ])(?:${WORD})(?:[\\s,-]{1,2}(?:${WORD})){2,5}(?![a-zà-ÿ])`, 'g');
const PREFIX = /^(?:zero|oh|o|null|zéro|cero)[\s,-]{1,2}x[\s,-]{1,2}/;
const PREFIXED = new RegExp(`(?<![a-zà-ÿ])(?:zero|oh|o|null|zéro|cero)[\\s,-]{1,2}(?:x|ex)[\\s,-]{1,2}(?:${WORD})(?:[\\s,-]{1,2}(?:${WORD})){0,5}(?![a-zà-ÿ])`, 'g');

/** `error nine oh four`, `zero x nine zero four`: always to be confirmed, except a decimal code. */
export function spokenCandidates(lower: string): Candidate[] {
  if (!HINT.test(lower)) return [];
  const found: Candidate[] = [];
  for (const pattern of [PREFIXED, SPOKEN]) {
    for (const match of lower.matchAll(pattern)) {
      const words = match[0].replace(PREFIX, '').replace(/^(?:zero|oh|o|null|zéro|cero)[\s,-]{1,2}ex[\s,-]{1,2}/, '').split(/[\s,-]+/);
      const digits = words.map((word) => DIGIT_WORDS[word] ?? '').join('');
      const bare = bareNumber(digits, { label: 'code', aboutRdp: true });
      if (bare !== undefined) found.push({ start: match.index, end: match.index + match[0].length, ...bare, certain: false });
    }
  }
  return found;
}

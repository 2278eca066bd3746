/** A part of a message that says one thing, with its place in the message. */
export interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** More clauses than this are a story: its sentences are read, not their parts. */
const MOST = 6;

/** Where one sentence ends. */
export const SENTENCE = /[.!?;]+(?=\s|$)|\n+|\s[-–—]+\s/gu;

/** Where one clause ends and another begins. */
const BOUNDARY =
  /[.!?;]+(?=\s|$)|\n+|\s[-–—]+\s|,?\s+(?=(?:but|however|though|although|whereas|because|since then|while|by the way|btw|plus|aber|allerdings|mais|pero|mas|però|ma|maar|ale|но)\s)|,\s+|\s+and\s+(?=(?:now|i|it|also|then|can|get|give|please|the|my|we|they|nobody|everybody)\b)/giu;

const LEADING = /^(?:(?:but|however|though|although|whereas|because|and|so|then|also|by the way|btw|plus|well|oh|ok so|aber|allerdings|mais|pero|mas|però|ma|maar|ale|но|und|et|y)[\s,]+)+/iu;

/** A text without the words at its start that join it to what stood before. Pure. */
export const withoutJoining = (text: string): string => text.replace(LEADING, '');

const ONLY_JOINING = /^(?:and|but|so|then|also|or|plus|und|et|y)$/iu;

/** The clauses of a text in order, without the words that join them; its sentences where it has many. Pure. */
export function clausesOf(text: string): readonly Clause[] {
  const clauses = split(text, BOUNDARY);
  return clauses.length <= MOST ? clauses : split(text, SENTENCE);
}

function split(text: string, boundary: RegExp): readonly Clause[] {
  const clauses: Clause[] = [];
  const add = (from: number, to: number): void => {
    const part = text.slice(from, to);
    const lead = /^\s*/.exec(part)?.[0].length ?? 0;
    const joining = LEADING.exec(part.slice(lead))?.[0].length ?? 0;
    const start = from + lead + joining;
    // The mark that ends a question belongs to it.
    const end = text.charAt(to) === '?' ? to + 1 : to;
    const clause = text.slice(start, end).trim();
    if (/[\p{L}\p{N}]|\p{Extended_Pictographic}/u.test(clause) && !ONLY_JOINING.test(clause)) clauses.push({ text: clause, start, end });
  };
  let from = 0;
  for (const match of text.matchAll(boundary)) {
    add(from, match.index);
    from = match.index + match[0].length;
  }
  add(from, text.length);
  return clauses;
}

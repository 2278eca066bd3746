/** Longer texts are stories or pastes: they are read as a whole. */
const LONGEST = 400;
const MOST = 6;

/** Tool output and code: no clause of a person's. */
const OUTPUT = /^\s*\S.{0,40}\s:\s|[{}=|\\]|^\s*(?:PS [A-Z]:|[A-Z]:\\|\$ )/;

const BOUNDARY =
  /[.!?;]+(?=\s|$)|\n+|\s[-–—]\s|,?\s+(?=(?:but|however|though|although|whereas|by the way|btw|plus|aber|allerdings|mais|pero|mas|però|ma|maar|ale|но)\s)|,\s+(?=(?:and|now|also|then|so|it|i|my|can|could|please|where|what|how|und|jetzt|et|y|e|en|i|a)\s)|,\s+|\s+and\s+(?=(?:now|i|it|also|then|can|get|give|please)\b)/giu;

const LEADING = /^(?:(?:but|however|though|although|whereas|and|so|then|also|by the way|btw|plus|well|oh|ok so|aber|allerdings|mais|pero|mas|però|ma|maar|ale|но|und|et|y)[\s,]+)+/iu;

/** Joins, and says nothing. */
const JOINING = /^(?:and|but|so|then|also|however|though|although|plus|well|oh|aber|und|et|mais|pero|y|e|mas|ma|maar|en|ale|i|но|и)$/iu;

/** The clauses of a message in order, without the words that join them; one for a text that has no parts. Pure. */
export function clausesOf(text: string): readonly string[] {
  if (text.length > LONGEST) return [text];
  const clauses = text
    .split(BOUNDARY)
    .map((clause) => clause.trim().replace(LEADING, '').trim())
    .filter((clause) => /\p{L}/u.test(clause) && !JOINING.test(clause) && !OUTPUT.test(clause));
  return clauses.length > 0 && clauses.length <= MOST ? clauses : [text];
}

/** Whether a text holds a line that a person wrote, beside what a tool printed. Pure. */
export function hasProse(text: string): boolean {
  return text.split('\n').some((line) => !OUTPUT.test(line) && (line.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3);
}

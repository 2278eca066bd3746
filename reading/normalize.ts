/**
 * One spelling for what is typed in many: full-width characters become ASCII, typographic quotes, dashes
 * and spaces become plain ones, the multiplication sign becomes `x`. Every character keeps its place,
 * so that a span in the result is the same span in the text.
 */
export function normalize(text: string): string {
  return SPECIAL.test(text) ? text.replace(EACH_SPECIAL, plain) : text;
}

/** Characters without width that chats and Windows put between others: joiners, marks of direction, soft hyphens. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const EACH_INVISIBLE = new RegExp(INVISIBLE.source, 'g');

interface VisibleText {
  readonly text: string;
  /** A place in `text` as a place in the text as received. */
  placeOf(at: number): number;
}

/** The text as it looks: a thumbprint that begins with a mark of direction, a date with one in front of each number. */
export function withoutInvisible(received: string): VisibleText {
  if (!INVISIBLE.test(received)) return { text: received, placeOf: (at) => at };
  const places: number[] = [];
  for (let at = 0; at < received.length; at += 1) {
    if (!INVISIBLE.test(received.charAt(at))) places.push(at);
  }
  return { text: received.replace(EACH_INVISIBLE, ''), placeOf: (at) => places[at] ?? received.length };
}

/** Lower case without moving a character (`İ` would become two). */
export function lowerInPlace(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from({ length: text.length }, (_, at) => {
    const one = text.charAt(at).toLowerCase();
    return one.length === 1 ? one : text.charAt(at);
  }).join('');
}

const CLASS = '[\\u00a0\\u00d7\\u2000-\\u200d\\u2010-\\u2015\\u2018-\\u201f\\u2028\\u2029\\u202f\\u2032\\u2033\\u2212\\u3000\\u3001\\u3002\\ufeff\\uff01-\\uff5e\\uff61]';
const SPECIAL = new RegExp(CLASS);
const EACH_SPECIAL = new RegExp(CLASS, 'g');

const PLAIN: Readonly<Record<string, string>> = {
  '\u00d7': 'x',
  '\u2018': "'", '\u2019': "'", '\u201a': "'", '\u201b': "'", '\u2032': "'",
  '\u201c': '"', '\u201d': '"', '\u201e': '"', '\u201f': '"', '\u2033': '"',
  '\u2028': '\n', '\u2029': '\n',
  '\u2212': '-',
  '\u3001': ',', '\u3002': '.', '\uff61': '.',
};

function plain(character: string): string {
  const known = PLAIN[character];
  if (known !== undefined) return known;
  const unit = character.charCodeAt(0);
  if (unit >= 0xff01 && unit <= 0xff5e) return String.fromCharCode(unit - 0xfee0);
  if (unit >= 0x2010 && unit <= 0x2015) return '-';
  return ' ';
}

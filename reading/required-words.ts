/** Too short a word is in every text. */
const SHORTEST = 2;

/**
 * Words of which every match of the pattern contains at least one; undefined where the pattern names none.
 * Reads the syntax that the statement rules use: alternatives, groups, classes, escapes, quantifiers, look-around.
 */
export function requiredWords({ source }: RegExp): readonly string[] | undefined {
  const { words } = alternatives(source, 0);
  return words !== undefined && words.every((word) => word.length >= SHORTEST) ? [...new Set(words)] : undefined;
}

interface Part {
  readonly words: readonly string[] | undefined;
  readonly end: number;
}

function alternatives(source: string, start: number): Part {
  const all: string[] = [];
  let complete = true;
  let at = start;
  for (;;) {
    const { words, end } = sequence(source, at);
    if (words === undefined) complete = false;
    else all.push(...words);
    if (source[end] !== '|') return { words: complete ? all : undefined, end };
    at = end + 1;
  }
}

/** The part of a sequence that tells most: its longest word, or a group whose every alternative has one. */
function sequence(source: string, start: number): Part {
  let best: readonly string[] | undefined;
  let run = '';
  const consider = (words: readonly string[] | undefined): void => {
    if (words !== undefined && words.length > 0 && worth(words) > worth(best)) best = words;
  };
  const flush = (): void => {
    if (run !== '') consider([run]);
    run = '';
  };
  let at = start;
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const atom = readAtom(source, at);
    const { optional, end } = readQuantifier(source, atom.end);
    if (atom.literal !== undefined && !optional) run += atom.literal;
    if (atom.literal === undefined || end > atom.end) flush();
    if (!optional) consider(atom.words);
    at = end;
  }
  flush();
  return { words: best, end: at };
}

/** Length tells, up to a point; few words tell more than many. */
function worth(words: readonly string[] | undefined): number {
  if (words === undefined) return -Infinity;
  return Math.min(6, ...words.map((word) => word.length)) * 100 - words.length;
}

interface Atom {
  readonly literal?: string;
  readonly words?: readonly string[] | undefined;
  readonly end: number;
}

function readAtom(source: string, at: number): Atom {
  const character = source.charAt(at);
  if (character === '(') {
    const lookAround = /^\(\?(?:<?[=!])/.test(source.slice(at, at + 4));
    const inside = alternatives(source, at + (/^\(\?(?:[:=!]|<[=!]|<\w+>)/.exec(source.slice(at, at + 40))?.[0].length ?? 1));
    return { words: lookAround ? undefined : inside.words, end: inside.end + 1 };
  }
  if (character === '[') {
    let end = at + 1;
    while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
    return { end: end + 1 };
  }
  if (character === '\\') {
    const escaped = source.charAt(at + 1);
    return /[a-zA-Z0-9]/.test(escaped) ? { end: at + 2 } : { literal: escaped, end: at + 2 };
  }
  return /[.^$]/.test(character) ? { end: at + 1 } : { literal: character, end: at + 1 };
}

function readQuantifier(source: string, at: number): { readonly optional: boolean; readonly end: number } {
  const match = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(source.slice(at, at + 16));
  if (match === null) return { optional: false, end: at };
  return { optional: match[0].startsWith('?') || match[0].startsWith('*') || match[1] === '0', end: at + match[0].length };
}

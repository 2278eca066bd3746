import { isCjk, stemOf, tokenize } from '../classifier/tokens.ts';

const NEGATIONS: ReadonlySet<string> = new Set(
  'not no never nobody none nothing neither nor without hardly nope nowhere'.split(' '),
);
/** A negation reaches this many words, or up to the next clause. */
const REACH = 4;
const CLAUSE_STARTS: ReadonlySet<string> = new Set(['but', 'and', 'or', '?', '!']);

/** Verbs that people contract without an apostrophe. */
const CONTRACTED = /^(do|does|did|is|was|are|were|has|have|had|would|could|should|need)nt$/;
/** A map, since a text may hold the word "constructor". */
const WRITTEN_OUT: ReadonlyMap<string, readonly string[]> = new Map([
  ['cannot', ['can', 'not']],
  ['cant', ['can', 'not']],
  ['wont', ['will', 'not']],
  ['wo', ['will']],
  ['aint', ['is', 'not']],
  ['im', ['i', 'm']],
  ['ive', ['i', 've']],
  ['dunno', ['do', 'not', 'know']],
  ['everyone', ['everybody']],
  ['anyone', ['anybody']],
  ['someone', ['somebody']],
  ['noone', ['nobody']],
]);

/** The words of a text in the three forms that features are made of. */
export interface Words {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** True where a negation before the word reaches it. */
  readonly denied: readonly boolean[];
}

function writtenOut(tokens: readonly string[]): string[] {
  const words: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const contracted = CONTRACTED.exec(token);
    // No spaces to split at: characters stand for words, and their runs for longer ones.
    if (isCjk(token)) words.push(...token);
    else if (contracted) words.push(contracted[1]!, 'not');
    else if (token === 'no' && tokens[at + 1] === 'one') {
      words.push('nobody');
      at++;
    } else if (token === 'wi' && tokens[at + 1] === 'fi') {
      words.push('wifi');
      at++;
    } else words.push(...(WRITTEN_OUT.get(token) ?? [token]));
  }
  return words;
}

export function wordsOf(text: string): Words {
  const words = writtenOut(tokenize(text));
  const stems = words.map(stemOf);
  let left = 0;
  const denied = words.map((word) => {
    if (NEGATIONS.has(word)) {
      left = REACH;
      return false;
    }
    if (CLAUSE_STARTS.has(word)) left = 0;
    return left-- > 0;
  });
  return { words, stems, denied };
}

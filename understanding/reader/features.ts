import type { Words } from './words.ts';

export interface FeatureSettings {
  /** Longest run of stems that is a feature. */
  readonly runs: number;
  /** Character n-grams inside a word, from and to. */
  readonly characters: readonly [number, number];
  /** Fewer sayings than this have it: no feature. */
  readonly fewest: number;
  /** The same for character n-grams. */
  readonly fewestCharacters: number;
}

/** Texts of so few words are a feature as a whole. */
const SHORT = 4;

const PRIME = 0x01000193;
const SEED = { stem: 0x811c9dc5, denied: 0x2f0b4a67, character: 0x5bd1e995, whole: 0x1b873593, digits: 0x3c6ef372, last: 0x7ed55d16, skip: 0x165667b1 };

function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash ^ (hash >>> 15);
}

function joined(left: number, right: number): number {
  return Math.imul(Math.imul(left, 0x85ebca6b) ^ (right + 0x9e3779b9), 0xc2b2ae35) ^ (left >>> 13);
}

/** Features of one text as hashes: words apart from characters, since each group is scaled to a length of its own. */
export interface Hashes {
  readonly words: Uint32Array;
  readonly characters: Uint32Array;
  /** The words that each is made of, one bit a word (of its place modulo 32). */
  readonly wordSpans: Uint32Array;
  readonly characterSpans: Uint32Array;
}

export function hashesOf({ words, stems, denied }: Words, { runs, characters: [from, to] }: FeatureSettings): Hashes {
  const own = stems.map((stem) => hashOf(stem, SEED.stem));
  const found: number[] = [];
  const spans: number[] = [];
  const put = (hash: number, span: number): void => {
    found.push(hash);
    spans.push(span);
  };
  for (let at = 0; at < own.length; at++) {
    let span = 1 << (at & 31);
    put(own[at]!, span);
    if (/^\d/.test(stems[at]!)) put(hashOf(String(stems[at]!.length), SEED.digits), span);
    if (denied[at]) put(joined(own[at]!, SEED.denied), span);
    let run = own[at]!;
    for (let back = 1; back < runs && back <= at + 1; back++) {
      run = joined(run, at - back < 0 ? SEED.last : own[at - back]!);
      if (at >= back) span |= 1 << ((at - back) & 31);
      put(run, span);
    }
  }
  const last = own.length - 1;
  if (last >= 0) put(joined(own[last]!, SEED.last), 1 << (last & 31));
  if (last >= 0 && last < SHORT) put(own.reduce(joined, SEED.whole), (1 << own.length) - 1);
  const characters: number[] = [];
  const characterSpans: number[] = [];
  words.forEach((word, place) => {
    const framed = `<${word}>`;
    for (let start = 0; start < framed.length; start++) {
      let hash = SEED.character;
      const end = Math.min(framed.length, start + to);
      for (let at = start; at < end; at++) {
        hash = Math.imul(hash ^ framed.charCodeAt(at), PRIME);
        if (at - start + 1 < from) continue;
        characters.push(hash ^ (hash >>> 15));
        characterSpans.push(1 << (place & 31));
      }
    }
  });
  return {
    words: Uint32Array.from(found),
    characters: Uint32Array.from(characters),
    wordSpans: Uint32Array.from(spans),
    characterSpans: Uint32Array.from(characterSpans),
  };
}

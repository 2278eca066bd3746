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
}

export function hashesOf({ words, stems, denied }: Words, { runs, characters: [from, to] }: FeatureSettings): Hashes {
  const own = stems.map((stem) => hashOf(stem, SEED.stem));
  const found: number[] = [];
  for (let at = 0; at < own.length; at++) {
    found.push(own[at]!);
    if (/^\d/.test(stems[at]!)) found.push(hashOf(String(stems[at]!.length), SEED.digits));
    if (denied[at]) found.push(joined(own[at]!, SEED.denied));
    let run = own[at]!;
    for (let back = 1; back < runs && back <= at + 1; back++) {
      run = joined(run, at - back < 0 ? SEED.last : own[at - back]!);
      found.push(run);
    }
  }
  if (own.length > 0) found.push(joined(own[own.length - 1]!, SEED.last));
  if (own.length > 0 && own.length <= 4) found.push(own.reduce(joined, SEED.whole));
  const characters: number[] = [];
  for (const word of words) {
    const framed = `<${word}>`;
    for (let start = 0; start < framed.length; start++) {
      let hash = SEED.character;
      const end = Math.min(framed.length, start + to);
      for (let at = start; at < end; at++) {
        hash = Math.imul(hash ^ framed.charCodeAt(at), PRIME);
        if (at - start + 1 >= from) characters.push(hash ^ (hash >>> 15));
      }
    }
  }
  return { words: Uint32Array.from(found), characters: Uint32Array.from(characters) };
}

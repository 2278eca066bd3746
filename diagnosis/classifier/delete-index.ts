/** Words this long may differ by two letters; shorter ones by one. */
const TWO_EDITS_FROM = 8;

export function editsAllowed(length: number): number {
  return length >= TWO_EDITS_FROM ? 2 : 1;
}

/** FNV-1a over the letters of a word, leaving out two positions (-1 for none). */
function hashWithout(word: string, first: number, second: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    if (at === first || at === second) continue;
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Hashes of the word with up to the allowed number of letters left out. */
function* deletions(word: string): Generator<number> {
  yield hashWithout(word, -1, -1);
  for (let first = 0; first < word.length; first++) {
    yield hashWithout(word, first, -1);
    if (editsAllowed(word.length) < 2) continue;
    for (let second = first + 1; second < word.length; second++) yield hashWithout(word, first, second);
  }
}

/**
 * Finds words that share a deletion with a misspelt one (Garbe's symmetric delete index), by hash: candidates,
 * to be confirmed by a true distance.
 */
export class DeleteIndex {
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #places: Int32Array;
  readonly #hashes: Uint32Array;

  constructor(words: readonly string[]) {
    const hashes: number[] = [];
    const places: number[] = [];
    words.forEach((word, place) => {
      for (const hash of deletions(word)) {
        hashes.push(hash);
        places.push(place);
      }
    });
    const slots = 1 << Math.max(4, Math.ceil(Math.log2(hashes.length + 1)));
    this.#heads = new Int32Array(slots).fill(-1);
    this.#next = new Int32Array(hashes.length);
    this.#places = Int32Array.from(places);
    this.#hashes = Uint32Array.from(hashes);
    for (let entry = 0; entry < hashes.length; entry++) {
      const slot = hashes[entry]! & (slots - 1);
      this.#next[entry] = this.#heads[slot]!;
      this.#heads[slot] = entry;
    }
  }

  /** Places of the candidates in the list of words, ascending. */
  candidates(word: string): readonly number[] {
    const found = new Set<number>();
    for (const hash of deletions(word)) {
      for (let entry = this.#heads[hash & (this.#heads.length - 1)]!; entry >= 0; entry = this.#next[entry]!) {
        if (this.#hashes[entry] === hash) found.add(this.#places[entry]!);
      }
    }
    return [...found].sort((left, right) => left - right);
  }
}

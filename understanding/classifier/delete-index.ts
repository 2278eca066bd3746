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
  /** Where the entries of a slot begin; one more at the end. */
  readonly #starts: Uint32Array;
  readonly #places: Uint16Array | Uint32Array;
  readonly #hashes: Uint32Array;
  readonly #mask: number;

  constructor(words: readonly string[]) {
    const hashes: number[] = [];
    const places: number[] = [];
    words.forEach((word, place) => {
      for (const hash of deletions(word)) {
        hashes.push(hash);
        places.push(place);
      }
    });
    const slots = 1 << Math.max(4, Math.floor(Math.log2(hashes.length + 1)));
    this.#mask = slots - 1;
    this.#starts = new Uint32Array(slots + 1);
    for (const hash of hashes) this.#starts[(hash & this.#mask) + 1]! += 1;
    for (let slot = 0; slot < slots; slot++) this.#starts[slot + 1]! += this.#starts[slot]!;
    const next = this.#starts.slice();
    this.#places = words.length <= 0x10000 ? new Uint16Array(hashes.length) : new Uint32Array(hashes.length);
    this.#hashes = new Uint32Array(hashes.length);
    hashes.forEach((hash, entry) => {
      const at = next[hash & this.#mask]!++;
      this.#hashes[at] = hash;
      this.#places[at] = places[entry]!;
    });
  }

  /** Places of the candidates in the list of words, ascending. */
  candidates(word: string): readonly number[] {
    const found = new Set<number>();
    for (const hash of deletions(word)) {
      const slot = hash & this.#mask;
      for (let at = this.#starts[slot]!; at < this.#starts[slot + 1]!; at++) {
        if (this.#hashes[at] === hash) found.add(this.#places[at]!);
      }
    }
    return [...found].sort((left, right) => left - right);
  }
}

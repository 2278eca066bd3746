/** Hashes of features to rows, by open addressing. A hash that no training line had has no row. */
export class FeatureTable {
  /** Hash of each row, in rising order. */
  readonly hashes: Uint32Array;
  /** Training lines that have the feature of a row, by their weights. */
  readonly frequencies: Uint16Array;
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(hashes: Uint32Array, frequencies: Uint16Array) {
    this.hashes = hashes;
    this.frequencies = frequencies;
    let size = 1024;
    while (size < hashes.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size).fill(-1);
    for (let row = 0; row < hashes.length; row++) {
      let slot = this.#slotOf(hashes[row]!);
      while (this.#slots[slot]! >= 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = row;
    }
  }

  get size(): number {
    return this.hashes.length;
  }

  /** -1 when there is none. */
  rowOf(hash: number): number {
    let slot = this.#slotOf(hash);
    for (;;) {
      const row = this.#slots[slot]!;
      if (row < 0 || this.hashes[row] === hash) return row;
      slot = (slot + 1) & this.#mask;
    }
  }

  #slotOf(hash: number): number {
    return (Math.imul(hash, 0x9e3779b1) >>> 7) & this.#mask;
  }
}

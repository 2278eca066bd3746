import type { Storage, StoreItems } from 'botbuilder';
import { StorageError } from '../../storage/storage-error.ts';

/** The in-memory twin of `LowdbStorage`: the same contract, nothing kept. */
export class MemoryStorage implements Storage {
  readonly #items = new Map<string, { eTag: string; json: string }>();
  #writes = 0;

  keys(): string[] {
    return [...this.#items.keys()];
  }

  async read(keys: string[]): Promise<StoreItems> {
    const found: [string, unknown][] = [];
    for (const key of keys) {
      const item = this.#items.get(key);
      if (item) found.push([key, { ...(JSON.parse(item.json) as object), eTag: item.eTag }]);
    }
    return Object.fromEntries(found);
  }

  async write(changes: StoreItems): Promise<void> {
    for (const [key, value] of Object.entries(changes)) {
      const { eTag } = value as { eTag?: string };
      if (eTag === undefined || eTag === '*' || eTag === this.#items.get(key)?.eTag) continue;
      throw new StorageError('etag-conflict', `${key} was written by somebody else since it was read.`);
    }
    for (const [key, value] of Object.entries(changes)) {
      const { eTag: _, ...rest } = value as { eTag?: string };
      this.#writes += 1;
      this.#items.set(key, { eTag: String(this.#writes), json: JSON.stringify(rest) });
    }
  }

  async delete(keys: string[]): Promise<void> {
    for (const key of keys) this.#items.delete(key);
  }
}

import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { Storage, StoreItems } from '../channel/protocol.ts';
import { Low } from 'lowdb';
import { DurableFile } from './durable-file.ts';
import { readOrSetAside, type OnSetAside } from './set-aside.ts';
import { SharedFlush } from './shared-flush.ts';
import { StateFolder } from './state-folder.ts';
import { StorageError } from './storage-error.ts';
import { parseItem, stringifyItem, type StoredItem } from './stored-item.ts';

export interface LowdbStorageOptions {
  /** Survive a power cut too, at some milliseconds a write. A killed process is survived without it. */
  readonly fsync?: boolean;
  /** How many keys stay in memory. */
  readonly cached?: number;
  readonly now?: () => Date;
  /** A damaged item is set aside, and its key is as if it had never been written. Without it every read of the key rejects. */
  readonly onSetAside?: OnSetAside;
}

interface Entry {
  readonly low: Low<StoredItem | null>;
  readonly loaded: Promise<void>;
  /** Callers that hold it across an await: it may not be evicted, or two entries would write one file. */
  users: number;
  readonly flush: SharedFlush;
}

/**
 * Bot Framework's `Storage` on lowdb, one small file for each key, so that a turn's cost does not grow
 * with the number of conversations.
 *
 * - eTags are honest: a write with an eTag that is not the stored one rejects with a `StorageError`
 *   ("etag-conflict") and writes nothing of its batch; `*` or none overwrites. An eTag is never used twice.
 * - `write` and `delete` resolve when the change survives kill -9; of a batch, each key is atomic by itself.
 * - Writes to one key that come while it is being written share the next write.
 */
export class LowdbStorage implements Storage {
  readonly #folder: StateFolder;
  readonly #options: Required<Omit<LowdbStorageOptions, 'onSetAside'>> & Pick<LowdbStorageOptions, 'onSetAside'>;
  readonly #entries = new Map<string, Entry>();
  readonly #run = randomUUID().slice(0, 8);
  #writes = 0;
  #closed = false;

  private constructor(folder: StateFolder, options: LowdbStorageOptions) {
    this.#folder = folder;
    this.#options = { fsync: false, cached: 1_000, now: () => new Date(), ...options };
  }

  /** Rejects with a `StorageError` when the folder is in use, of another version, or damaged. */
  static async open(folder: string, options: LowdbStorageOptions = {}): Promise<LowdbStorage> {
    return new LowdbStorage(await StateFolder.open(folder), options);
  }

  async read(keys: string[]): Promise<StoreItems> {
    return this.#using(keys, async (entries) => {
      const found: [string, unknown][] = [];
      for (const [key, { low }] of entries) {
        if (low.data) found.push([key, { ...(JSON.parse(low.data.json) as object), eTag: low.data.eTag }]);
      }
      return Object.fromEntries(found);
    });
  }

  async write(changes: StoreItems): Promise<void> {
    await this.#using(Object.keys(changes), async (entries) => {
      // From here to the last assignment nothing waits: the check holds for all of the batch.
      const values = [...entries].map(([key, entry]) => ({ key, entry, ...split(changes[key]) }));
      for (const { key, entry, eTag } of values) {
        if (eTag === undefined || eTag === '*' || eTag === entry.low.data?.eTag) continue;
        throw new StorageError('etag-conflict', `${key} was written by somebody else since it was read. Read it again and repeat the change.`);
      }
      const savedAt = this.#options.now().toISOString();
      for (const { key, entry, json } of values) {
        this.#writes += 1;
        entry.low.data = { key, eTag: `${this.#run}-${this.#writes}`, savedAt, json };
      }
      await Promise.all(values.map(({ entry }) => entry.flush.run()));
    });
  }

  async delete(keys: string[]): Promise<void> {
    await this.#using(keys, async (entries) => {
      for (const entry of entries.values()) entry.low.data = null;
      await Promise.all([...entries.values()].map((entry) => entry.flush.run()));
    });
  }

  /** Forgets what was last written before `before`; resolves to how many. Damaged files are left. */
  async prune(before: Date): Promise<number> {
    let pruned = 0;
    for await (const path of this.#folder.files()) {
      // The file's own time saves reading the young ones; the item's is the one that counts.
      const info = await stat(path).catch(() => undefined);
      const key = info && info.mtime < before ? (await itemIn(path))?.key : undefined;
      if (key === undefined) continue;
      await this.#using([key], async (entries) => {
        const entry = entries.get(key);
        if (!entry?.low.data || new Date(entry.low.data.savedAt) >= before) return;
        entry.low.data = null;
        await entry.flush.run();
        pruned += 1;
      });
    }
    return pruned;
  }

  /** Every key with its value, as they are on the disk. Damaged files are left out. */
  async *items(): AsyncGenerator<{ readonly key: string; readonly value: unknown }> {
    for await (const path of this.#folder.files()) {
      const item = await itemIn(path);
      if (item) yield item;
    }
  }

  /** Waits for the writes under way and gives the folder back; nothing can be read or written after. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#entries.values()].map((entry) => entry.flush.idle()));
    await this.#folder.close();
  }

  async #using<T>(keys: readonly string[], work: (entries: Map<string, Entry>) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('The state storage is closed.');
    const entries = new Map<string, Entry>();
    try {
      for (const key of keys) {
        if (!entries.has(key)) entries.set(key, this.#take(key));
      }
      for (const [key, entry] of entries) {
        await entry.loaded.catch((error: unknown) => {
          this.#forget(key, entry);
          throw error;
        });
      }
      return await work(entries);
    } finally {
      for (const entry of entries.values()) entry.users -= 1;
      this.#evict();
    }
  }

  #take(key: string): Entry {
    const entry = this.#entries.get(key) ?? this.#load(key);
    // The map keeps the order of use: the first one is the longest unused.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    entry.users += 1;
    return entry;
  }

  #load(key: string): Entry {
    const file = new DurableFile<StoredItem | null>({
      ...this.#folder.fileOf(key),
      fsync: this.#options.fsync,
      stringify: (item) => stringifyItem(item as StoredItem),
      parse: (text) => parseItem(text, key),
    });
    const { onSetAside } = this.#options;
    const { path } = this.#folder.fileOf(key);
    const read = () => (onSetAside ? readOrSetAside(path, () => file.read(), null, onSetAside) : file.read());
    const low = new Low<StoredItem | null>({ read, write: (item) => file.write(item) }, null);
    const loaded = low.read();
    let broken: { cause: unknown } | undefined;
    const flush = new SharedFlush(async () => {
      if (broken) throw broken.cause;
      try {
        await (low.data === null ? file.remove() : low.write());
      } catch (cause) {
        // What memory holds is not what the disk has; the next reader must see the disk.
        broken = { cause };
        this.#forget(key, entry);
        throw cause;
      }
    });
    const entry: Entry = { low, loaded, flush, users: 0 };
    return entry;
  }

  #evict(): void {
    for (const [key, entry] of this.#entries) {
      if (this.#entries.size <= this.#options.cached) return;
      if (entry.users === 0) this.#entries.delete(key);
    }
  }

  #forget(key: string, entry: Entry): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }
}

function split(item: unknown): { eTag: string | undefined; json: string } {
  const { eTag, ...value } = item as { eTag?: string };
  return { eTag, json: JSON.stringify(value) };
}

/** What a file holds; undefined when it is gone or cannot be read. */
async function itemIn(path: string): Promise<{ key: string; value: unknown } | undefined> {
  try {
    const { key, value } = JSON.parse(await readFile(path, 'utf8')) as { key?: unknown; value?: unknown };
    return typeof key === 'string' ? { key, value } : undefined;
  } catch {
    return undefined;
  }
}

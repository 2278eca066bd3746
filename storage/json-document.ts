import { Low } from 'lowdb';
import { DurableFile } from './durable-file.ts';
import { readOrSetAside, type OnSetAside } from './set-aside.ts';

export interface JsonDocumentOptions<T> {
  readonly path: string;
  readonly empty: T;
  /** Throws when the value is not of the document's shape. */
  readonly parse: (value: unknown) => T;
  /** A damaged file is set aside and the document begins empty. Without it nothing is read and nothing written. */
  readonly onSetAside?: OnSetAside;
}

/** One small JSON document in one file. Changes are made one after another, each on disk (fsync) before it is acknowledged. */
export class JsonDocument<T> {
  readonly #low: Low<T>;
  readonly #loaded: Promise<unknown>;
  #tail: Promise<unknown>;

  constructor({ path, empty, parse, onSetAside }: JsonDocumentOptions<T>) {
    const file = new DurableFile<T>({
      path,
      temporary: `${path}.tmp`,
      fsync: true,
      stringify: (data) => JSON.stringify(data, null, 1),
      parse: (text) => parse(JSON.parse(text)),
    });
    const reading = onSetAside ? { read: () => readOrSetAside<T | null>(path, () => file.read(), null, onSetAside), write: (data: T) => file.write(data) } : file;
    this.#low = new Low(reading, empty);
    this.#loaded = this.#low.read();
    this.#tail = this.#loaded;
    // Whoever reads or writes gets the error of a damaged file; until then it must not count as unhandled.
    this.#loaded.catch(() => undefined);
  }

  async read(): Promise<T> {
    await this.#loaded;
    await this.#tail;
    return this.#low.data;
  }

  /** `change` answers the next version, or the same object for none. Rejects, and writes nothing, when the file could not be read. */
  update(change: (data: T) => T): Promise<T> {
    const next = this.#tail.then(async () => {
      // What could not be read is never written over.
      await this.#loaded;
      const before = this.#low.data;
      const after = change(before);
      if (after === before) return before;
      this.#low.data = after;
      try {
        await this.#low.write();
      } catch (error) {
        this.#low.data = before;
        throw error;
      }
      return after;
    });
    this.#tail = next.catch(() => undefined);
    return next;
  }
}

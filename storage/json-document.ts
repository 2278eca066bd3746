import { Low } from 'lowdb';
import { DurableFile } from './durable-file.ts';

export interface JsonDocumentOptions<T> {
  readonly path: string;
  readonly empty: T;
  /** Throws when the value is not of the document's shape. */
  readonly parse: (value: unknown) => T;
}

/** One small JSON document in one file. Changes are made one after another, each on disk (fsync) before it is acknowledged. */
export class JsonDocument<T> {
  readonly #low: Low<T>;
  #tail: Promise<unknown>;

  constructor({ path, empty, parse }: JsonDocumentOptions<T>) {
    const file = new DurableFile<T>({
      path,
      temporary: `${path}.tmp`,
      fsync: true,
      stringify: (data) => JSON.stringify(data, null, 1),
      parse: (text) => parse(JSON.parse(text)),
    });
    this.#low = new Low(file, empty);
    this.#tail = this.#low.read();
    // Whoever reads first gets the error of a damaged file; until then it must not count as unhandled.
    this.#tail.catch(() => undefined);
  }

  async read(): Promise<T> {
    await this.#tail;
    return this.#low.data;
  }

  /** `change` answers the next version, or the same object for none. */
  update(change: (data: T) => T): Promise<T> {
    const next = this.#tail.then(async () => {
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

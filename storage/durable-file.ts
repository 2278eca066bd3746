import { readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { FILE_MODE, FOLDER_MODE } from './modes.ts';
import { StorageError } from './storage-error.ts';

export interface DurableFileOptions<T> {
  readonly path: string;
  /** Where the next version is written before it takes the place of `path`; same file system. */
  readonly temporary: string;
  /** Wait until the bytes are on the disk: survives a power cut, not only a killed process. */
  readonly fsync: boolean;
  readonly stringify: (data: T) => string;
  /** Throws when the text is not what `stringify` writes. */
  readonly parse: (text: string) => T;
  /** What to do about a damaged file, as sentences. */
  readonly remedy?: string;
}

/**
 * lowdb's file adapter, with what a promise to a person needs: a write is complete or did not happen,
 * and a file that cannot be read is refused by name and never treated as empty.
 * One write at a time; the caller sees to that.
 */
export class DurableFile<T> implements Adapter<T> {
  readonly #options: DurableFileOptions<T>;

  constructor(options: DurableFileOptions<T>) {
    this.#options = options;
  }

  async read(): Promise<T | null> {
    const text = await readFile(this.#options.path, 'utf8').catch(nullWhenMissing);
    return text === null ? null : this.#parse(text);
  }

  /** As `read`, for a small file and at once. */
  readNow(): T | null {
    let text: string;
    try {
      text = readFileSync(this.#options.path, 'utf8');
    } catch (error) {
      return nullWhenMissing(error);
    }
    return this.#parse(text);
  }

  #parse(text: string): T {
    const { path, parse, remedy } = this.#options;
    try {
      return parse(text);
    } catch (cause) {
      throw new StorageError(
        'damaged-file',
        `${path} is damaged and was left as it is. ${remedy ?? 'Restore it from a backup, or move it away.'}`,
        { cause },
      );
    }
  }

  async write(data: T): Promise<void> {
    const text = this.#options.stringify(data);
    await (this.#options.fsync ? this.#writeThrough(text) : this.#writeCached(text));
  }

  /** Forgets the file; a missing one is no error. */
  async remove(): Promise<void> {
    const { path, fsync } = this.#options;
    try {
      if (fsync) await unlink(path);
      else unlinkSync(path);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    if (fsync) await syncDirectory(dirname(path));
  }

  async #writeCached(text: string): Promise<void> {
    const { path, temporary } = this.#options;
    // Into the page cache, a small synchronous write costs a third of the CPU of one through the thread pool.
    writeFileSync(temporary, text, { mode: FILE_MODE });
    try {
      renameSync(temporary, path);
    } catch (error) {
      if (!isMissing(error)) throw error;
      await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
      renameSync(temporary, path);
    }
  }

  async #writeThrough(text: string): Promise<void> {
    const { path, temporary } = this.#options;
    const file = await open(temporary, 'w', FILE_MODE);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    try {
      await rename(temporary, path);
    } catch (error) {
      if (!isMissing(error)) throw error;
      const folder = dirname(path);
      await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
      await syncDirectory(dirname(folder));
      await rename(temporary, path);
    }
    await syncDirectory(dirname(path));
  }
}

function nullWhenMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/** Makes a rename in the folder survive a power cut. Windows has no such call and needs none. */
async function syncDirectory(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (!handle) return;
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import { StorageError } from './storage-error.ts';
import { FILE_MODE, FOLDER_MODE } from './modes.ts';

const FOLDER_VERSION = 1;

const format = z.object({ format: z.literal('reconnect-state'), version: z.number().int() });

/**
 * A folder of small files, one for each key:
 * `format.json` (what this is), `lock`, `tmp/` (unfinished writes), `items/ab/abcd....json`.
 */
export class StateFolder {
  readonly path: string;
  readonly #lock: FolderLock;

  private constructor(path: string, lock: FolderLock) {
    this.path = path;
    this.#lock = lock;
  }

  /** Locks the folder, checks its version, and removes the writes that a killed process left unfinished. */
  static async open(path: string): Promise<StateFolder> {
    await mkdir(join(path, 'items'), { recursive: true, mode: FOLDER_MODE });
    const lock = await lockFolder(path);
    try {
      await checkFormat(join(path, 'format.json'));
      await rm(join(path, 'tmp'), { recursive: true, force: true });
      await mkdir(join(path, 'tmp'), { mode: FOLDER_MODE });
    } catch (error) {
      await lock.release();
      throw error;
    }
    return new StateFolder(path, lock);
  }

  fileOf(key: string): { path: string; temporary: string } {
    // Conversation ids have characters that file names may not have, and no bound on their length.
    const name = createHash('sha256').update(key).digest('hex');
    return {
      path: join(this.path, 'items', name.slice(0, 2), `${name}.json`),
      temporary: join(this.path, 'tmp', name),
    };
  }

  async *files(): AsyncGenerator<string> {
    for (const group of await readdir(join(this.path, 'items'))) {
      for (const name of await readdir(join(this.path, 'items', group))) {
        if (name.endsWith('.json')) yield join(this.path, 'items', group, name);
      }
    }
  }

  async close(): Promise<void> {
    await this.#lock.release();
  }
}

async function checkFormat(path: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) {
    await writeFile(path, `${JSON.stringify({ format: 'reconnect-state', version: FOLDER_VERSION })}\n`, { mode: FILE_MODE });
    return;
  }
  let version: number;
  try {
    version = format.parse(JSON.parse(text)).version;
  } catch (cause) {
    throw new StorageError('damaged-file', `${path} is damaged. Restore it from a backup, or write {"format":"reconnect-state","version":${FOLDER_VERSION}} into it.`, { cause });
  }
  if (version !== FOLDER_VERSION) {
    throw new StorageError(
      'folder-version',
      `${path} says version ${version}; this program reads version ${FOLDER_VERSION}. Run the program that wrote it, or choose another data folder.`,
    );
  }
}

import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StorageError } from './storage-error.ts';
import { FILE_MODE, FOLDER_MODE } from './modes.ts';
import { setAside, type OnSetAside } from './set-aside.ts';

/**
 * The name under which a data folder counts; made when there is none. A folder that is copied for a second instance must
 * lose it. A damaged one is set aside, and the folder counts under a new name; what was counted stays counted.
 */
export async function replicaNameIn(path: string, onSetAside?: OnSetAside): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
  await make(path);
  const name = await nameIn(path);
  if (name !== undefined) return name;
  if (!onSetAside) throw new StorageError('damaged-file', `${path} holds no name. Delete it to get a new one; what was counted stays counted under the old one.`);
  onSetAside(setAside(path), 'no name');
  await make(path);
  return (await nameIn(path)) ?? '';
}

async function nameIn(path: string): Promise<string | undefined> {
  return /^[0-9a-f]{12}(?=\n?$)/.exec(await readFile(path, 'utf8'))?.[0];
}

async function make(path: string): Promise<void> {
  try {
    await writeFile(path, `${randomBytes(6).toString('hex')}\n`, { flag: 'wx', mode: FILE_MODE });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    await rm(path, { force: true });
    throw error;
  }
}

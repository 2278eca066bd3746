import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StorageError } from './storage-error.ts';
import { FILE_MODE, FOLDER_MODE } from './modes.ts';

/** The name under which a data folder counts; made when there is none. A folder that is copied for a second instance must lose it. */
export async function replicaNameIn(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
  await writeFile(path, `${randomBytes(6).toString('hex')}\n`, { flag: 'wx', mode: FILE_MODE }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const name = (await readFile(path, 'utf8')).trim();
  if (!/^[0-9a-f]{12}$/.test(name)) throw new StorageError('damaged-file', `${path} holds no name. Delete it to get a new one; what was counted stays counted under the old one.`);
  return name;
}

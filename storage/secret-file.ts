import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StorageError } from './storage-error.ts';

const BYTES = 32;

/** The secret in the file; made when there is none, and readable by its owner alone. */
export async function secretIn(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, randomBytes(BYTES).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = (await readFile(path, 'utf8')).trim();
  if (secret.length < BYTES) throw new StorageError('damaged-file', `${path} holds no secret. Delete it to get a new one; open chat pages then begin anew.`);
  return secret;
}

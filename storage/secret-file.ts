import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StorageError } from './storage-error.ts';
import { FOLDER_MODE } from './modes.ts';

const BYTES = 32;
/** As it is written: what a crash or a disk leaves instead (zeroes, half of it) must not sign anything. */
const SHAPE = /^[A-Za-z0-9_-]{43}$/;
const LEAST_VARIETY = 12;

/** The secret in the file; made when there is none, and readable by its owner alone. */
export async function secretIn(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(randomBytes(BYTES).toString('base64url'));
      await file.sync();
    } catch (error) {
      // A full disk: what stands there now would be taken for a damaged secret at the next start.
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = (await readFile(path, 'utf8')).trim();
  if (!SHAPE.test(secret) || new Set(secret).size < LEAST_VARIETY) throw new StorageError('damaged-file', `${path} holds no secret. Delete it to get a new one; open chat pages then begin anew.`);
  return secret;
}

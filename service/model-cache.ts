import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A learned model that is built when no file of its fingerprint is there. */
export interface Learned<T> {
  /** First part of the file's name. */
  readonly name: string;
  /** Changes with everything that the model is made of. */
  readonly fingerprint: string;
  build(): T;
  save(model: T): Uint8Array;
  load(bytes: Uint8Array): T;
}

/**
 * What an earlier start kept, or else what is built now and kept for the next. A folder that cannot be written to costs
 * the building at every start, no more.
 *
 * @param building told before something is built, which takes seconds.
 */
export async function loadOrBuild<T>(folder: string, learned: Learned<T>, building?: (name: string) => void): Promise<T> {
  const path = join(folder, `${learned.name}-${learned.fingerprint}.bin`);
  const kept = await readFile(path).catch(() => undefined);
  if (kept) {
    try {
      return learned.load(kept);
    } catch {
      // A file that cannot be read is replaced.
    }
  }
  building?.(learned.name);
  const model = learned.build();
  await keep(path, learned.save(model)).catch(() => undefined);
  return model;
}

/** Written beside and renamed, so that a reader never sees half of it. */
async function keep(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  await writeFile(beside, bytes);
  await rename(beside, path);
}

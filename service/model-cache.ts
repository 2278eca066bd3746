import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A learned model that is built when no file of its fingerprint is there. */
export interface Learned<T> {
  /** First part of the file's name. */
  readonly name: string;
  /** Changes with everything that the model is made of. */
  readonly fingerprint: string;
  build(): T | Promise<T>;
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
  const path = modelFile(folder, learned);
  const kept = await readFile(path).catch(() => undefined);
  if (kept) {
    try {
      return learned.load(kept);
    } catch {
      // A file that cannot be read is replaced.
    }
  }
  building?.(learned.name);
  const model = await learned.build();
  await keep(folder, learned, learned.save(model)).catch(() => undefined);
  return model;
}

/** Where a start looks for it. */
export function modelFile(folder: string, { name, fingerprint }: Pick<Learned<unknown>, 'name' | 'fingerprint'>): string {
  return join(folder, fileName(name, fingerprint));
}

function fileName(name: string, fingerprint: string): string {
  return `${name}-${fingerprint}.bin`;
}

/** Written beside and renamed, so that a reader never sees half of it. */
async function keep(folder: string, { name, fingerprint }: Pick<Learned<unknown>, 'name' | 'fingerprint'>, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = modelFile(folder, { name, fingerprint });
  const beside = `${path}.${process.pid}.tmp`;
  await writeFile(beside, bytes);
  await rename(beside, path);
  await dropOlder(folder, name);
}

/** Files of a model that stay: who goes back and forth between two states of the lines builds each once. */
const KEPT = 3;

async function dropOlder(folder: string, name: string): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.bin'));
  const dated = await Promise.all(files.map(async (file) => ({ file, written: (await stat(join(folder, file))).mtimeMs })));
  dated.sort((left, right) => right.written - left.written);
  await Promise.all(dated.slice(KEPT).map(({ file }) => rm(join(folder, file), { force: true })));
}

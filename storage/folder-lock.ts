import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { link, readFile, rmdir, mkdir, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { FILE_MODE } from './modes.ts';
import { StorageError } from './storage-error.ts';

const BEAT_MS = 5_000;
/** A lock of another machine, or of another container, is dead when it has not been touched for this long. */
const DEAD_MS = 30_000;
const LOOK_MS = 250;

const holderSchema = z.object({
  id: z.string(),
  pid: z.number().int().positive(),
  /** Tells a process from a later one with the same number; empty where the system does not say. */
  started: z.string(),
  host: z.string(),
  /** Where its number means something: boot and PID namespace; absent where the system does not say, and in locks from before. */
  space: z.string().optional(),
});
type Holder = z.infer<typeof holderSchema>;

/** One process per folder. Held until `release`, or until the process is gone, however it went. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the folder's lock. A lock left by a killed process is taken over; a living one is refused with
 * a `StorageError` ("folder-locked") that names the holder.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, 'lock');
  const mine: Holder = { id: randomUUID(), pid: process.pid, started: startOf(process.pid) ?? '', host: hostname(), ...(SPACE !== undefined && { space: SPACE }) };
  while (!(await create(path, mine))) await removeStale(path, folder);

  const beat = setInterval(() => {
    const now = new Date();
    // Its file may be gone with the folder; the lock then protects nothing, and there is nothing to say.
    utimes(path, now, now).catch(() => undefined);
  }, BEAT_MS);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      const holder = await readHolder(path);
      if (holder?.id === mine.id) await unlink(path);
    },
  };
}

/** Atomic with its content: a half-written lock cannot be seen. */
async function create(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${holder.id}`;
  await writeFile(draft, JSON.stringify(holder), { mode: FILE_MODE });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(draft);
  }
}

async function removeStale(path: string, folder: string): Promise<void> {
  const takeover = `${path}.takeover`;
  // Two processes may find the same dead lock: only the one that makes this folder may remove it.
  const alone = await mkdir(takeover).then(() => true, () => false);
  if (!alone) {
    const age = await ageOf(takeover);
    if (age !== undefined && age < DEAD_MS) throw refused(folder, 'another process that is just starting');
    await rmdir(takeover).catch(() => undefined);
    return;
  }
  try {
    const holder = await readHolder(path);
    if (!holder) {
      const age = await ageOf(path);
      if (age !== undefined) await unlink(path);
      return;
    }
    if (await lives(holder, path)) throw refused(folder, `process ${holder.pid} on ${holder.host}`);
    await unlink(path);
  } finally {
    await rmdir(takeover);
  }
}

/**
 * Whose number means something here is looked up. Two containers may have one host name and the same numbers: then it counts
 * whether the lock is touched. One that was touched of late is watched until it is again, or has been silent for too long.
 */
async function lives(holder: Holder, path: string): Promise<boolean> {
  const isHere = holder.host === hostname() && (holder.space ?? SPACE) === SPACE;
  if (!isHere) return beats(path);
  const started = startOf(holder.pid);
  if (started !== undefined) return started === holder.started;
  if (process.platform === 'linux') return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether somebody touches the file; no longer than it takes to be sure. */
async function beats(path: string): Promise<boolean> {
  const seen = (await stat(path).catch(() => undefined))?.mtimeMs;
  if (seen === undefined) return false;
  // A clock that differs makes the wait longer, and never a living lock dead.
  const silence = Math.max(0, Math.min(Date.now() - seen, DEAD_MS));
  for (const end = performance.now() + DEAD_MS - silence; performance.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const now = (await stat(path).catch(() => undefined))?.mtimeMs;
    if (now === undefined) return false;
    if (now !== seen) return true;
  }
  return false;
}

const SPACE = spaceHere();

function spaceHere(): string | undefined {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return undefined;
  }
}

/** Boot and tick at which a process started; undefined when it is not there or the system does not say. */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    // A zombie holds nothing any more.
    return fields[0] === 'Z' ? undefined : `${boot}/${fields[19] ?? ''}`;
  } catch {
    return undefined;
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Milliseconds since the last change; undefined when there is no such file. */
async function ageOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && Date.now() - found.mtimeMs;
}

function refused(folder: string, holder: string): StorageError {
  return new StorageError(
    'folder-locked',
    `${folder} is in use by ${holder}. Stop that one first, or give this one a data folder of its own.`,
  );
}

import { mkdtemp, open, rm, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { StorageError } from '../../storage/storage-error.ts';
import { openDataFolder } from '../data-folder.ts';
import { startFailure } from '../start-failure.ts';
import { secretIn } from '../../storage/secret-file.ts';
import { ok, type Finding } from './finding.ts';

const ABOUT = { node: 'Node', port: 'port', storage: 'data folder', room: 'disk', clock: 'clock' };
/** A year's conversations of a team, and what a write needs beside them. */
const ROOM_MB = 500;
const SKEW_MS = 5 * 60_000;

/** @param version as `process.versions.node` has it. */
export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    return { about: ABOUT.node, level: 'problem', what: `this is Node ${version}.`, why: 'Reconnect needs Node 20.19 or newer.', fix: 'Install Node 24.' };
  }
  if (major === 20) return { about: ABOUT.node, level: 'note', what: `this is Node ${version}.`, why: 'Node 20 gets no security fixes since April 2026.', fix: 'Install Node 24; nothing else changes.' };
  return ok(ABOUT.node, `this is Node ${version}.`);
}

/** @param isOurs whether what answers at the port is this service. */
export async function portFinding(host: string, port: number, isOurs: () => Promise<boolean>): Promise<Finding> {
  const failure = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
  if (!failure) return ok(ABOUT.port, `${host}:${port} is free.`);
  if (failure.code === 'EADDRINUSE' && (await isOurs())) return ok(ABOUT.port, `Reconnect answers at ${host}:${port}.`);
  const [what = '', fix] = startFailure(failure).split('\n');
  return { about: ABOUT.port, level: 'problem', what: `${what}.`, ...(fix !== undefined && { fix }) };
}

/** Makes the folder where it is missing, as a start does, and writes into it for good. */
export async function storageFinding(dataDir: string): Promise<Finding> {
  try {
    await openDataFolder(dataDir);
    const trial = await mkdtemp(join(dataDir, 'doctor-'));
    try {
      const file = await open(join(trial, 'trial'), 'w', 0o600);
      await file.writeFile('written\n');
      await file.sync();
      await file.close();
    } finally {
      await rm(trial, { recursive: true, force: true });
    }
    await secretIn(join(dataDir, 'secret'));
    return ok(ABOUT.storage, `${dataDir} can be written, and only by this user.`);
  } catch (error) {
    const [what = '', fix] = startFailure(error).split('\n');
    return { about: ABOUT.storage, level: 'problem', what, ...(error instanceof StorageError || fix === undefined ? {} : { fix }) };
  }
}

/** @param freeMegabytes of the disk on which the folder is; asks the system when not given. */
export async function roomFinding(dataDir: string, freeMegabytes = roomOf(dataDir)): Promise<Finding> {
  const free = await freeMegabytes.catch(() => undefined);
  if (free === undefined) return { about: ABOUT.room, level: 'note', what: 'the system does not say how much room there is.' };
  const what = `${Math.round(free)} MB are free under ${dataDir}.`;
  if (free >= ROOM_MB) return ok(ABOUT.room, what);
  return { about: ABOUT.room, level: 'problem', what, why: 'On a full disk no message is taken.', fix: `Make room, or keep less (RETENTION_DAYS). ${ROOM_MB} MB are enough for a team.` };
}

async function roomOf(dataDir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dataDir);
  return (bavail * bsize) / 1e6;
}

/** @param elsewhere what another machine says the time is; undefined when none was reached. */
export function clockFinding(now: Date, elsewhere: Date | undefined): Finding {
  if (!elsewhere) return { about: ABOUT.clock, level: 'note', what: 'no other clock was reached to compare this one with.' };
  const skew = now.getTime() - elsewhere.getTime();
  if (Math.abs(skew) < SKEW_MS) return ok(ABOUT.clock, 'this machine\'s clock is right.');
  return {
    about: ABOUT.clock, level: 'problem', what: `this machine's clock is ${Math.round(Math.abs(skew) / 60_000)} minutes ${skew > 0 ? 'ahead' : 'behind'}.`,
    why: 'Tokens of Microsoft are refused as too old or from the future, and what people wrote is erased at the wrong time.',
    fix: 'Turn on time synchronisation (timedatectl set-ntp true).',
  };
}

/** Whether others of this machine can read a file that holds a secret. */
export async function secrecyFinding(about: string, path: string): Promise<Finding> {
  const found = await stat(path).catch(() => undefined);
  if (!found || (found.mode & 0o077) === 0) return ok(about, 'only this user can read it.');
  return { about, level: 'problem', what: `${path} can be read by other users of this machine.`, fix: `chmod 600 ${path}` };
}

import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../storage/folder-lock.ts';
import { LowdbStorage } from '../../storage/lowdb-storage.ts';
import { killAfter } from './kill.ts';

describe('the lock of a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reconnect-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('refuses a second one in the same process, and is free after release', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject({
      code: 'folder-locked',
      message: expect.stringContaining(`process ${process.pid}`),
    });
    await lock.release();
    await (await lockFolder(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses a folder that another process has open, and takes it over when that one was killed', async () => {
    const script = join(import.meta.dirname, 'kill-child.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
    await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
    await expect(LowdbStorage.open(folder)).rejects.toMatchObject({
      code: 'folder-locked',
      message: expect.stringContaining(`process ${String(child.pid)}`),
    });
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    await (await LowdbStorage.open(folder)).close();
  });

  it('of many that find a dead lock lets exactly one have it', async () => {
    await killAfter({ folder, afterLines: 1, onLine: () => undefined });
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    const won = results.filter((result) => result.status === 'fulfilled');
    expect(won).toHaveLength(1);
    await won[0]?.value.release();
  });

  it('is not fooled by another process with the same number', async () => {
    await writeFile(join(folder, 'lock'), JSON.stringify({ id: 'x', pid: process.pid, started: 'before', host: hostname() }));
    await (await lockFolder(folder)).release();
  });

  it('takes over a lock that cannot be read', async () => {
    await writeFile(join(folder, 'lock'), '');
    await (await lockFolder(folder)).release();
  });

  it.each([
    ['another machine', { host: 'elsewhere' }],
    ['another container of the same host name, whatever its numbers are here', { host: hostname(), space: 'another boot/pid:[1]' }],
  ])('believes a lock of %s as long as it is touched', async (_name, place) => {
    const path = join(folder, 'lock');
    await writeFile(path, JSON.stringify({ id: 'x', pid: process.pid, started: '', ...place }));
    let touches = 0;
    const beat = setInterval(() => {
      touches += 1;
      const later = new Date(Date.now() + touches * 1_000);
      void utimes(path, later, later);
    }, 50);
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'folder-locked', message: expect.stringContaining(place.host) });
    clearInterval(beat);
    const longAgo = new Date(Date.now() - 120_000);
    await utimes(path, longAgo, longAgo);
    await (await lockFolder(folder)).release();
  });

  it('does not remove a lock that has become somebody else\'s', async () => {
    const lock = await lockFolder(folder);
    const other = JSON.stringify({ id: 'other', pid: 1, started: '', host: 'elsewhere' });
    await writeFile(join(folder, 'lock'), other);
    await lock.release();
    expect(await readFile(join(folder, 'lock'), 'utf8')).toBe(other);
  });
});

import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LowdbStorage } from '../../storage/lowdb-storage.ts';
import { storageContract } from './contract.ts';
import { MemoryStorage } from './memory-storage.ts';

storageContract('MemoryStorage', async () => ({ storage: new MemoryStorage(), close: async () => undefined }));

for (const [name, options] of [
  ['LowdbStorage', {}],
  ['LowdbStorage with fsync', { fsync: true }],
  ['LowdbStorage that keeps nothing in memory', { cached: 0 }],
] as const) {
  storageContract(name, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reconnect-state-'));
    const storage = await LowdbStorage.open(folder, options);
    return {
      storage,
      async close() {
        await storage.close();
        await rm(folder, { recursive: true });
      },
    };
  });
}

describe('a folder of state', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reconnect-state-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const filesOf = async (): Promise<string[]> =>
    (await readdir(join(folder, 'items'), { recursive: true })).filter((name) => name.endsWith('.json'));
  const fill = async (items: Record<string, object>): Promise<void> => {
    const storage = await LowdbStorage.open(folder);
    await storage.write(items);
    await storage.close();
  };
  const onlyFile = async (): Promise<string> => join(folder, 'items', (await filesOf())[0] ?? '');

  it('keeps its content over a restart, in one file for each key', async () => {
    await fill({ a: { v: 1 }, b: { v: 2 } });
    expect(await filesOf()).toHaveLength(2);
    const again = await LowdbStorage.open(folder);
    expect(await again.read(['a', 'b'])).toMatchObject({ a: { v: 1 }, b: { v: 2 } });
    await again.close();
  });

  it('keeps eTags over a restart', async () => {
    await fill({ a: { v: 1 } });
    const first = await LowdbStorage.open(folder);
    const { eTag } = (await first.read(['a']))['a'] as { eTag: string };
    await first.close();
    const second = await LowdbStorage.open(folder);
    await second.write({ a: { v: 2, eTag } });
    await expect(second.write({ a: { v: 3, eTag } })).rejects.toMatchObject({ code: 'etag-conflict' });
    await second.close();
  });

  it('removes what a killed process left unfinished', async () => {
    await fill({ a: { v: 1 } });
    await writeFile(join(folder, 'tmp', 'half'), '{"version":1,"key":');
    const again = await LowdbStorage.open(folder);
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
    expect(await again.read(['a'])).toMatchObject({ a: { v: 1 } });
    await again.close();
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['of another key', (text: string) => text.replace('"key":"a"', '"key":"b"')],
    ['of another version', (text: string) => text.replace('"version":1', '"version":9')],
  ])('refuses a file that is %s by name, and leaves it and the others alone', async (_, damage) => {
    await fill({ a: { v: 1 } });
    const file = await onlyFile();
    const damaged = damage(await readFile(file, 'utf8'));
    await writeFile(file, damaged);
    const again = await LowdbStorage.open(folder);
    await expect(again.read(['a'])).rejects.toMatchObject({ code: 'damaged-file', message: expect.stringContaining(file) });
    await expect(again.write({ a: { v: 2 } })).rejects.toMatchObject({ code: 'damaged-file' });
    expect(await readFile(file, 'utf8')).toBe(damaged);
    await again.write({ other: { v: 1 } });
    // The remedy that the message gives.
    await rm(file);
    expect(await again.read(['a'])).toEqual({});
    await again.close();
  });

  it('refuses a folder of another version, and one whose format cannot be read', async () => {
    await fill({});
    await writeFile(join(folder, 'format.json'), '{"format":"reconnect-state","version":7}');
    await expect(LowdbStorage.open(folder)).rejects.toMatchObject({ code: 'folder-version' });
    await writeFile(join(folder, 'format.json'), '{');
    await expect(LowdbStorage.open(folder)).rejects.toMatchObject({
      code: 'damaged-file',
      message: expect.stringContaining('format.json'),
    });
  });

  it('after a write that failed shows what the disk has', async () => {
    await fill({ a: { v: 1 } });
    const storage = await LowdbStorage.open(folder);
    await storage.read(['a']);
    await rm(join(folder, 'tmp'), { recursive: true });
    await expect(storage.write({ a: { v: 2 } })).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await storage.read(['a'])).toMatchObject({ a: { v: 1 } });
    await mkdir(join(folder, 'tmp'));
    await storage.write({ a: { v: 3 } });
    expect(await storage.read(['a'])).toMatchObject({ a: { v: 3 } });
    await storage.close();
  });

  it('forgets what was not written since a date, and nothing else', async () => {
    let now = new Date('2026-01-01T00:00:00Z');
    const storage = await LowdbStorage.open(folder, { now: () => now });
    await storage.write({ old: { v: 1 }, touched: { v: 1 } });
    for (const name of await filesOf()) await utimes(join(folder, 'items', name), now, now);
    now = new Date('2026-03-01T00:00:00Z');
    await storage.write({ touched: { v: 2 }, young: { v: 1 } });
    expect(await storage.prune(new Date('2026-02-01T00:00:00Z'))).toBe(1);
    expect(Object.keys(await storage.read(['old', 'touched', 'young']))).toEqual(['touched', 'young']);
    expect(await filesOf()).toHaveLength(2);
    await storage.close();
  });

  it('is of no use after it was closed', async () => {
    const storage = await LowdbStorage.open(folder);
    await storage.close();
    await expect(storage.write({ a: {} })).rejects.toThrow('closed');
  });

  it('serves more keys than it keeps in memory, read and written at once', async () => {
    const storage = await LowdbStorage.open(folder, { cached: 3 });
    const keys = Array.from({ length: 40 }, (_, i) => `key ${i}`);
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(
        keys.map(async (key) => {
          const item = (await storage.read([key]))[key] as { v: number; eTag: string } | undefined;
          await storage.write({ [key]: item ? { ...item, v: item.v + 1 } : { v: 1 } });
        }),
      );
    }
    const items = await storage.read(keys);
    expect(keys.map((key) => (items[key] as { v: number }).v)).toEqual(keys.map(() => 5));
    await storage.close();
  });
});

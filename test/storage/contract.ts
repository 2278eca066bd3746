import type { Storage } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

export interface StorageUnderTest {
  readonly storage: Storage;
  close(): Promise<void>;
}

interface Item {
  readonly eTag: string;
  readonly [name: string]: unknown;
}

/** What every store of conversation state promises. */
export function storageContract(name: string, open: () => Promise<StorageUnderTest>): void {
  describe(`${name} keeps the contract of state storage`, () => {
    let opened: StorageUnderTest;
    let storage: Storage;
    beforeEach(async () => {
      opened = await open();
      storage = opened.storage;
    });
    afterEach(() => opened.close());

    const readOne = async (key: string): Promise<Item | undefined> =>
      (await storage.read([key]))[key] as Item | undefined;

    it('has nothing under a key that was never written', async () => {
      expect(await storage.read(['a', 'b'])).toEqual({});
    });

    it('gives back what was written, with an eTag', async () => {
      await storage.write({ 'msteams/conversations/19:x@thread.v2;messageid=1/': { deep: { list: [1, 'ü', null] } } });
      const item = await readOne('msteams/conversations/19:x@thread.v2;messageid=1/');
      expect(item).toEqual({ deep: { list: [1, 'ü', null] }, eTag: expect.any(String) });
    });

    it('keeps keys apart that differ in one character or in case', async () => {
      await storage.write({ Key: { v: 1 }, key: { v: 2 }, 'key ': { v: 3 }, __proto__x: { v: 4 } });
      expect((await readOne('Key'))?.['v']).toBe(1);
      expect((await readOne('key'))?.['v']).toBe(2);
      expect((await readOne('key '))?.['v']).toBe(3);
    });

    it('hands out copies: changing one changes nothing that is stored', async () => {
      const written = { list: [1] };
      await storage.write({ a: written });
      written.list.push(2);
      const first = await readOne('a');
      (first?.['list'] as number[]).push(3);
      expect((await readOne('a'))?.['list']).toEqual([1]);
    });

    it('changes the eTag with every write', async () => {
      const seen = new Set<string>();
      for (let i = 0; i < 5; i += 1) {
        await storage.write({ a: { v: 1 } });
        seen.add((await readOne('a'))?.eTag ?? '');
      }
      expect(seen.size).toBe(5);
    });

    it('lets the holder of the eTag write, once', async () => {
      await storage.write({ a: { v: 1 } });
      const { eTag } = (await readOne('a')) ?? { eTag: '' };
      await storage.write({ a: { v: 2, eTag } });
      await expect(storage.write({ a: { v: 3, eTag } })).rejects.toMatchObject({ code: 'etag-conflict' });
      expect((await readOne('a'))?.['v']).toBe(2);
    });

    it('refuses an eTag for a key that is gone, also when it was written anew', async () => {
      await storage.write({ a: { v: 1 } });
      const { eTag } = (await readOne('a')) ?? { eTag: '' };
      await storage.delete(['a']);
      await expect(storage.write({ a: { v: 2, eTag } })).rejects.toMatchObject({ code: 'etag-conflict' });
      await storage.write({ a: { v: 3 } });
      await expect(storage.write({ a: { v: 4, eTag } })).rejects.toMatchObject({ code: 'etag-conflict' });
      expect((await readOne('a'))?.['v']).toBe(3);
    });

    it('overwrites with * and without an eTag', async () => {
      await storage.write({ a: { v: 1 } });
      await storage.write({ a: { v: 2, eTag: '*' } });
      await storage.write({ a: { v: 3 } });
      expect((await readOne('a'))?.['v']).toBe(3);
    });

    it('writes nothing of a batch when one eTag of it is wrong', async () => {
      await storage.write({ a: { v: 1 }, b: { v: 1 } });
      await expect(storage.write({ a: { v: 2 }, b: { v: 2, eTag: 'wrong' } })).rejects.toMatchObject({ code: 'etag-conflict' });
      expect((await readOne('a'))?.['v']).toBe(1);
      expect((await readOne('b'))?.['v']).toBe(1);
    });

    it('of many writers with one eTag lets exactly one win', async () => {
      await storage.write({ a: { v: 0 } });
      const { eTag } = (await readOne('a')) ?? { eTag: '' };
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) => storage.write({ a: { v: i + 1, eTag } })),
      );
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    });

    it('after many writes at once holds the last one', async () => {
      await Promise.all(Array.from({ length: 200 }, (_, i) => storage.write({ a: { v: i } })));
      expect((await readOne('a'))?.['v']).toBe(199);
    });

    it('deletes what is there and does not mind what is not', async () => {
      await storage.write({ a: { v: 1 }, b: { v: 1 } });
      await storage.delete(['a', 'never']);
      expect(Object.keys(await storage.read(['a', 'b']))).toEqual(['b']);
    });
  });
}

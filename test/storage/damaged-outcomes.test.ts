import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outcomeFolderIn } from '../../storage/outcome-folder.ts';

let folder: string;
let setAside: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reconnect-outcomes-'));
  setAside = [];
  for (const name of ['counts', 'replayed']) mkdirSync(join(folder, 'outcomes', name), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const DAMAGES: readonly (readonly [string, string])[] = [
  ['nothing but NUL', '\0'.repeat(400)],
  ['a half of it', '{"profiles":{"a":{"r"'],
  ['an empty file', ''],
  ['a file of somebody else', '{"version":3,"items":[]}'],
];

test.each(DAMAGES)('of outcomes %s is set aside whole, and the rest goes on', async (_name, content) => {
  const paths = [join('counts', '2954.json'), join('replayed', '2954.json'), 'learned.json'].map((name) => join(folder, 'outcomes', name));
  for (const path of paths) writeFileSync(path, content);
  const { counts, replayed, learned } = outcomeFolderIn(folder, (file) => setAside.push(file));

  expect(await counts.week(2954)).toEqual({ profiles: {}, counted: {} });
  await counts.update(2954, () => ({ profiles: { a: { r: 1 } }, counted: {} }));
  expect(await counts.week(2954)).toMatchObject({ profiles: { a: { r: 1 } } });
  expect(await replayed.week(2954)).toEqual({ profiles: {}, counted: {} });
  expect(await learned.read()).toBeUndefined();

  expect(setAside).toHaveLength(3);
  for (const file of setAside) expect(readFileSync(file, 'utf8')).toBe(content);
  expect(await counts.weeks()).toEqual([2954]);
  expect(readdirSync(join(folder, 'outcomes', 'counts'))).toHaveLength(2);
});

test('where nobody is told of it, nothing is moved and nothing is written over', async () => {
  const path = join(folder, 'outcomes', 'counts', '2954.json');
  writeFileSync(path, '{"profiles":');
  const { counts } = outcomeFolderIn(folder);
  await expect(counts.week(2954)).rejects.toMatchObject({ code: 'damaged-file' });
  await expect(counts.update(2954, () => ({ profiles: {}, counted: {} }))).rejects.toMatchObject({ code: 'damaged-file' });
  expect(readFileSync(path, 'utf8')).toBe('{"profiles":');
});

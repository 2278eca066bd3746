import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadOrBuild } from '../../service/model-cache.ts';
import type { Learned } from '../../service/model-cache.ts';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'reconnect-models-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A text as a model, that counts how often it is built. */
function learnedText(fingerprint: string): { readonly learned: Learned<string>; readonly built: () => number } {
  let built = 0;
  return {
    built: () => built,
    learned: {
      name: 'text',
      fingerprint,
      build: () => `built ${++built} of ${fingerprint}`,
      save: (text) => Buffer.from(`text:${text}`),
      load: (bytes) => {
        const text = Buffer.from(bytes).toString();
        if (!text.startsWith('text:')) throw new Error('no text');
        return text.slice('text:'.length);
      },
    },
  };
}

describe('loadOrBuild', () => {
  it('builds once, and then takes what it kept', async () => {
    const { learned, built } = learnedText('aa');
    const told: string[] = [];
    expect(await loadOrBuild(folder, learned, (name) => told.push(name))).toBe('built 1 of aa');
    expect(await loadOrBuild(folder, learned, (name) => told.push(name))).toBe('built 1 of aa');
    expect(built()).toBe(1);
    expect(told).toEqual(['text']);
  });

  it('builds again for another fingerprint', async () => {
    await loadOrBuild(folder, learnedText('aa').learned);
    expect(await loadOrBuild(folder, learnedText('bb').learned)).toBe('built 1 of bb');
  });

  it('replaces a file that cannot be read', async () => {
    const { learned } = learnedText('aa');
    await writeFile(join(folder, 'text-aa.bin'), 'half of it');
    expect(await loadOrBuild(folder, learned)).toBe('built 1 of aa');
    expect(await readFile(join(folder, 'text-aa.bin'), 'utf8')).toBe('text:built 1 of aa');
  });

  it('does without a folder that cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(await loadOrBuild(join(folder, 'file'), learnedText('aa').learned)).toBe('built 1 of aa');
  });

  it('keeps the last few models and nothing half written', async () => {
    for (const fingerprint of ['aa', 'bb', 'cc', 'dd', 'ee']) await loadOrBuild(folder, learnedText(fingerprint).learned);
    const kept = await readdir(folder);
    expect(kept).toHaveLength(3);
    expect(kept).toContain('text-ee.bin');
    expect(kept.every((name) => name.endsWith('.bin'))).toBe(true);
  });
});

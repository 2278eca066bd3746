import { appendFile, cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTS } from '../../knowledge/compiler/acts.ts';
import type { Library } from '../../knowledge/compiler/library.ts';
import { lintSayings } from '../../knowledge/compiler/lint/sayings.ts';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { loadSayings, readSayingFiles } from '../../knowledge/compiler/sayings.ts';
import { SHIPPED_DIR } from './small-knowledge.ts';

const PAGE = fileURLToPath(new URL('../../docs/authors/sayings.md', import.meta.url));

let folder: string;
let page: string;
let library: Library;
/** What the page tells to append, in order. */
let blocks: { readonly path: string; readonly text: string }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sayings-'));
  await cp(join(SHIPPED_DIR, 'utterances'), folder, { recursive: true });
  const compiled = await loadKnowledge(SHIPPED_DIR);
  if (!compiled.graph) throw new Error('the shipped knowledge is valid');
  library = compiled.library;
  page = await readFile(PAGE, 'utf8');
  blocks = [...page.matchAll(/```text\n# knowledge\/utterances\/(\S+)\n([\s\S]*?)```/g)].map(([, path = '', text = '']) => ({ path, text }));
});

afterAll(() => rm(folder, { recursive: true }));

async function append(block: number): Promise<void> {
  const { path, text } = blocks[block] ?? { path: '', text: '' };
  await appendFile(join(folder, path), text);
}

describe('the page on sayings, followed to the letter', () => {
  it('names every voice and every act', async () => {
    const voices = await readdir(join(folder, 'en'));
    expect([...voices, ...ACTS].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('adds a saying that the loader reads and the lint accepts', async () => {
    const before = new Set((await loadSayings(folder)).map(({ source }) => source));
    await append(0);
    const added = (await loadSayings(folder)).filter(({ source }) => !before.has(source));
    expect(added).toContainEqual(
      expect.objectContaining({
        text: "funny, on my daughter's laptop it opens",
        label: 'answer:other-client-gets-in',
        question: 'other-client-succeeds',
        voice: 'office',
        language: 'en',
      }),
    );
    expect(new Set(added.map(({ label }) => label))).toEqual(new Set(['answer:other-client-gets-in', 'answer:other-client-fails-too']));
    expect(lintSayings(library, await readSayingFiles(folder))).toEqual([]);
  });

  it('ends with a line that the lint refuses, naming both places', async () => {
    await append(1);
    const findings = lintSayings(library, await readSayingFiles(folder));
    expect(findings.map(({ rule, severity, file }) => ({ rule, severity, file }))).toEqual([
      { rule: 'ambiguous-saying', severity: 'error', file: 'utterances/en/office/tls.txt' },
    ]);
    const lines = (await readFile(join(folder, 'en/office/tls.txt'), 'utf8')).split('\n');
    expect(lines[(findings[0]?.line ?? 0) - 1]).toBe("Funny: on my daughter's laptop, it opens!");
    const first = lines.indexOf("funny, on my daughter's laptop it opens") + 1;
    expect(findings[0]?.what).toContain(`utterances/en/office/tls.txt:${first}`);
  });
});

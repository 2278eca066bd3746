import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileKnowledge } from '../../knowledge/compiler/compile.ts';
import type { FileText, ParseCache } from '../../knowledge/compiler/knowledge-file.ts';
import { readParseCache, writeParseCache } from '../../knowledge/compiler/load.ts';
import { edited, smallFiles } from './small-knowledge.ts';

let dir: string;
let files: FileText[];
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cache-'));
  files = await smallFiles();
});
afterAll(() => rm(dir, { recursive: true }));

describe('the cache of parsed files', () => {
  it('gives the same graph, also after it was on the disk', async () => {
    const cache: ParseCache = new Map();
    const { graph } = compileKnowledge(files, 'en', [], cache);
    expect(cache.size).toBe(files.length);
    await writeParseCache(join(dir, 'cache.json'), cache);
    const again = compileKnowledge(files, 'en', [], await readParseCache(join(dir, 'cache.json')));
    expect(again.graph?.version).toBe(graph?.version);
  });

  it('does not keep an older text, and still knows the lines', () => {
    const cache: ParseCache = new Map();
    compileKnowledge(files, 'en', [], cache);
    const changed = edited(files, [{ file: 'graph/small.yaml', find: 'unknown: 1 }', put: 'unknwon: 1 }' }]);
    const fresh = compileKnowledge(changed);
    expect(compileKnowledge(changed, 'en', [], cache)).toEqual(fresh);
    expect(compileKnowledge(changed, 'en', [], cache)).toEqual(fresh);
    expect(fresh.findings.length).toBe(2);
  });

  it('is empty when there is none, or a damaged one', async () => {
    await writeFile(join(dir, 'bad.json'), '[["graph/a.yaml",');
    expect((await readParseCache(join(dir, 'bad.json'))).size).toBe(0);
    expect((await readParseCache(join(dir, 'none.json'))).size).toBe(0);
  });
});

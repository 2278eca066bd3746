import { cp, mkdtemp, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LintFinding } from '../../knowledge/compiler/finding.ts';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import { watchKnowledge, type Watching } from '../../knowledge/compiler/watch.ts';
import { SMALL_DIR } from './small-knowledge.ts';

let dir: string;
let watching: Watching | undefined;
const graphs: KnowledgeGraph[] = [];
const invalid: (readonly LintFinding[])[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'knowledge-'));
  await cp(SMALL_DIR, dir, { recursive: true });
  graphs.length = 0;
  invalid.length = 0;
});

afterEach(async () => {
  watching?.stop();
  await rm(dir, { recursive: true });
});

/** The looks are made by hand here; the timer is set far away. */
async function watch(): Promise<Watching> {
  watching = await watchKnowledge(dir, (graph) => graphs.push(graph), (findings) => invalid.push(findings), { intervalMs: 3_600_000 });
  return watching;
}

async function change(find: string, put: string): Promise<void> {
  const file = join(dir, 'graph/small.yaml');
  const text = await readFile(file, 'utf8');
  expect(text).toContain(find);
  await writeFile(file, text.replace(find, put));
  // Dates of one tick may be equal; a writer a moment later has a later one.
  const later = new Date(Date.now() + 1000 * (1 + graphs.length + invalid.length));
  await utimes(file, later, later);
}

describe('watching the knowledge', () => {
  it('hands over a valid change once it has settled, and only once', async () => {
    const watched = await watch();
    const before = await loadKnowledge(dir);
    await watched.look();
    expect(graphs).toEqual([]);
    await change('port-blocked: 5', 'port-blocked: 7');
    await watched.look();
    expect(graphs).toEqual([]);
    await watched.look();
    await watched.look();
    expect(graphs).toHaveLength(1);
    expect(graphs[0]?.version).not.toBe(before.graph?.version);
    expect(graphs[0]?.problems.get('cannot-connect')?.priors.get('port-blocked')).toBeCloseTo(7 / 12);
  });

  it('tells an invalid change once, with its reasons, and takes up the next valid one', async () => {
    const watched = await watch();
    await change('unknown: 1 }', 'unknwon: 1 }');
    for (let looks = 0; looks < 3; looks += 1) await watched.look();
    expect(graphs).toEqual([]);
    expect(invalid.map((findings) => findings.map((finding) => finding.rule))).toEqual([['dangling-id', 'no-unknown']]);
    await change('unknwon: 1 }', 'unknown: 2 }');
    await watched.look();
    await watched.look();
    expect(graphs).toHaveLength(1);
  });

  it('tells that the folder is gone, and goes on when it is back', async () => {
    const watched = await watch();
    await rename(join(dir, 'graph'), join(dir, 'away'));
    await watched.look();
    await watched.look();
    expect(graphs).toEqual([]);
    await rename(join(dir, 'away'), join(dir, 'graph'));
    await change('port-blocked: 5', 'port-blocked: 6');
    await watched.look();
    await watched.look();
    expect(graphs).toHaveLength(1);
  });

  it('looks by itself, well within five seconds', async () => {
    const seen = new Promise<KnowledgeGraph>((resolve) => {
      void watchKnowledge(dir, resolve, () => undefined).then(async (started) => {
        watching = started;
        await change('port-blocked: 5', 'port-blocked: 9');
      });
    });
    expect((await seen).problems.get('cannot-connect')?.priors.get('port-blocked')).toBeCloseTo(9 / 14);
  });
});

import { appendFile, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTroubleshooter } from '../../troubleshooting/troubleshooter.ts';
import { lintSayings } from '../../knowledge/compiler/lint/sayings.ts';
import { style } from '../../knowledge/compiler/lint/style.ts';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { readSayingFiles } from '../../knowledge/compiler/sayings.ts';
import { readRules } from '../../scripts/knowledge/read-rules.ts';
import { SHIPPED_DIR } from './small-knowledge.ts';

const TUTORIAL = fileURLToPath(new URL('../../docs/authors/tutorial.md', import.meta.url));

let dir: string;
/** The files of the tutorial's sections, in order. */
let sections: { readonly path: string; readonly text: string }[][];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tutorial-'));
  for (const folder of ['graph', 'codes', 'locales', 'utterances']) await cp(join(SHIPPED_DIR, folder), join(dir, folder), { recursive: true });
  const tutorial = await readFile(TUTORIAL, 'utf8');
  sections = tutorial.split(/^## /m).map((section) =>
    [...section.matchAll(/```(?:yaml|text)\n# knowledge\/(\S+)\n([\s\S]*?)```/g)].map(([, path = '', text = '']) => ({ path, text })),
  );
});

afterAll(() => rm(dir, { recursive: true }));

async function follow(section: number): Promise<void> {
  for (const { path, text } of sections[section] ?? []) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await appendFile(join(dir, path), `${text}\n`);
  }
}

describe('the tutorial, followed to the letter', () => {
  it('has a cause that wants a fix after its first step, as it says', async () => {
    await follow(1);
    const { findings } = await loadKnowledge(dir, 'en', [readRules, style]);
    expect(findings.filter((finding) => finding.severity === 'error').map((finding) => `${finding.rule} ${finding.file}`)).toEqual(['cause-without-fix graph/badge.yaml']);
  });

  it('wants sayings for its question, and gives them', async () => {
    for (const section of [2, 3]) await follow(section);
    const found = async (): Promise<string[]> => {
      const compiled = await loadKnowledge(dir, 'en', [readRules, style]);
      if (!compiled.graph) throw new Error('it is valid');
      return lintSayings(compiled.library, await readSayingFiles(join(dir, 'utterances'))).map(({ rule, file }) => `${rule} ${file}`);
    };
    expect(await found()).toEqual(['few-sayings graph/badge.yaml', 'few-sayings graph/badge.yaml']);
    await follow(4);
    expect(await found()).toEqual([]);
  });

  it('ends with a code, a cause, a fix and a diagnostic that work', async () => {
    await follow(5);
    const { graph, findings } = await loadKnowledge(dir, 'en', [readRules, style]);
    expect(findings.filter((finding) => finding.file.includes('badge') || finding.file.includes('house') || finding.severity === 'error')).toEqual([]);
    if (!graph) throw new Error('it is valid');
    expect(graph.code('0x1f99')[0]?.meaning).toBe('The desktop is closed because your badge was not seen at the door.');
    const problem = graph.problemFor('0x1f99');
    expect(problem?.id).toBe('badge');
    expect(graph.questions.get('badge-service')?.diagnostic).toBe('badge-service-state');
    const decision = createTroubleshooter(graph, 'badge').decide({
      findings: [{ question: 'badge-service', answer: 'badge-not-seen', basis: 'measured' }],
      unanswered: [],
      failed: [],
      skipped: [],
      capabilities: {},
    });
    expect(decision.action).toMatchObject({ type: 'fix', id: 'badge-in-again' });
  });
});

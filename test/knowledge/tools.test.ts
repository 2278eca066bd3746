import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compileKnowledge } from '../../knowledge/compiler/compile.ts';
import { jsonSchemaText, SCHEMA_FILES } from '../../knowledge/compiler/json-schema.ts';
import type { FileText } from '../../knowledge/compiler/knowledge-file.ts';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { dotOf, mermaidOf } from '../../knowledge/compiler/picture.ts';
import type { FileKind } from '../../knowledge/compiler/schema.ts';
import { describeChanges } from '../../scripts/knowledge/changes.ts';
import type { Command } from '../../scripts/knowledge/command.ts';
import { diffCommand } from '../../scripts/knowledge/diff.ts';
import { drawCommand } from '../../scripts/knowledge/draw.ts';
import { exportCommand, importCommand } from '../../scripts/knowledge/exchange.ts';
import { lintCommand } from '../../scripts/knowledge/lint.ts';
import { newCommand } from '../../scripts/knowledge/scaffold.ts';
import { showCommand } from '../../scripts/knowledge/show.ts';
import { statsCommand } from '../../scripts/knowledge/stats.ts';
import { edited, SHIPPED_DIR, SMALL_DIR, smallFiles } from './small-knowledge.ts';

let dir: string;
let files: FileText[];
beforeAll(async () => {
  files = await smallFiles();
});
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'knowledge-'));
  await cp(SMALL_DIR, dir, { recursive: true });
});
afterEach(() => rm(dir, { recursive: true }));

async function run(command: Command, ...args: string[]): Promise<{ code: number; text: string }> {
  const printed: string[] = [];
  const code = await command.run(args, { dir, dataDir: join(dir, 'no-data'), print: (text) => printed.push(text) });
  return { code, text: printed.join('\n') };
}

describe('knowledge show', () => {
  it('shows a code in every form, with its problem, causes and fixes in order', async () => {
    const hexadecimal = await run(showCommand, '0x204');
    expect(hexadecimal.text).toContain('disconnectReasonSocketConnectFailed');
    expect(hexadecimal.text).toMatch(/50\.0 % {2}The port is blocked/);
    expect(hexadecimal.text).toMatch(/ 1\. .*%/);
    expect((await run(showCommand, '516')).text).toContain('The computer could not be reached.');
    expect((await run(showCommand, 'cannot-connect')).text).toContain('It cannot be reached');
  });
  it('says that it knows nothing of another', async () => {
    expect(await run(showCommand, '0x999')).toEqual({ code: 1, text: 'Nothing is known of 0x999.' });
  });
});

describe('knowledge stats and lint', () => {
  it('counts what is covered and names what is not', async () => {
    expect((await run(statsCommand)).text).toMatch(/mstsc-disconnect +2 +2/);
    const { code, text } = await run(lintCommand);
    expect(code).toBe(1);
    expect(text).toContain('No problem stands for the symptom gateway.');
    expect(text).toContain('The problem "cannot-connect" has 3 fixes; 4 is the least.');
  });
});

describe('knowledge diff', () => {
  it('says in words what changed', () => {
    const before = compileKnowledge(files).graph;
    const after = compileKnowledge(
      edited(files, [
        { file: 'graph/small.yaml', find: 'service-stopped-cause: 3, port-blocked: 5', put: 'service-stopped-cause: 7, port-blocked: 1' },
        { file: 'graph/small.yaml', find: 'solves: { port-blocked: .8 }', put: 'solves: { port-blocked: .5 }' },
        { file: 'graph/small.yaml', find: 'minutes: 3\n', put: 'minutes: 4\n' },
        { file: 'locales/en/small.yaml', find: 'check: It runs.', put: 'check: It runs again.' },
      ]),
    ).graph;
    if (!before || !after) throw new Error('both are valid');
    const changes = describeChanges(before, after);
    expect(changes).toContain('In cannot-connect, port-blocked fell from 50 % to 10 %.');
    expect(changes).toContain('The fix open-the-port helps against port-blocked with 50 % instead of 80 %.');
    expect(changes).toContain('The fix start-the-service takes 4 minutes instead of 3.');
    expect(changes.join('\n')).toMatch(/In cannot-connect, the order of fixes changes: .*\./);
    expect(changes.join('\n')).toContain('The wording of 1 fixes changed.');
    expect(describeChanges(before, before)).toEqual([]);
  });

  it('compares folders', async () => {
    expect((await run(diffCommand, SMALL_DIR, dir)).text).toBe('Nothing changed.');
  });
});

describe('knowledge export and import', () => {
  it('bring the same knowledge back', async () => {
    const file = join(dir, 'all.json');
    const into = join(dir, 'again');
    await run(exportCommand, file);
    await run(importCommand, file, into);
    expect((await loadKnowledge(into)).graph?.version).toBe((await loadKnowledge(dir)).graph?.version);
    expect((await run(diffCommand, file, into)).text).toBe('Nothing changed.');
    await expect(run(importCommand, file, into)).rejects.toThrow(/already.*Nothing was written/s);
  });
});

describe('knowledge new', () => {
  it('writes scaffolds that the lint leads through, and leaves every other line as it was', async () => {
    const before = await readFile(join(dir, 'graph/small.yaml'), 'utf8');
    await run(newCommand, 'fix', 'restart-the-router', 'small');
    await run(newCommand, 'cause', 'router-tired', 'small');
    await run(newCommand, 'code', '0x108', 'disconnect');
    const after = await readFile(join(dir, 'graph/small.yaml'), 'utf8');
    let place = 0;
    for (const line of after.split('\n')) if (line === before.split('\n')[place]) place += 1;
    expect(place, 'every line of before is still there, in order').toBe(before.split('\n').length);
    const { findings } = await loadKnowledge(dir);
    const rules = new Set(findings.map((finding) => finding.rule));
    expect(rules.has('schema') || rules.has('yaml')).toBe(false);
    expect(rules).toContain('unwritten-text');
  });
});

describe('pictures', () => {
  it('draws a problem as SVG and as Mermaid', async () => {
    const svg = await run(drawCommand, 'cannot-connect');
    expect(svg.text).toContain('<svg');
    expect(svg.text).toContain('The port is');
    const graph = compileKnowledge(files).graph;
    const problem = graph?.problems.get('cannot-connect');
    if (!graph || !problem) throw new Error('it is there');
    expect(mermaidOf(graph, problem)).toMatch(/^flowchart LR\n {2}n0\["It cannot be reached"\]/);
    expect(dotOf(graph, problem)).toContain('"cause port-blocked" -> "fix open-the-port" [label="80 %"');
  });
  it('names the problems when it is asked for another', async () => {
    await expect(run(drawCommand, 'nothing')).rejects.toThrow('There are cannot-connect.');
  });
});

describe('the JSON Schemas', () => {
  it.each(Object.entries(SCHEMA_FILES))('of %s is current; otherwise run: npm run knowledge -- schema', async (kind, name) => {
    expect(await readFile(join(SHIPPED_DIR, name), 'utf8')).toBe(jsonSchemaText(kind as FileKind));
  });
});

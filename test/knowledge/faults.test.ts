import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileKnowledge } from '../../knowledge/compiler/compile.ts';
import type { FileText } from '../../knowledge/compiler/knowledge-file.ts';
import { style } from '../../knowledge/compiler/lint/style.ts';
import { readRules } from '../../scripts/knowledge/read-rules.ts';
import { edited, smallFiles, type Edit } from './small-knowledge.ts';

/** A planted fault: what is changed in the small knowledge, and the only finding that must come of it. */
interface PlantedFault {
  readonly rule: string;
  readonly severity?: 'warning';
  readonly edits: readonly Edit[];
  /** The finding stands on the line where `at` ends. */
  readonly found: { readonly file: string; readonly at: string };
}

const FOLDER = fileURLToPath(new URL('faults', import.meta.url));
const names = readdirSync(FOLDER).sort();
let files: FileText[];

beforeAll(async () => {
  files = await smallFiles();
});

describe('the lint', () => {
  it('finds nothing in the small knowledge', () => {
    const { graph, findings } = compileKnowledge(files, 'en', [readRules, style]);
    expect(findings).toEqual([]);
    expect(graph?.problems.size).toBe(1);
  });

  it.each(names)('finds %s, and nothing else', (name) => {
    const fault = parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as PlantedFault;
    const changed = edited(files, fault.edits);
    const { graph, findings } = compileKnowledge(changed, 'en', [readRules, style]);
    expect(findings.map((finding) => `${finding.rule} ${finding.severity}`)).toEqual([`${fault.rule} ${fault.severity ?? 'error'}`]);
    const finding = findings[0];
    expect(`${finding?.file}:${finding?.line}`).toBe(`${fault.found.file}:${lineOf(changed, fault.found)}`);
    for (const sentence of [finding?.what, finding?.why, finding?.remedy]) expect(sentence).toMatch(/\S{2,}.*[.)]$/s);
    expect(graph === undefined).toBe(fault.severity === undefined);
  });

  it('reports faults of many files at once', () => {
    const planted = ['missing-text', 'no-unknown', 'safety-firewall-off', 'test-without-undo'];
    const edits = planted.flatMap((name) => (parse(readFileSync(`${FOLDER}/${name}.yaml`, 'utf8')) as PlantedFault).edits);
    const { findings } = compileKnowledge(edited(files, edits));
    expect(findings.map((finding) => finding.rule).sort()).toEqual(planted);
  });

  it('lets a weakening pass that is only a test and carries the command to undo it', () => {
    const changed = edited(files, [
      { file: 'graph/small.yaml', find: '  start-the-service:\n', put: '  start-the-service:\n    testOnly: true\n' },
      { file: 'graph/small.yaml', find: 'run: Start-Service TermService', put: "run: 'reg add HKLM\\X /v UserAuthentication /t REG_DWORD /d 0'" },
    ]);
    expect(compileKnowledge(changed).findings).toEqual([]);
  });
});

function lineOf(changed: readonly FileText[], { file, at }: PlantedFault['found']): number {
  const text = changed.find((each) => each.path === file)?.text ?? '';
  const start = text.indexOf(at);
  expect(start, `${file} contains ${at}`).toBeGreaterThanOrEqual(0);
  return text.slice(0, start + at.length).split('\n').length;
}

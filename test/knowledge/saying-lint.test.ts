import { beforeAll, describe, expect, it } from 'vitest';
import { compileKnowledge } from '../../knowledge/compiler/compile.ts';
import type { Library } from '../../knowledge/compiler/library.ts';
import { lintSayings } from '../../knowledge/compiler/lint/sayings.ts';
import { parseSayingFile } from '../../knowledge/compiler/saying-file.ts';
import { smallFiles } from './small-knowledge.ts';

const FAMILY = 'en/plain/small.txt';
const ACTS = 'en/plain/acts.txt';

/** Twelve lines, all of them different. */
function twelve(sentence: string): string {
  return 'abcdefghijkl'.split('').map((letter) => `${sentence} ${letter}`).join('\n');
}

const SMALL = [
  '@is-it-running', '= it-runs', twelve('it runs'), '= it-stands', twelve('it stands still'),
  '@port-probe', '= probe-open', twelve('it is open'), '= probe-closed', twelve('it is closed'), '',
].join('\n');

let library: Library;

beforeAll(async () => {
  const compiled = compileKnowledge(await smallFiles());
  if (!compiled.graph) throw new Error('the small knowledge is valid');
  library = compiled.library;
});

/** Findings in the small sayings with some text put in place of another, and with acts. */
function findings({ find = '', put = '', acts = '' }: { find?: string; put?: string; acts?: string }) {
  expect(SMALL).toContain(find);
  const files = [parseSayingFile(FAMILY, SMALL.replace(find, () => put)), parseSayingFile(ACTS, acts)];
  return lintSayings(library, files);
}

function lineOf(text: string, find: string, put: string, at: string): number {
  const changed = text.replace(find, () => put);
  return changed.slice(0, changed.indexOf(at)).split('\n').length;
}

describe('the lint of sayings', () => {
  it('finds nothing in the small sayings', () => {
    expect(findings({})).toEqual([]);
  });

  it.each([
    { rule: 'unknown-label', find: '@is-it-running\n', put: '@is-it-runing\n= ?\nhm\n@is-it-running\n', at: '@is-it-runing', says: 'Did you mean "is-it-running"?' },
    { rule: 'unknown-label', find: '= it-stands\n', put: '= it-stand\nhm\n= it-stands\n', at: '= it-stand\n', says: 'Did you mean "it-stands"?' },
    { rule: 'ambiguous-saying', find: 'it is closed a', put: 'It is open... B\nit is closed a', at: 'It is open...', says: 'Keep it where it fits' },
    { rule: 'ambiguous-saying', find: 'it is closed l\n', put: 'it is closed l\nwell, it shuts\n= other\n(so|well) it shuts\n', at: '(so|well)', says: 'Keep it where it fits' },
    { rule: 'bare-word', find: 'it runs a', put: 'Nope!\nit runs a', at: 'Nope!', says: 'set "polarity: { no: it-runs }" in graph/small.yaml' },
    { rule: 'open-alternatives', find: 'it is open a', put: 'it (is|was open a', at: 'it (is|was', says: 'Write them as (a|b|c)' },
    { rule: 'open-alternatives', find: 'it is open a', put: 'it is (open|wide (open|shut)|up)', at: 'it is (open|wide', says: 'one group beside the other' },
    { rule: 'few-sayings', find: 'it is open l\n', put: '', at: '= probe-open', says: 'utterances/en/<voice>/small.txt under "@port-probe" and "= probe-open"' },
    { rule: 'empty-section', find: '= probe-open', put: '= ?\n= probe-open', at: '= ?', says: 'take the header out' },
    { rule: 'empty-section', find: '@port-probe', put: '@port-probe\n@port-probe'.replace('@port-probe\n', '@is-it-running\n= other\n@port-probe\n'), at: '= other', says: 'take the header out' },
    { rule: 'misplaced-saying', find: '= probe-open', put: 'hello\n= probe-open', at: 'hello', says: 'Write "= answer-id" or "% act" above it.' },
    { rule: 'misplaced-saying', find: '@is-it-running', put: '= it-runs\n@is-it-running', at: '= it-runs', says: 'Write "@question-id" above it.' },
    { rule: 'stray-section', find: '@port-probe', put: '% thanks\nthank you\n@port-probe', at: '% thanks', says: 'Move the section to en/plain/acts.txt.' },
  ])('finds $rule at $at, and nothing else', ({ rule, find, put, at, says }) => {
    const found = findings({ find, put });
    expect(found.map((finding) => `${finding.rule} ${finding.severity} ${finding.file}:${finding.line}`)).toEqual([
      `${rule} error utterances/${FAMILY}:${lineOf(SMALL, find, put, at)}`,
    ]);
    expect(found[0]?.remedy).toContain(says);
    for (const sentence of [found[0]?.what, found[0]?.why, found[0]?.remedy]) expect(sentence).toMatch(/\S{2,}.*[.)?]$/s);
  });

  it('finds a question in the file of another family', () => {
    const files = [parseSayingFile('en/plain/other.txt', SMALL)];
    expect(lintSayings(library, files).map(({ rule, line }) => `${rule} ${line}`)).toEqual(['stray-section 1', 'stray-section 28']);
  });

  it('points at the question when an answer has no sayings at all', () => {
    const found = lintSayings(library, []);
    expect(found.map(({ rule }) => rule)).toEqual(Array(4).fill('few-sayings'));
    expect(new Set(found.map(({ file }) => file))).toEqual(new Set(['graph/small.yaml']));
  });

  it('counts all voices together, and no other language', () => {
    const [plain, office] = [SMALL.replace('it is open l\n', ''), '@port-probe\n= probe-open\nyup, it answers me'];
    const of = (path: string) => lintSayings(library, [parseSayingFile(FAMILY, plain), parseSayingFile(path, office)]);
    expect(of('en/office/small.txt')).toEqual([]);
    expect(of('de/office/small.txt').map(({ rule }) => rule)).toEqual(['few-sayings']);
  });

  it('wants 25 where another family speaks of the question', () => {
    const cause = library.causes.get('port-blocked');
    if (!cause) throw new Error('the small knowledge has it');
    const elsewhere = { ...cause, id: 'cable-cut', file: 'graph/cables.yaml', value: { ...cause.value, evidence: { 'port-probe': [0.1, 0.9] } } };
    const shared = { ...library, causes: new Map([...library.causes, [elsewhere.id, elsewhere]]) };
    const found = lintSayings(shared, [parseSayingFile(FAMILY, SMALL)]);
    expect(found.map(({ rule, what }) => `${rule}: ${what}`)).toEqual([
      'few-sayings: The answer "probe-open" of "port-probe" has 12 of 25 sayings.',
      'few-sayings: The answer "probe-closed" of "port-probe" has 12 of 25 sayings.',
    ]);
  });

  it('finds an unknown act', () => {
    expect(findings({ acts: '% wurked\nit works' }).map(({ rule, line, remedy }) => ({ rule, line, remedy }))).toEqual([
      { rule: 'unknown-label', line: 1, remedy: 'Did you mean "worked"?' },
    ]);
  });

  it('warns of one saying under two acts, unless a step and a question tell them apart', () => {
    const twice = (first: string, second: string) => findings({ acts: `% ${first}\nnope\n% ${second}\nNope!` }).map(({ rule, severity, line }) => `${rule} ${severity} ${line}`);
    expect(twice('skip', 'no')).toEqual(['ambiguous-act warning 4']);
    expect(twice('failed', 'no')).toEqual([]);
  });
});

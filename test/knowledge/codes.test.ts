import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseOpeningCode } from '../../knowledge/compiler/code-index.ts';
import { readKnowledgeFiles, loadKnowledge } from '../../knowledge/compiler/load.ts';
import { kindOf, parseKnowledgeFile } from '../../knowledge/compiler/knowledge-file.ts';
import { graphFileSchema } from '../../knowledge/compiler/schema.ts';
import { SPACES, type CodeEntry, type KnowledgeGraph, type Space } from '../../knowledge/compiler/types.ts';
import { SHIPPED_DIR } from './small-knowledge.ts';

/**
 * What the published tables hold, entry by entry, written down apart from knowledge/codes. Counted there:
 * errinfo has 118 of MS-RDPBCGR and two of FreeRDP's own (0x1196, 0xffffffff); mstsc-disconnect has beside Microsoft's list what
 * a former TechNet table and reports add; five of the gateway's come from Mac and mobile clients; windows-app and
 * azure-virtual-desktop are what their vendor published, not all there is; RFC 8446 has some more alerts.
 */
const PUBLISHED = JSON.parse(readFileSync(new URL('published-codes.json', import.meta.url), 'utf8')) as Record<Space, string[]>;

const COUNTS: Record<Space, number> = {
  'mstsc-disconnect': 79,
  'mstsc-extended': 28,
  errinfo: 120,
  errconnect: 30,
  gateway: 76,
  'windows-app': 18,
  'azure-virtual-desktop': 19,
  hresult: 110,
  'tls-alert': 20,
  event: 142,
  fatal: 9,
  logon: 14,
};

let graph: KnowledgeGraph;
const inSpace = (space: Space): readonly CodeEntry[] => graph.codes.filter((entry) => entry.space === space);

/** A published name is a code, or the name of the log or of the error and the code. */
function nameIn(space: Space, { code, origin, symbol }: CodeEntry): string {
  if (space === 'event') return `${origin} ${code}`;
  return space === 'azure-virtual-desktop' ? `${symbol} ${code}` : code;
}

beforeAll(async () => {
  const { graph: loaded } = await loadKnowledge(SHIPPED_DIR);
  if (!loaded) throw new Error('the shipped knowledge is valid');
  graph = loaded;
});

describe.each(SPACES)('the codes of %s', (space) => {
  it('are the published ones, all of them and each once', () => {
    const names = inSpace(space).map((entry) => nameIn(space, entry));
    expect(names).toHaveLength(COUNTS[space]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.toSorted()).toEqual(PUBLISHED[space].toSorted());
  });

  it('get their own answer: meaning, detail, source and a problem to go on with', () => {
    for (const entry of inSpace(space)) {
      const name = `${space} ${nameIn(space, entry)}`;
      const found = graph.code(entry.code).filter((each) => each.space === space && each.origin === entry.origin);
      expect(found, name).toEqual([entry]);
      expect(entry.meaning, name).toMatch(/^[A-Z].{10,}\.$/);
      expect(entry.detail, name).toMatch(/^\S.{10,}\.$/);
      expect(entry.sources.length, name).toBeGreaterThan(0);
      expect(graph.problems.get(entry.problem)?.id, name).toBe(entry.problem);
      expect(graph.fixesFor(entry.problem).length, name).toBeGreaterThan(0);
    }
  });

  it('are written in the one form that readers use', () => {
    const decimal = ['event', 'tls-alert', 'fatal'].includes(space);
    for (const { code } of inSpace(space)) expect(code).toMatch(decimal ? /^(0|[1-9]\d*)$/ : /^0x(0|[1-9a-f][0-9a-f]{0,7})$/);
  });

  it('are named in the answer for what they are, not all alike', () => {
    const details = inSpace(space).map((entry) => entry.detail);
    const meanings = inSpace(space).map((entry) => entry.meaning);
    expect(new Set(details).size).toBe(details.length);
    expect(new Set(meanings).size).toBe(meanings.length);
  });
});

describe('all published codes together', () => {
  it('are 665', () => {
    expect(graph.codes).toHaveLength(665);
  });

  it('are kept apart by their number space', () => {
    const spacesOf = (code: string): Space[] => graph.code(code).map((entry) => entry.space);
    expect(spacesOf('0x3')).toEqual(['mstsc-disconnect', 'mstsc-extended', 'errinfo', 'windows-app', 'azure-virtual-desktop', 'logon']);
    const meanings = graph.code('0x3').map((entry) => entry.meaning);
    expect(meanings[0]).not.toBe(meanings[1]);
    expect(spacesOf('0x104')).toEqual(['mstsc-disconnect', 'mstsc-extended', 'errinfo', 'windows-app']);
    expect(graph.code('0x104')[0]?.problem).toBe('name-not-found');
    expect(graph.code('0x104')[1]?.problem).toBe('stored-licence');
  });

  it('tell several errors of Azure Virtual Desktop under one number apart', () => {
    const entries = graph.code('0x80131500').filter((entry) => entry.space === 'azure-virtual-desktop');
    expect(entries).toHaveLength(4);
    expect(new Set(entries.map((entry) => entry.symbol)).size).toBe(4);
  });

  it('are found as FreeRDP prints them, too', () => {
    expect(graph.code('0x10007').map((entry) => [entry.space, entry.code])).toEqual([['errinfo', '0x7']]);
    expect(graph.problemFor('0x110f0')?.id).toBe('redirection');
  });

  it('let the extended code choose where the code says only that it ended', () => {
    expect(graph.problemFor('0x3')?.id).toBe('ended-on-purpose');
    expect(graph.problemFor('0x3', '0x0')?.id).toBe('ended-on-purpose');
    expect(graph.problemFor('0x3', '0x11')?.id).toBe('remote-display-failed');
    expect(graph.problemFor('0x2', '0x408')?.id).toBe('no-desktop-available');
    expect(graph.problemFor('0x1', '0x8')?.id).toBe('fips-demanded');
    expect(graph.problemFor('0x3', '0xabc')?.id).toBe('ended-on-purpose');
    expect(graph.problemFor('0x204', '0x11')?.id).toBe('connection-refused');
  });

  it('say that general knowledge is general, and nothing of judgement', () => {
    const wrong = graph.codes.filter((entry) => entry.confidence === 'judgement' || (entry.sources.every(({ confidence }) => confidence === 'general') && entry.confidence !== 'general'));
    expect(wrong.map(({ space, code }) => `${space} ${code}`)).toEqual([]);
  });

  it('lead where the problems say that these codes lead', async () => {
    const clashes: string[] = [];
    for (const file of await readKnowledgeFiles(SHIPPED_DIR)) {
      if (kindOf(file.path)?.kind !== 'graph') continue;
      const { problems } = graphFileSchema.parse(parseKnowledgeFile(file, 'graph').data);
      for (const [id, problem] of Object.entries(problems)) {
        for (const opening of problem.codes.map(parseOpeningCode)) {
          if (opening.extended) continue;
          const led = graph.code(opening.code).filter((entry) => entry.space === opening.space);
          if (!led.some((entry) => entry.problem === id)) clashes.push(`${opening.space} ${opening.code}: ${id}`);
        }
      }
    }
    expect(clashes).toEqual([]);
  });
});

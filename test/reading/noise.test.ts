import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { read } from '../../reading/read.ts';
import { EVENTS, LOGS, piecesOf } from '../fixtures/noise/pieces.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const OUTPUTS = ['network', 'system', 'software', 'everyday'];

const { graph: loaded } = await loadKnowledge(fileURLToPath(new URL('../../knowledge', import.meta.url)));
if (loaded === undefined) throw new Error('The knowledge has faults; run npm run knowledge -- lint.');
const graph = loaded;

/** The same text as it gets into a chat. */
const WAYS: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['quoted', (text) => text.replace(/^/gm, '> ')],
  ['with Windows line ends', (text) => text.replace(/\n/g, '\r\n')],
  ['in a fence', (text) => '```\n' + text + '\n```'],
  ['in one line', (text) => text.replace(/\s*\n\s*/g, '  ')],
];

/** Measured or told: nothing of it is about the case. */
function taken(text: string): readonly string[] {
  const { findings, codes } = read(text, { now: NOW, graph });
  const named = codes.filter(({ code, spaces, certain }) => certain && graph.code(code).some((entry) => spaces.includes(entry.space)));
  return [...findings.map(({ answer }) => answer), ...named.map(({ code, spaces }) => `code ${code} (${spaces.join(', ')})`)];
}

describe.each(OUTPUTS)('outputs of other tools: %s', (name) => {
  describe.each(piecesOf(name))('$what', ({ text }) => {
    test.each(WAYS)('%s', (_, way) => {
      expect(taken(way(text))).toEqual([]);
    });
  });
});

describe.each(LOGS)('events of other providers: %s', (_, show) => {
  test.each(EVENTS)('$provider $id', (event) => {
    expect(taken(show(event))).toEqual([]);
  });
});

test('the corpus is large', () => {
  expect(OUTPUTS.flatMap(piecesOf).length).toBeGreaterThanOrEqual(300);
  expect(EVENTS.length).toBeGreaterThanOrEqual(200);
});

import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { read } from '../../reading/read.ts';
import { healthyOutputs } from '../fixtures/noise/pieces.ts';

const NOW = new Date('2026-11-20T12:00:00Z');

const { graph } = await loadKnowledge(fileURLToPath(new URL('../../knowledge', import.meta.url)));
if (graph === undefined) throw new Error('The knowledge has faults; run npm run knowledge -- lint.');
const healthy = healthyOutputs(parse);

/** The same output as it gets into a chat. */
const WAYS: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['quoted', (text) => text.replace(/^/gm, '> ')],
  ['with Windows line ends', (text) => text.replace(/\n/g, '\r\n')],
  ['in a fence', (text) => `\`\`\`\n${text}\`\`\``],
  ['set in', (text) => text.replace(/^/gm, '  ')],
  ['with words around it', (text) => `here is what it says:\n\n${text}\nthanks`],
];

describe.each(healthy)('$diagnostic, asked for $asked', ({ asked, finds, outputs }) => {
  describe.each(WAYS)('%s', (_, way) => {
    test.each(outputs)('%#', (output) => {
      const { findings } = read(way(output), { now: NOW, graph, asked });
      expect(findings.map(({ answer }) => answer).sort()).toEqual([...finds].sort());
    });
  });
});

test('the corpus is large, and of every diagnostic that can be read', () => {
  expect(healthy.reduce((sum, { outputs }) => sum + outputs.length, 0)).toBeGreaterThanOrEqual(100);
  const read_ = [...graph.questions.values()].filter(({ diagnostic, answers }) => diagnostic !== undefined && answers.some(({ reads }) => reads.some(({ reader }) => reader !== 'statement')));
  const covered = new Set(healthy.map(({ diagnostic }) => diagnostic));
  expect(read_.map(({ diagnostic }) => diagnostic).filter((each) => each !== undefined && !covered.has(each))).toEqual([]);
});

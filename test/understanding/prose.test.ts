import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { read } from '../../reading/read.ts';
import { hasWords, proseOf } from '../../understanding/prose.ts';
import { EVENTS, healthyOutputs, LOGS, piecesOf } from '../fixtures/noise/pieces.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const { graph: loaded } = await loadKnowledge(fileURLToPath(new URL('../../knowledge', import.meta.url)));
if (loaded === undefined) throw new Error('The knowledge has faults; run npm run knowledge -- lint.');
const graph = loaded;

/** What is left for the trained reader, without the marks of quoting. */
function wordsLeft(text: string): string {
  const { observations, codes } = read(text, { now: NOW, graph });
  return proseOf(text, observations, codes).replace(/[>`\s]+/g, ' ').trim();
}

const WAYS: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['quoted', (text) => text.replace(/^/gm, '> ')],
  ['with Windows line ends', (text) => text.replace(/\n/g, '\r\n')],
  ['in a fence', (text) => `\`\`\`\n${text}\n\`\`\``],
];

/** Texts that programs write for people to read are no output of a tool. */
const TOOLS = ['network', 'system', 'software'].flatMap(piecesOf);
const OURS = healthyOutputs(parse).flatMap(({ diagnostic, outputs }) => outputs.map((text) => ({ what: diagnostic, text })));

describe.each(WAYS)('nothing of a tool is left, %s', (_, way) => {
  test.each([...TOOLS, ...OURS])('$what', ({ text }) => {
    const left = wordsLeft(way(text));
    expect(hasWords(left), left).toBe(false);
  });
});

describe.each(LOGS)('nothing of an event is left, %s', (_, show) => {
  test.each(EVENTS)('$provider $id', (event) => {
    const left = wordsLeft(show(event));
    expect(hasWords(left), left).toBe(false);
  });
});

describe('what was put around an output is left, and nothing else', () => {
  const BEFORE = 'I ran it on the server, here is what it says:';
  const AFTER = 'so it looks fine to me';

  test.each(TOOLS)('before: $what', ({ text }) => {
    expect(wordsLeft(`${BEFORE}\n\n${text}`)).toBe(BEFORE);
  });

  test.each(TOOLS)('behind: $what', ({ text }) => {
    expect(wordsLeft(`${text}\n\n${AFTER}`)).toBe(AFTER);
  });
});

describe('what people write stays', () => {
  test.each([
    'it works from home but not from the office',
    'no\nsame error\nstill 0x904',
    "tried that. didn't help. what else can I do?",
    'Client: Windows 11\nServer: Windows Server 2019',
    'two things:\n1. the others can connect\n2. it began on monday',
    "it says:\nthe remote computer ended the session\nand then nothing",
    '* restarted the server\n* no change',
  ])('%s', (text) => {
    expect(wordsLeft(text)).toContain(text.split('\n')[0]?.split('0x')[0]?.trim());
    expect(wordsLeft(text).split(' ').length).toBeGreaterThanOrEqual(text.split(/\s+/).filter((word) => !word.startsWith('0x')).length - 1);
  });
});

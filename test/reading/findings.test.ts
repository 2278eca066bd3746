import { describe, expect, test } from 'vitest';
import type { Answer, KnowledgeGraph, Question, ReadRule } from '../../knowledge/compiler/types.ts';
import type { Observation } from '../../reading/evidence.ts';
import { findingsOf, matches } from '../../reading/findings.ts';
import { read } from '../../reading/read.ts';

const answer = (id: string, ...reads: readonly ReadRule[]): Answer => ({ id, label: id, statement: id, reads });
const question = (id: string, ...answers: readonly Answer[]): Question => ({
  id,
  kind: 'measured',
  prompt: id,
  minutes: 1,
  answers,
  likelihood: new Map(),
  otherwise: answers.map(() => 1 / answers.length),
  wrong: 0,
  dontKnow: 0,
  role: 'user',
  setting: false,
  excludes: [],
  sources: [],
});

const PORT = question(
  'port',
  answer('port-open', { reader: 'test-net-connection', where: { tcpTestSucceeded: true } }, { reader: 'statement', where: { says: 'port-open' } }),
  answer('port-closed', { reader: 'test-net-connection', where: { tcpTestSucceeded: false } }, { reader: 'statement', where: { says: 'port-closed' } }),
);
const CHANNEL = question('channel', answer('channel-broken', { reader: 'lone-truth', where: { value: false } }));

/** As much of a graph as findings need. */
const graph: Pick<KnowledgeGraph, 'questions' | 'code'> = { questions: new Map([PORT, CHANNEL].map((each) => [each.id, each])), code: () => [] };
const whole = graph as KnowledgeGraph;
const now = new Date('2026-11-22T12:00:00Z');
const findings = (text: string, asked?: string) => read(text, asked === undefined ? { now, graph: whole } : { now, graph: whole, asked }).findings;

test('an output answers its question', () => {
  expect(findings('TcpTestSucceeded : True')).toEqual([{ question: 'port', answer: 'port-open', basis: 'measured' }]);
});

test('what is said is told', () => {
  expect(findings('port 3389 is blocked')).toEqual([{ question: 'port', answer: 'port-closed', basis: 'told' }]);
});

test('the measured goes before the told, wherever it stands', () => {
  expect(findings('TcpTestSucceeded : True, but I think the port is blocked')).toMatchObject([{ answer: 'port-open', basis: 'measured' }]);
});

test('of two alike the later counts', () => {
  expect(findings('port 3389 is open. No wait, now port 3389 is blocked')).toMatchObject([{ answer: 'port-closed' }]);
});

test('the order in which observations are handed over does not matter', () => {
  const { observations } = read('TcpTestSucceeded : True\n then again TcpTestSucceeded : False, port 3389 is open', { now });
  expect(findingsOf(whole, [...observations].reverse())).toEqual(findingsOf(whole, observations));
});

test('a bare False answers only what was asked', () => {
  expect(findings('False')).toEqual([]);
  expect(findings('False', 'channel')).toEqual([{ question: 'channel', answer: 'channel-broken', basis: 'measured' }]);
});

test('a search that found nothing answers only what was asked', () => {
  const none = question('events', answer('no-events', { reader: 'no-events', where: { none: true } }));
  const asked: Pick<KnowledgeGraph, 'questions'> = { questions: new Map([[none.id, none]]) };
  const { observations } = read('Get-WinEvent : No events were found that match the specified selection criteria.', { now });
  expect(findingsOf(asked as KnowledgeGraph, observations)).toEqual([]);
  expect(findingsOf(asked as KnowledgeGraph, observations, 'events')).toMatchObject([{ answer: 'no-events' }]);
});

describe('rules', () => {
  const observation: Observation = { reader: 'event', fields: { id: 1058, provider: 'remoteconnectionmanager', ageHours: 3 }, span: [0, 1] };
  test.each<[ReadRule['where'], boolean]>([
    [{}, true],
    [{ id: 1058 }, true],
    [{ id: [1057, 1058] }, true],
    [{ id: [1056] }, false],
    [{ ageHours: { max: 24 } }, true],
    [{ ageHours: { min: 3, max: 3 } }, true],
    [{ ageHours: { min: 4 } }, false],
    [{ id: 1058, reason: 'access-denied' }, false],
    [{ provider: { min: 1 } }, false],
  ])('%j is %s', (where, expected) => {
    expect(matches({ reader: 'event', where }, observation)).toBe(expected);
    expect(matches({ reader: 'other', where }, observation)).toBe(false);
  });
});

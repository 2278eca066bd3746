import { describe, expect, it } from 'vitest';
import { numbersCsv } from '../../helpdesk/numbers-csv.ts';
import { numbersOf, type CaseAccount } from '../../helpdesk/numbers.ts';
import { createMetrics } from '../../service/metrics.ts';

const account = (id: string, some: Partial<CaseAccount> = {}): CaseAccount =>
  ({ id, openedAt: '2026-11-20T09:00:00.000Z', problem: 'p', end: 'open', confirmed: false, askedAgain: false, askedBack: 0, takenBack: 0, ...some });

const ALL: readonly CaseAccount[] = [
  account('1', { end: 'solved', confirmed: true, solvedBy: 'a', endedAt: '2026-11-20T09:30:00.000Z', firstStepAt: '2026-11-20T09:02:00.000Z', score: 5, line: 'quick' }),
  account('2', { end: 'solved', solvedBy: 'a', endedAt: '2026-11-20T10:00:00.000Z', firstStepAt: '2026-11-20T09:04:00.000Z', score: 2 }),
  account('3', { end: 'solved', solvedBy: 'a', askedAgain: true, confirmed: true }),
  account('4', { end: 'handed-over', cause: 'c', askedBack: 2 }),
  account('5', { end: 'handed-over', cause: 'c', confirmed: true, takenBack: 1 }),
  account('6', { problem: 'q' }),
];

describe('the numbers', () => {
  it('count each conversation under one end, the confirmed first, and take off what was asked about again', () => {
    const { conversations, ends } = numbersOf(ALL);
    expect(Object.entries(ends)).toEqual([['confirmed', 2], ['solved', 1], ['handed-over', 1], ['again', 1], ['left', 1]]);
    expect(Object.values(ends).reduce((sum, each) => sum + each, 0)).toBe(conversations);
  });

  it('praise a step for what is confirmed, and not for what was asked about again', () => {
    expect(numbersOf(ALL).steps).toEqual([{ problem: 'p', step: 'a', confirmed: 1, solved: 1 }]);
  });

  it('have times, causes, what was misheard and what people made of it', () => {
    expect(numbersOf(ALL)).toMatchObject({
      toFirstStep: { median: 2, p90: 4, n: 2 },
      toEnd: { median: 30, p90: 60, n: 2 },
      causes: [{ cause: 'c', tickets: 2 }],
      misheard: { conversations: 2, askedBack: 2, takenBack: 1 },
      ratings: { n: 2, satisfied: 0.5, lines: [{ score: 5, line: 'quick' }] },
      problems: [{ problem: 'p', conversations: 5 }, { problem: 'q', conversations: 1 }],
    });
    expect(numbersOf([])).toMatchObject({ conversations: 0, problems: [], ratings: { n: 0 } });
  });

  it('go out as CSV without ids and words, and without what a spreadsheet takes for a formula', () => {
    const csv = numbersCsv([...ALL, account('7', { problem: '=HYPERLINK("x"),"y"' })]);
    expect(csv.split('\r\n')).toHaveLength(9);
    expect(csv).toContain('2026-11-20T09:00:00.000Z,p,confirmed,2026-11-20T09:30:00.000Z,a,,2.0,0,0,5');
    expect(csv).toContain(`"'=HYPERLINK(""x""),""y"""`);
    expect(csv).not.toMatch(/quick/);
  });

  it('go out as metrics', async () => {
    const now = 1_000_000;
    const entry = (id: string, some: object) => ({ id, owed: { kind: 'judge' as const, escalationId: 'e', done: true, at: '' }, attempts: 0, dueAt: 0, putAt: now - 5_000, ...some });
    const entries = async () => [entry('a', {}), entry('b', { dueAt: now + 1 }), entry('c', { parked: 'x', putAt: 0 })];
    const { type, text } = await createMetrics({ accounts: async () => ALL, entries, lastRound: () => now - 2_000, now: () => now })();
    expect(type).toContain('text/plain');
    for (const line of ['reconnect_conversations{end="confirmed"} 2', 'reconnect_outbox_entries{state="due"} 1', 'reconnect_outbox_entries{state="later"} 1', 'reconnect_outbox_entries{state="given-up"} 1', 'reconnect_outbox_oldest_seconds 5', 'reconnect_relay_round_age_seconds 2', 'reconnect_ratings{score="5"} 1']) {
      expect(text).toContain(line);
    }
  });
});

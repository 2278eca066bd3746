import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { profileOf } from '../../../learning/profile.ts';
import type { OutcomeRecord } from '../../../dialogs/turn.ts';
import { createLedger, type Ledger } from '../../../learning/counting/ledger.ts';
import { createReporters } from '../../../learning/counting/reporter.ts';
import type { CaseStore, CountStore } from '../../../learning/counting/stores.ts';
import { outcomeFolderIn, type OutcomeFolder } from '../../../storage/outcome-folder.ts';

const START = Date.parse('2026-03-02T09:00:00Z');
const DAY = 86_400_000;
const WEEK = Math.floor(START / (7 * DAY));

let dataDir = '';
let folder: OutcomeFolder;
let clock = START;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'outcomes-'));
  folder = outcomeFolderIn(dataDir);
  clock = START;
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const open = (stores: { cases?: CaseStore; counts?: CountStore } = {}): Promise<Ledger> =>
  createLedger({ cases: folder.cases, counts: folder.counts, replica: 'here', reporterOf: createReporters('secret'), now: () => clock, ...stores });

function record(some: Partial<OutcomeRecord> = {}): OutcomeRecord {
  const at = new Date(clock).toISOString();
  return { id: 'case-1', openedAt: at, reportedAt: at, problem: 'p', graphVersion: 'v', end: 'open', findings: [{ id: 'port-open', basis: 'told' }], failed: [], capabilities: {}, ...some };
}

/** Every profile that was counted, with how often. */
async function counted() {
  const weeks = await Promise.all((await outcomeFolderIn(dataDir).counts.weeks()).map((week) => outcomeFolderIn(dataDir).counts.week(week)));
  return weeks.flatMap(({ profiles }) => Object.entries(profiles).map(([key, replicas]) => ({ ...profileOf(key), times: replicas['here'] })));
}

describe('the ledger of cases', () => {
  it('counts a solved conversation once, a week after, whatever was reported in between', async () => {
    const ledger = await open();
    await ledger.report(record({ failed: ['a'] }), 'ada');
    await ledger.report(record({ failed: ['a'], solvedBy: 'b', end: 'solved', confirmed: true }), 'ada');
    clock += 6 * DAY;
    expect(await ledger.settle()).toBe(0);
    clock += DAY;
    expect(await ledger.settle()).toBe(1);
    expect(await ledger.settle()).toBe(0);
    expect(await counted()).toMatchObject([{ times: 1, week: WEEK, failed: ['a'], solvedBy: 'b', findings: ['port-open'], told: ['port-open'], certainty: 'explicit' }]);
  });

  it('takes a cure for certain only when it was confirmed on another day', async () => {
    const ledger = await open();
    await ledger.report(record({ solvedBy: 'b', end: 'solved' }), 'ada');
    clock += 7 * DAY;
    await ledger.settle();
    expect(await counted()).toMatchObject([{ solvedBy: 'b', certainty: 'implied' }]);
  });

  it('notes that the same person asked again within seven days, and leaves the account of a counted case without their line', async () => {
    const ledger = await createLedger({ cases: folder.cases, counts: folder.counts, ended: folder.ended, replica: 'here', reporterOf: createReporters('secret'), now: () => clock });
    const solved = { end: 'solved', solvedBy: 'a', rating: { score: 4, line: 'thanks' } } as const;
    await ledger.report(record(solved), 'ada');
    await ledger.report(record({ ...solved, id: 'of-bob' }), 'bob');
    clock += 5 * DAY;
    await ledger.report(record({ id: 'again' }), 'ada');
    expect(ledger.open().filter(({ askedAgain }) => askedAgain).map(({ id }) => id)).toEqual(['case-1']);
    clock += 3 * DAY;
    await ledger.settle();
    expect(await folder.ended.all()).toMatchObject([{ id: 'case-1', askedAgain: true, score: 4, endedAt: new Date(START).toISOString() }, { id: 'of-bob', askedAgain: false }]);
    expect(JSON.stringify(await folder.ended.all())).not.toContain('thanks');
    await ledger.forget(['case-1']);
    expect((await folder.ended.all()).map(({ id }) => id)).toEqual(['of-bob']);
  });

  it('makes a fault that comes back one conversation in which the fix failed', async () => {
    const ledger = await open();
    await ledger.report(record({ solvedBy: 'a', end: 'solved' }), 'ada');
    clock += 5 * DAY;
    await ledger.report(record({ openedAt: new Date(START).toISOString(), failed: ['a'] }), 'ada');
    clock += 3 * DAY;
    expect(await ledger.settle()).toBe(0);
    await ledger.report(record({ openedAt: new Date(START).toISOString(), failed: ['a'], solvedBy: 'b', end: 'solved' }), 'ada');
    clock += 8 * DAY;
    await ledger.settle();
    expect(await counted()).toMatchObject([{ times: 1, failed: ['a'], solvedBy: 'b' }]);
  });

  it('counts nothing more of a case that was counted, however late the report', async () => {
    const ledger = await open();
    await ledger.report(record({ solvedBy: 'a', end: 'solved' }), 'ada');
    clock += 8 * DAY;
    await ledger.settle();
    for (const weeks of [1, 20, 40]) {
      clock = START + weeks * 7 * DAY;
      const again = await open();
      await again.report(record({ openedAt: new Date(START).toISOString(), failed: ['a'] }), 'ada');
      clock += 100 * DAY;
      await again.settle();
    }
    expect(await counted()).toMatchObject([{ times: 1, solvedBy: 'a' }]);
  });

  it('takes two weeks of silence for an end that is only implied, and counts no conversation in which nothing was found out', async () => {
    const ledger = await open();
    await ledger.report(record({ failed: ['a'] }), 'ada');
    await ledger.report(record({ id: 'case-2', findings: [] }), 'ada');
    clock += 13 * DAY;
    expect(await ledger.settle()).toBe(0);
    clock += DAY;
    expect(await ledger.settle()).toBe(2);
    expect(await counted()).toMatchObject([{ failed: ['a'], certainty: 'implied' }]);
    expect(await readdir(join(dataDir, 'outcomes', 'cases'))).toEqual([]);
  });

  it('waits for the helpdesk, takes the cause that it found, and takes it back', async () => {
    const ledger = await open();
    await ledger.report(record({ end: 'handed-over', escalationId: 'esc-1' }), 'ada');
    clock += 30 * DAY;
    expect(await ledger.settle()).toBe(0);
    const at = () => new Date(clock).toISOString();
    await ledger.judge({ escalationId: 'esc-1', done: true, cause: 'wrong', at: at() });
    clock += 3 * DAY;
    await ledger.judge({ escalationId: 'esc-1', done: false, at: at() });
    clock += 30 * DAY;
    expect(await ledger.settle()).toBe(0);
    await ledger.judge({ escalationId: 'esc-1', done: true, cause: 'right', at: at() });
    await ledger.judge({ escalationId: 'esc-other', done: true, cause: 'wrong', at: at() });
    await ledger.report(record({ openedAt: new Date(START).toISOString(), end: 'solved', escalationId: 'esc-1' }), 'ada');
    clock += 7 * DAY;
    expect(await ledger.settle()).toBe(1);
    expect(await counted()).toMatchObject([{ times: 1, confirmedCause: 'right', certainty: 'explicit', week: WEEK }]);
  });

  it('counts a ticket that nobody closes after three months, without a cause', async () => {
    const ledger = await open();
    await ledger.report(record({ end: 'handed-over', escalationId: 'esc-1' }), 'ada');
    clock += 90 * DAY;
    expect(await ledger.settle()).toBe(1);
    expect(await counted()).toMatchObject([{ confirmedCause: undefined }]);
  });

  it('goes on after a restart where it was', async () => {
    await (await open()).report(record({ failed: ['a'] }), 'ada');
    clock += 14 * DAY;
    expect(await (await open()).settle()).toBe(1);
    expect(await counted()).toMatchObject([{ times: 1, failed: ['a'] }]);
  });

  it('counts once when it is killed between counting a case and forgetting it', async () => {
    const forgetful: CaseStore = { ...folder.cases, forget: () => Promise.reject(new Error('killed')) };
    const ledger = await open({ cases: forgetful });
    await ledger.report(record({ failed: ['a'] }), 'ada');
    clock += 14 * DAY;
    await expect(ledger.settle()).rejects.toThrow('killed');
    expect(await (await open()).settle()).toBe(1);
    expect(await counted()).toMatchObject([{ times: 1, failed: ['a'] }]);
  });

  it('gives one person one bucket a week, and another one the next week', async () => {
    const reporterOf = createReporters('secret');
    expect(reporterOf('ada', WEEK)).toBe(reporterOf('ada', WEEK));
    expect(reporterOf('ada', WEEK)).toMatch(/^[0-9a-f]{5}$/);
    expect(reporterOf('ada', WEEK)).not.toBe(reporterOf('grace', WEEK));
    expect(reporterOf('ada', WEEK)).not.toBe(reporterOf('ada', WEEK + 1));
    expect(createReporters('another')('ada', WEEK)).not.toBe(reporterOf('ada', WEEK));
  });

  it('refuses to start on a damaged file, by its name', async () => {
    const ledger = await open();
    await ledger.report(record(), 'ada');
    const path = join(dataDir, 'outcomes', 'cases', 'case-1.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.slice(0, 40));
    await expect(open()).rejects.toThrow(/case-1\.json is damaged/);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { profileOf } from '../../../learning/profile.ts';
import { createLedger } from '../../../learning/counting/ledger.ts';
import { createReporters } from '../../../learning/counting/reporter.ts';
import { outcomeFolderIn } from '../../../storage/outcome-folder.ts';
import { killAfter } from '../../storage/kill.ts';

const folder = await mkdtemp(join(tmpdir(), 'ledger-kill-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

it('a ledger that is killed again and again has counted every acknowledged case exactly once', async () => {
  let last = -1;
  for (const afterLines of [1, 4, 9, 17, 40]) {
    const onLine = (line: string): void => {
      last = Math.max(last, Number(line.split(' ')[1]));
    };
    await killAfter({ folder, script: fileURLToPath(new URL('ledger-child.ts', import.meta.url)), afterLines, onLine });
  }
  const outcomes = outcomeFolderIn(folder);
  const ledger = await createLedger({ cases: outcomes.cases, counts: outcomes.counts, replica: 'here', reporterOf: createReporters('secret'), now: () => Date.parse('2027-01-01T00:00:00Z') });
  await ledger.settle();
  const times = new Map<string, number>();
  for (const week of await outcomes.counts.weeks()) {
    for (const [key, replicas] of Object.entries((await outcomes.counts.week(week)).profiles)) {
      const fix = profileOf(key).solvedBy;
      // The case that was cut off between its two reports.
      if (fix !== undefined) times.set(fix, (times.get(fix) ?? 0) + (replicas['here'] ?? 0));
    }
  }
  expect(last).toBeGreaterThanOrEqual(39);
  for (let number = 0; number <= last; number++) expect(times.get(`fix-${number}`)).toBe(1);
  expect([...times.values()].every((count) => count === 1)).toBe(true);
}, 120_000);

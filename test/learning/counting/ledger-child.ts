import { createInterface } from 'node:readline';
import { createLedger } from '../../../learning/counting/ledger.ts';
import { createReporters } from '../../../learning/counting/reporter.ts';
import { outcomeFolderIn } from '../../../storage/outcome-folder.ts';

/**
 * A process to be killed: leads one case after another to its end and counts it, and says `ack N` for each one whose
 * last report was acknowledged. It starts over with the first case, as a turn does that is run again after a kill.
 *
 *   node --import tsx ledger-child.ts FOLDER
 */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: ledger-child.ts FOLDER');

const DAY = 86_400_000;
const START = Date.parse('2026-03-02T09:00:00Z');
const outcomes = outcomeFolderIn(folder);
const ledger = await createLedger({ cases: outcomes.cases, counts: outcomes.counts, replica: 'here', reporterOf: createReporters('secret'), now: () => START + 8 * DAY });
process.stdout.write('ready\n');
// The parent may go first; then there is nobody to write for.
createInterface({ input: process.stdin }).on('close', () => process.exit(0));

const at = new Date(START).toISOString();
for (let number = 0; ; number++) {
  const record = { id: `case-${number}`, openedAt: at, reportedAt: at, problem: 'p', graphVersion: 'v', findings: [], capabilities: {} };
  await ledger.report({ ...record, end: 'open', failed: ['first'] }, `person ${number}`);
  await ledger.report({ ...record, end: 'solved', failed: ['first'], solvedBy: `fix-${number}` }, `person ${number}`);
  process.stdout.write(`ack ${number}\n`);
  await ledger.settle();
}

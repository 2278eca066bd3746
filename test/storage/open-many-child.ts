import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileCaseStore } from '../../storage/case-store.ts';
import { createFileTicketStore } from '../../storage/ticket-store.ts';
import { ticketOf } from '../helpdesk/ticket.ts';

// Run under a small limit of open files. Prints how many tickets and cases were read.
const [count = '0'] = process.argv.slice(2);
const tickets = mkdtempSync(join(tmpdir(), 'many-tickets-'));
const cases = mkdtempSync(join(tmpdir(), 'many-cases-'));
const at = '2026-03-02T09:00:00.000Z';
for (let n = 1; n <= Number(count); n++) {
  writeFileSync(join(tickets, `${n}.json`), JSON.stringify({ number: n, ticket: ticketOf(`esc-${n}`), status: 'new', openedAt: at, entries: [] }));
  const one = { id: `case-${n}`, openedAt: at, reportedAt: at, problem: 'p', end: 'open', findings: [], failed: [], week: 1, reporter: 'r' };
  writeFileSync(join(cases, `case-${n}.json`), JSON.stringify(one));
}
const refuse = (file: string): never => {
  throw new Error(`${file} was set aside`);
};
const read = [(await createFileTicketStore(tickets, refuse).all()).length, (await createFileCaseStore(cases, refuse).all()).length];
process.stdout.write(read.join(' '));

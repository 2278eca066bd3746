import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { StoredTicket, TicketStore } from '../helpdesk/ticket.ts';
import { JsonDocument } from './json-document.ts';

/** The parts that the helpdesk's page and its look-ups depend on. */
const shape = z.looseObject({
  number: z.number().int(),
  status: z.enum(['new', 'open', 'waiting', 'resolved', 'closed']),
  openedAt: z.string(),
  ticket: z.looseObject({ escalationId: z.string(), subject: z.string(), summary: z.string(), transcript: z.array(z.unknown()) }),
  entries: z.array(z.looseObject({ kind: z.string(), id: z.string() })),
});

/** One file a ticket. */
export function createFileTicketStore(folder: string): TicketStore {
  const document = (name: string) =>
    new JsonDocument<StoredTicket | null>({ path: join(folder, name), empty: null, parse: (value) => shape.parse(value) as unknown as StoredTicket });

  return {
    async all() {
      await mkdir(folder, { recursive: true });
      const names = (await readdir(folder)).filter((name) => /^\d+\.json$/.test(name));
      const tickets = await Promise.all(names.map((name) => document(name).read()));
      return tickets.filter((ticket) => ticket !== null);
    },
    async save(ticket) {
      await document(`${ticket.number}.json`).update(() => ticket);
    },
  };
}

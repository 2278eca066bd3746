import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { StoredTicket, TicketStore } from '../helpdesk/ticket.ts';
import { DurableFile } from './durable-file.ts';
import { FOLDER_MODE } from './modes.ts';
import { readMany } from './read-many.ts';
import { readNowOrSetAside, type OnSetAside } from './set-aside.ts';

/** The parts that the helpdesk's page and its look-ups depend on. */
const shape = z.looseObject({
  number: z.number().int(),
  status: z.enum(['new', 'open', 'waiting', 'resolved', 'closed']),
  openedAt: z.string(),
  ticket: z.looseObject({ escalationId: z.string(), subject: z.string(), summary: z.string(), transcript: z.array(z.unknown()) }),
  entries: z.array(z.looseObject({ kind: z.string(), id: z.string() })),
});

/** One file a ticket. One that is damaged is set aside and keeps its number. */
export function createFileTicketStore(folder: string, onSetAside: OnSetAside): TicketStore {
  const path = (number: number) => join(folder, `${number}.json`);
  const file = (number: number) =>
    new DurableFile<StoredTicket>({
      path: path(number),
      temporary: `${path(number)}.tmp`,
      fsync: true,
      stringify: (ticket) => JSON.stringify(ticket, null, 1),
      parse(text) {
        const ticket = shape.parse(JSON.parse(text)) as unknown as StoredTicket;
        if (ticket.number !== number) throw new Error(`it holds ticket ${ticket.number}`);
        return ticket;
      },
    });
  const names = async (): Promise<string[]> => {
    await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
    return readdir(folder);
  };

  return {
    async all() {
      const numbers = (await names()).flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? []).map(Number);
      const tickets = await readMany(numbers, (number) => readNowOrSetAside<StoredTicket | null>(path(number), () => file(number).readNow(), null, onSetAside));
      return tickets.filter((ticket) => ticket !== null);
    },
    async lastNumber() {
      return (await names()).flatMap((name) => /^(\d+)\.json/.exec(name)?.[1] ?? []).reduce((last, number) => Math.max(last, Number(number)), 0);
    },
    save: (ticket) => file(ticket.number).write(ticket),
  };
}

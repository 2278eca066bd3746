import { join } from 'node:path';
import { z } from 'zod';
import type { Addition, ConversationAddress, Outbox, OutboxEntry } from '../helpdesk/outbox.ts';
import { JsonDocument } from './json-document.ts';
import type { OnSetAside } from './set-aside.ts';
import { createFileWays } from './ways.ts';

interface OutboxState {
  readonly entries: readonly OutboxEntry[];
  /** Of escalations from before each had a file of its own. */
  readonly addresses: Readonly<Record<string, ConversationAddress>>;
  readonly cursor?: string | undefined;
}

/** What is owed was written by this project; its shape is checked as far as the relay depends on it. */
const shape = z.object({
  entries: z.array(z.object({
    id: z.string(),
    owed: z.looseObject({ kind: z.enum(['open', 'append', 'notify', 'judge']) }),
    attempts: z.number(),
    dueAt: z.number(),
    putAt: z.number().optional(),
    reason: z.string().optional(),
    parked: z.string().optional(),
  })),
  addresses: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  cursor: z.string().optional(),
});

/** The outbox as one small file; what is done is taken out, so it stays small. The ways between conversations and tickets are beside it. */
export function createFileOutbox(folder: string, onSetAside?: OnSetAside, now: () => number = Date.now): Outbox {
  const document = new JsonDocument<OutboxState>({
    path: join(folder, 'outbox.json'),
    empty: { entries: [], addresses: {} },
    parse: (value) => shape.parse(value) as unknown as OutboxState,
    ...(onSetAside && { onSetAside }),
  });
  const ways = createFileWays(folder);
  const withNew = (entries: readonly OutboxEntry[], added: readonly Addition[]): OutboxEntry[] => {
    const known = new Set(entries.map((entry) => entry.id));
    return [...entries, ...added.filter(({ id }) => !known.has(id)).map(({ id, owed, dueAt = 0 }) => ({ id, owed, attempts: 0, dueAt, putAt: now() }))];
  };
  const patch = (id: string, change: Partial<OutboxEntry>) =>
    document.update((state) => ({ ...state, entries: state.entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)) }));

  return {
    async pending() {
      return (await document.read()).entries;
    },
    async put(entries, addresses) {
      await document.read();
      for (const [escalationId, address] of Object.entries(addresses)) await ways.keep(escalationId, { address });
      await document.update((state) => ({ ...state, entries: withNew(state.entries, entries) }));
    },
    async done(id, follow = []) {
      await document.update((state) => ({ ...state, entries: withNew(state.entries.filter((entry) => entry.id !== id), follow) }));
    },
    async postpone(id, dueAt, reason, tried = true) {
      const attempts = (await document.read()).entries.find((entry) => entry.id === id)?.attempts ?? 0;
      await patch(id, { dueAt, reason, attempts: attempts + (tried ? 1 : 0) });
    },
    async claim(id, until) {
      await patch(id, { dueAt: until });
    },
    async park(id, reason, follow = []) {
      const parked = (entry: OutboxEntry) => (entry.id === id ? { ...entry, parked: reason } : entry);
      await document.update((state) => ({ ...state, entries: withNew(state.entries.map(parked), follow) }));
    },
    async address(escalationId) {
      return (await ways.read(escalationId)).address ?? (await document.read()).addresses[escalationId];
    },
    async keepTicket(escalationId, ticket) {
      await ways.keep(escalationId, { ticket });
    },
    async ticket(escalationId) {
      return (await ways.read(escalationId)).ticket;
    },
    async cursor() {
      return (await document.read()).cursor;
    },
    async advanceCursor(cursor, events) {
      await document.update((state) => ({ ...state, cursor, entries: withNew(state.entries, events) }));
    },
  };
}

import { join } from 'node:path';
import { z } from 'zod';
import type { Outbox, OutboxEntry } from '../helpdesk/outbox.ts';
import { JsonDocument } from './json-document.ts';

interface OutboxState {
  readonly entries: readonly OutboxEntry[];
  readonly addresses: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly cursor?: string;
}

/** What is owed was written by this project; its shape is checked as far as the relay depends on it. */
const shape = z.object({
  entries: z.array(z.object({ id: z.string(), owed: z.looseObject({ kind: z.enum(['open', 'append', 'notify', 'judge']) }), attempts: z.number(), dueAt: z.number(), parked: z.string().optional() })),
  addresses: z.record(z.string(), z.record(z.string(), z.unknown())),
  cursor: z.string().optional(),
});

/** The outbox as one small file; what is done is taken out, so it stays small. */
export function createFileOutbox(folder: string): Outbox {
  const document = new JsonDocument<OutboxState>({
    path: join(folder, 'outbox.json'),
    empty: { entries: [], addresses: {} },
    parse: (value) => shape.parse(value) as unknown as OutboxState,
  });

  const patch = (id: string, change: Partial<OutboxEntry>) =>
    document.update((state) => ({ ...state, entries: state.entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)) }));

  return {
    async pending() {
      return (await document.read()).entries;
    },
    async put(entries, addresses) {
      await document.update((state) => ({ ...state, entries: withNew(state.entries, entries), addresses: { ...state.addresses, ...addresses } }));
    },
    async done(id, follow = []) {
      await document.update((state) => ({ ...state, entries: withNew(state.entries.filter((entry) => entry.id !== id), follow) }));
    },
    async postpone(id, dueAt) {
      const attempts = (await document.read()).entries.find((entry) => entry.id === id)?.attempts ?? 0;
      await patch(id, { dueAt, attempts: attempts + 1 });
    },
    async park(id, reason) {
      await patch(id, { parked: reason });
    },
    async address(escalationId) {
      return (await document.read()).addresses[escalationId];
    },
    async cursor() {
      return (await document.read()).cursor;
    },
    async advanceCursor(cursor, events) {
      await document.update((state) => ({ ...state, cursor, entries: withNew(state.entries, events) }));
    },
  };
}

function withNew(entries: readonly OutboxEntry[], added: readonly Pick<OutboxEntry, 'id' | 'owed'>[]): OutboxEntry[] {
  const known = new Set(entries.map((entry) => entry.id));
  return [...entries, ...added.filter(({ id }) => !known.has(id)).map(({ id, owed }) => ({ id, owed, attempts: 0, dueAt: 0 }))];
}

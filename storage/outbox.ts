import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ConversationAddress, Outbox, OutboxEntry } from '../helpdesk/outbox.ts';
import { DurableFile } from './durable-file.ts';
import { JsonDocument } from './json-document.ts';
import { FOLDER_MODE } from './modes.ts';
import type { OnSetAside } from './set-aside.ts';

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

type Added = Pick<OutboxEntry, 'id' | 'owed'> & { readonly dueAt?: number };

/**
 * The outbox as one small file; what is done is taken out, so it stays small. The way back to each conversation is a file
 * of its own in `ways/`: a damaged outbox loses what it owed, and no ticket loses the person.
 */
export function createFileOutbox(folder: string, onSetAside?: OnSetAside, now: () => number = Date.now): Outbox {
  const document = new JsonDocument<OutboxState>({
    path: join(folder, 'outbox.json'),
    empty: { entries: [], addresses: {} },
    parse: (value) => shape.parse(value) as unknown as OutboxState,
    ...(onSetAside && { onSetAside }),
  });
  const wayOf = (escalationId: string) => {
    const path = join(folder, 'ways', `${createHash('sha256').update(escalationId).digest('hex').slice(0, 40)}.json`);
    return new DurableFile<ConversationAddress>({ path, temporary: `${path}.tmp`, fsync: true, stringify: (way) => JSON.stringify(way), parse: (text) => z.record(z.string(), z.unknown()).parse(JSON.parse(text)) });
  };
  const keepWay = async (escalationId: string, address: ConversationAddress): Promise<void> => {
    const way = wayOf(escalationId);
    const before = await way.read().catch(() => null);
    if (JSON.stringify(before) !== JSON.stringify(address)) await way.write(address);
  };
  const withNew = (entries: readonly OutboxEntry[], added: readonly Added[]): OutboxEntry[] => {
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
      await mkdir(join(folder, 'ways'), { recursive: true, mode: FOLDER_MODE });
      for (const [escalationId, address] of Object.entries(addresses)) await keepWay(escalationId, address);
      await document.update((state) => ({ ...state, entries: withNew(state.entries, entries) }));
    },
    async done(id, follow = []) {
      await document.update((state) => ({ ...state, entries: withNew(state.entries.filter((entry) => entry.id !== id), follow) }));
    },
    async postpone(id, dueAt, reason) {
      const attempts = (await document.read()).entries.find((entry) => entry.id === id)?.attempts ?? 0;
      await patch(id, { dueAt, reason, attempts: attempts + 1 });
    },
    async park(id, reason) {
      await patch(id, { parked: reason });
    },
    async address(escalationId) {
      return (await wayOf(escalationId).read()) ?? (await document.read()).addresses[escalationId];
    },
    async cursor() {
      return (await document.read()).cursor;
    },
    async advanceCursor(cursor, events) {
      await document.update((state) => ({ ...state, cursor, entries: withNew(state.entries, events) }));
    },
  };
}

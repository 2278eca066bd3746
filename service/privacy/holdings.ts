import { isErased, type StoredTicket } from '../../helpdesk/ticket.ts';
import type { OutboxEntry } from '../../helpdesk/outbox.ts';
import type { Case } from '../../learning/counting/case.ts';
import { damagedFilesIn, owedReplyFilesIn, type TextFile } from '../../storage/text-files.ts';
import { wayFilesIn } from '../../storage/way-files.ts';
import type { Held, Holding } from './holding.ts';

/** What the holdings need of the stores, running or not. */
export interface HoldingsParts {
  readonly dataDir: string;
  readonly website: {
    all(): AsyncIterable<{ readonly conversationId: string; readonly owner: string; readonly changedAt: Date }>;
    read(conversationId: string, from: number): Promise<{ activities: readonly unknown[] }>;
    erase(conversationId: string): Promise<void>;
  };
  readonly memory: {
    items(): AsyncIterable<{ readonly key: string; readonly value: unknown }>;
    erase(key: string): Promise<void>;
    prune(before: Date): Promise<number>;
  };
  readonly tickets: { all(): Promise<readonly StoredTicket[]>; erase(number: number): Promise<void> };
  readonly outbox: { entries(): Promise<readonly OutboxEntry[]>; drop(id: string): Promise<void> };
  /** What is left of cases that were counted; `cases.forget` forgets it too. */
  readonly ended: { all(): Promise<readonly { readonly id: string }[]> };
  readonly cases: { all(): readonly Case[] | Promise<readonly Case[]>; forget(ids: readonly string[]): Promise<void> };
}

/** Everything in the data folder that people wrote or that is about them. */
export function createHoldings(parts: HoldingsParts): readonly Holding[] {
  return [memory(parts), tickets(parts), ways(parts), outbox(parts), outcomes(parts), ended(parts), damaged(parts), owedReplies(parts), website(parts)];
}

/** Erases what was changed before a time; answers how many that were. */
async function pruneOlder<T extends { readonly changedAt: Date }>(all: AsyncIterable<T>, before: Date, erase: (each: T) => Promise<void>): Promise<number> {
  let pruned = 0;
  for await (const each of all) {
    if (each.changedAt >= before) continue;
    await erase(each);
    pruned += 1;
  }
  return pruned;
}

function website({ website: log }: HoldingsParts): Holding {
  return {
    name: 'conversations on the website',
    kind: 'conversations',
    async *all() {
      for await (const { conversationId, owner } of log.all()) {
        yield {
          people: [owner],
          ids: [conversationId],
          content: async () => ({ conversation: conversationId, activities: (await log.read(conversationId, 0)).activities }),
          erase: () => log.erase(conversationId),
        };
      }
    },
    prune: (before) => pruneOlder(log.all(), before, ({ conversationId }) => log.erase(conversationId)),
  };
}

/** Where a case stands, on whatever channel: `CHANNEL/conversations/ID/`, or `CHANNEL/conversations/ID/people/PERSON/`. */
function memory({ memory: storage }: HoldingsParts): Holding {
  return {
    name: 'where conversations stand',
    kind: 'conversations',
    async *all() {
      for await (const { key, value } of storage.items()) {
        const record = (value as { conversation?: MemoryRecord }).conversation;
        const ids = [conversationIn(key), record?.session?.escalation?.id, record?.session?.phase?.escalationId, record?.session?.case?.id, record?.session?.followUp?.id];
        yield { people: record?.people ?? [], ids: ids.filter((id) => typeof id === 'string'), content: () => Promise.resolve(value), erase: () => storage.erase(key) };
      }
    },
    prune: (before) => storage.prune(before),
  };
}

interface MemoryRecord {
  readonly people?: readonly string[];
  readonly session?: { readonly escalation?: { readonly id?: string }; readonly phase?: { readonly escalationId?: string }; readonly case?: { readonly id?: string }; readonly followUp?: { readonly id?: string } };
}

function conversationIn(key: string): string | undefined {
  return placeIn(key)?.split('/people/', 1)[0];
}

/** The case within its channel. */
export function placeIn(key: string): string | undefined {
  return /^[^/]{1,100}\/conversations\/(.*?)\/?$/.exec(key)?.[1];
}

function tickets({ tickets: store }: HoldingsParts): Holding {
  const kept = async (): Promise<readonly StoredTicket[]> => (await store.all()).filter((each) => !isErased(each));
  return {
    name: 'tickets',
    kind: 'tickets',
    async *all() {
      for (const stored of await kept()) {
        const { ticket, number } = stored;
        const { id, name } = ticket.requester;
        yield {
          people: id === '' ? [] : [id],
          ...(name !== undefined && { names: [name] }),
          ids: [ticket.conversationId, ticket.escalationId],
          content: () => Promise.resolve(stored),
          erase: () => store.erase(number),
        };
      }
    },
    async prune(before) {
      const over = (await kept()).filter((each) => (each.status === 'resolved' || each.status === 'closed') && new Date(each.entries.at(-1)?.at ?? each.openedAt) < before);
      for (const { number } of over) await store.erase(number);
      return over.length;
    },
  };
}

function ways({ dataDir }: HoldingsParts): Holding {
  return {
    name: 'ways back to conversations',
    kind: 'tickets',
    async *all() {
      for await (const { person, conversation, content, remove } of wayFilesIn(dataDir)) {
        yield { people: person === undefined ? [] : [person], ids: conversation === undefined ? [] : [conversation], content: () => Promise.resolve(content), erase: remove };
      }
    },
    prune: (before) => pruneOlder(wayFilesIn(dataDir), before, ({ remove }) => remove()),
  };
}

function outbox({ outbox: box }: HoldingsParts): Holding {
  return {
    name: 'messages under way',
    kind: 'tickets',
    async *all() {
      for (const entry of await box.entries()) yield owedAs(entry, () => box.drop(entry.id));
    },
    async prune(before) {
      const old = (await box.entries()).filter(({ parked, putAt = Infinity }) => parked !== undefined && putAt < before.getTime());
      for (const { id } of old) await box.drop(id);
      return old.length;
    },
  };
}

function owedAs(entry: OutboxEntry, erase: () => Promise<void>): Held {
  const { owed } = entry;
  const ids = owed.kind === 'open' ? [owed.ticket.escalationId, owed.ticket.conversationId] : [owed.escalationId];
  return { people: owed.kind === 'open' ? [owed.ticket.requester.id].filter((id) => id !== '') : [], ids, content: () => Promise.resolve(entry), erase };
}

function outcomes({ cases }: HoldingsParts): Holding {
  return {
    name: 'outcomes that are not counted yet',
    kind: 'outcomes',
    async *all() {
      for (const openCase of await cases.all()) {
        const ids = [openCase.id, ...(openCase.escalationId === undefined ? [] : [openCase.escalationId])];
        yield { people: [], ids, content: () => Promise.resolve(openCase), erase: () => cases.forget([openCase.id]) };
      }
    },
    async prune(before) {
      const old = (await cases.all()).filter(({ reportedAt }) => new Date(reportedAt) < before).map(({ id }) => id);
      if (old.length > 0) await cases.forget(old);
      return old.length;
    },
  };
}

function ended({ ended: store, cases }: HoldingsParts): Holding {
  return {
    name: 'outcomes that were counted',
    kind: 'outcomes',
    async *all() {
      for (const account of await store.all()) yield { people: [], ids: [account.id], content: () => Promise.resolve(account), erase: () => cases.forget([account.id]) };
    },
    // They go by themselves, week by week.
    prune: () => Promise.resolve(0),
  };
}

/** Files that are known by the ids in their text alone. */
function textFiles(name: string, kind: Holding['kind'], files: () => AsyncIterable<TextFile>): Holding {
  return {
    name,
    kind,
    async *all() {
      for await (const { text, remove } of files()) {
        // It may be gone by now.
        const whole = await text().catch(() => '');
        yield { people: [], ids: [], text: whole, content: () => Promise.resolve(whole), erase: remove };
      }
    },
    prune: (before) => pruneOlder(files(), before, ({ remove }) => remove()),
  };
}

const damaged = ({ dataDir }: HoldingsParts): Holding => textFiles('damaged files that were set aside', 'damaged', () => damagedFilesIn(dataDir));
const owedReplies = ({ dataDir }: HoldingsParts): Holding => textFiles('replies that have not arrived', 'conversations', () => owedReplyFilesIn(dataDir));

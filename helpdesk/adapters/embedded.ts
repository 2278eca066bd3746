import { z } from 'zod';
import type { TicketStatus } from '../../dialogs/ticket.ts';
import { defineAdapter } from '../adapter.ts';
import type { Delivery, TicketBoard } from '../board.ts';
import { createTicketIndex } from '../ticket-index.ts';
import { assigneeOf, viewOf } from '../ticket-view.ts';
import { FOR_GOOD, HelpdeskError, type Helpdesk, type HelpdeskEvent } from '../port.ts';
import { erasedTicket, type StoredTicket, type TicketEntry, type TicketStore } from '../ticket.ts';

/** What was handed on elsewhere of a ticket, by keys of whoever does it. */
export interface Marks {
  has(escalationId: string, key: string): boolean;
  /** Resolves when it is on disk. */
  add(escalationId: string, key: string): Promise<void>;
}

export interface EmbeddedHelpdesk {
  readonly helpdesk: Helpdesk;
  readonly board: TicketBoard;
  readonly marks: Marks;
  stored(escalationId: string): StoredTicket | undefined;
}

export interface EmbeddedParts {
  /** The name of the helpdesk whose tickets they are. */
  readonly system?: string;
  readonly store: TicketStore;
  readonly now: () => Date;
  /** Called after somebody of the helpdesk wrote, so that the answer need not wait for the next look. */
  readonly poke: () => void;
  readonly urlOf: (number: number) => string;
  /** How it stands with an event of the helpdesk's people; not shown when not given. */
  readonly deliveryOf?: (eventId: string, sequence: number) => Promise<Delivery>;
}

/** Our own page at `/helpdesk`: the default. It has no settings. */
export const embedded = defineAdapter({
  name: 'embedded',
  settings: z.object({}),
  async connect(_settings, { tickets, now, poke, publicUrl, deliveryOf }) {
    const { helpdesk, board } = await createEmbeddedHelpdesk({ store: tickets(), now, poke, urlOf: (number) => `${publicUrl}/helpdesk/tickets/${number}`, deliveryOf });
    return { helpdesk, board, erase: (number) => board.erase(number) };
  },
});

const PAGE = 100;

/** A small helpdesk of our own: for a site that has none, and the working twin of those it may have. One process at a time. */
export async function createEmbeddedHelpdesk(parts: EmbeddedParts): Promise<EmbeddedHelpdesk> {
  const { system = 'embedded' } = parts;
  const stored = [...(await parts.store.all())].sort((a, b) => a.number - b.number);
  const tickets = new Map(stored.map((each) => [each.number, each]));
  const numberOf = new Map(stored.map((each) => [each.ticket.escalationId, each.number]));
  /** By sequence; what is looked at often must not cost a walk through all tickets. */
  const happened = stored.flatMap(eventsOf).sort((a, b) => a.sequence - b.sequence);
  const index = createTicketIndex(tickets);
  const started = parts.now().getTime();
  let changes = 0;
  let lastNumber = await parts.store.lastNumber();
  let tail: Promise<unknown> = Promise.resolve();

  /** Changes are made one after another, so that numbers and sequences are never given twice. */
  function inTurn<T>(change: () => Promise<T>): Promise<T> {
    const next = tail.then(change);
    tail = next.catch(() => undefined);
    return next;
  }

  async function save(ticket: StoredTicket): Promise<StoredTicket> {
    await parts.store.save(ticket);
    tickets.set(ticket.number, ticket);
    changes += 1;
    numberOf.set(ticket.ticket.escalationId, ticket.number);
    return ticket;
  }

  const refOf = (ticket: StoredTicket) => ({ system, number: String(ticket.number), url: parts.urlOf(ticket.number) });
  const find = (escalationId: string) => tickets.get(numberOf.get(escalationId) ?? Number.NaN);
  const nextSequence = () => 1 + (happened.at(-1)?.sequence ?? 0);

  function known(escalationId: string): StoredTicket {
    const ticket = find(escalationId);
    if (!ticket) throw new HelpdeskError(`There is no ticket for the escalation ${escalationId}.`, FOR_GOOD);
    return ticket;
  }

  function byNumber(number: string): StoredTicket {
    const ticket = tickets.get(Number(number));
    if (!ticket) throw new HelpdeskError(`There is no ticket #${number}.`, FOR_GOOD);
    return ticket;
  }

  /** Adds what somebody of the helpdesk did; an entry whose id is there already changes nothing. */
  function addEvent(number: string, key: string | undefined, entryOf: (facts: { id: string; sequence: number; at: string }) => TicketEntry, statusAfter: (before: TicketStatus) => TicketStatus): Promise<void> {
    return inTurn(async () => {
      const ticket = byNumber(number);
      const sequence = nextSequence();
      const id = key ?? `${number}-${sequence}`;
      if (ticket.entries.some((entry) => entry.id === id)) return;
      const entry = entryOf({ id, sequence, at: parts.now().toISOString() });
      const changed = await save({ ...ticket, status: statusAfter(ticket.status), entries: [...ticket.entries, entry] });
      happened.push(...eventsOf(changed).filter((event) => event.sequence === sequence));
      parts.poke();
    });
  }

  const helpdesk: Helpdesk = {
    name: system,
    can: { nativeIdempotency: true, immediateLookup: true, publicReplies: true, webhook: false, attachments: 0, showsDelivery: true, settleMs: 0 },
    open: (ticket) =>
      inTurn(async () => {
        const before = find(ticket.escalationId);
        if (before) return { ref: refOf(before), existed: true };
        lastNumber += 1;
        const opened = await save({ number: lastNumber, ticket, status: 'new', openedAt: parts.now().toISOString(), entries: [] });
        return { ref: refOf(opened), existed: false };
      }),
    append: ({ escalationId }, { messageKey, text, status }) =>
      inTurn(async () => {
        const ticket = known(escalationId);
        if (ticket.entries.some((entry) => entry.id === messageKey)) return { existed: true };
        const entry: TicketEntry = { kind: 'message', id: messageKey, text, at: parts.now().toISOString() };
        await save({ ...ticket, status: status ?? ticket.status, entries: [...ticket.entries, entry] });
        return { existed: false };
      }),
    async status({ escalationId }) {
      return known(escalationId).status;
    },
    async since(cursor) {
      const after = Number(cursor ?? 0);
      const first = happened.findIndex((event) => event.sequence > after);
      const news = first === -1 ? [] : happened.slice(first, first + PAGE + 1);
      const page = news.slice(0, PAGE);
      return { events: page.map(({ event }) => event), cursor: String(page.at(-1)?.sequence ?? after), more: news.length > PAGE };
    },
  };

  const board: TicketBoard = {
    list: async (query) => index.find(query),
    async get(number) {
      const ticket = tickets.get(Number(number));
      return ticket && viewOf(ticket, parts.deliveryOf);
    },
    reply: (number, author, text, messageKey) =>
      addEvent(number, messageKey, (facts) => ({ kind: 'reply', ...facts, author, text }), (before) => (before === 'new' ? 'open' : before)),
    setStatus: (number, status, author, ending) =>
      addEvent(number, undefined, (facts) => ({ kind: 'status', ...facts, author, status, ...ending }), () => status),
    handBack: (number, author, messageKey) => addEvent(number, messageKey, (facts) => ({ kind: 'handed-back', ...facts, author }), (before) => before),
    assign: (number, assignee, author) =>
      inTurn(async () => {
        const ticket = byNumber(number);
        if (assigneeOf(ticket) === assignee) return;
        const entry: TicketEntry = { kind: 'assigned', id: `${number}-a${ticket.entries.length}`, author, ...(assignee !== undefined && { to: assignee }), at: parts.now().toISOString() };
        await save({ ...ticket, entries: [...ticket.entries, entry] });
      }),
    version: () => `${started}.${changes}`,
    erase: (number) =>
      inTurn(async () => {
        const ticket = byNumber(number);
        await save(erasedTicket(ticket, parts.now().toISOString()));
        numberOf.delete(ticket.ticket.escalationId);
        // What was said stays told; the sequence stays taken.
        for (const [at, { event, sequence }] of happened.entries()) {
          if (event.escalationId === ticket.ticket.escalationId) happened[at] = { sequence, event: { kind: 'status', eventId: `${number}-erased`, escalationId: `erased-${number}`, author: '', status: 'closed', at: event.at } };
        }
      }),
  };

  const markOf = (key: string): string => `mark/${key}`;
  const marks: Marks = {
    has: (escalationId, key) => known(escalationId).entries.some(({ id }) => id === markOf(key)),
    add: (escalationId, key) =>
      inTurn(async () => {
        const ticket = known(escalationId);
        await save({ ...ticket, entries: [...ticket.entries, { kind: 'mark', id: markOf(key), at: parts.now().toISOString() }] });
      }),
  };

  return { helpdesk, board, marks, stored: find };
}

/** What the helpdesk's people did on a ticket. */
function eventsOf({ ticket: { escalationId }, entries }: StoredTicket): { sequence: number; event: HelpdeskEvent }[] {
  return entries.flatMap((entry): { sequence: number; event: HelpdeskEvent }[] => {
    if (entry.kind === 'message' || entry.kind === 'assigned' || entry.kind === 'mark') return [];
    const { sequence, id: eventId, author, at } = entry;
    const whose = { eventId, escalationId, author, at };
    if (entry.kind === 'reply') return [{ sequence, event: { kind: 'reply', ...whose, text: entry.text } }];
    if (entry.kind === 'handed-back') return [{ sequence, event: { kind: 'handed-back', ...whose } }];
    return [{ sequence, event: { kind: 'status', ...whose, status: entry.status, ...(entry.cause !== undefined && { cause: entry.cause }) } }];
  });
}

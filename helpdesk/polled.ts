import type { EscalationTicket, TicketStatus } from '../dialogs/ticket.ts';
import { FOR_GOOD, HelpdeskError, type Capabilities, type EventPage, type Helpdesk, type HelpdeskEvent, type TicketHandle, type TicketNote, type TicketRef } from './port.ts';
import { reportOf } from './report.ts';

/** A ticket as a product shows it. */
export interface HostedTicket {
  /** By which the product's calls name it. */
  readonly id: string;
  /** By which its people name it. */
  readonly number: string;
  readonly url?: string;
  /** Undefined for one that is not ours. */
  readonly escalationId: string | undefined;
  readonly status: TicketStatus;
  /** ISO 8601. */
  readonly updatedAt: string;
}

export interface HostedMessage {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  /** ISO 8601. */
  readonly at: string;
  /** The person may read it. */
  readonly isPublic: boolean;
  /** It is not from the helpdesk's people: the report itself, or what the person wrote. */
  readonly isOurs: boolean;
}

export interface NewTicket {
  readonly escalationId: string;
  /** One line. */
  readonly subject: string;
  /** Plain text. */
  readonly report: string;
  readonly person: string;
}

/** What a product without a feed of events must be able to do. Every failure is a HelpdeskError. */
export interface HostedApi {
  find(escalationId: string, signal: AbortSignal): Promise<HostedTicket | undefined>;
  /** `existed`: the product itself knew the key. */
  create(ticket: NewTicket, signal: AbortSignal): Promise<{ readonly ticket: HostedTicket; readonly existed: boolean }>;
  /** Our tickets that changed since then, oldest change first; some more do no harm. */
  changedSince(since: Date, signal: AbortSignal): Promise<readonly HostedTicket[]>;
  messages(id: string, signal: AbortSignal): Promise<readonly HostedMessage[]>;
  write(id: string, text: string, isPublic: boolean, signal: AbortSignal): Promise<void>;
  setStatus(id: string, status: 'open' | 'closed', signal: AbortSignal): Promise<void>;
}

export interface PolledParts {
  readonly name: string;
  readonly can: Omit<Capabilities, 'showsDelivery' | 'attachments' | 'webhook'>;
  readonly api: HostedApi;
  readonly now?: () => Date;
  readonly verifyWebhook?: NonNullable<Helpdesk['verifyWebhook']>;
}

/** Indexes lag, and clocks differ: this far back what changed is looked at again. */
const LOOK_BACK_MS = 10 * 60_000;
/** Tickets whose last status is kept in mind. */
const REMEMBERED = 1_000;

/** How far it was read: the last change, events from the look-back that were told, and the status of each ticket. */
interface Cursor {
  readonly at: string;
  readonly seen: readonly string[];
  readonly status: Readonly<Record<string, TicketStatus>>;
}

/** A helpdesk over a product that is asked what changed. A note carries its key in its last line, since no product has a field for it. */
export function createPolledHelpdesk({ name, can, api, now = () => new Date(), verifyWebhook }: PolledParts): Helpdesk {
  const refOf = ({ number, url }: HostedTicket): TicketRef => ({ system: name, number, ...(url !== undefined && { url }) });

  async function ticketOf({ escalationId }: TicketHandle, signal: AbortSignal): Promise<HostedTicket> {
    const found = await api.find(escalationId, signal);
    if (!found) throw new HelpdeskError(`${name}: there is no ticket for the escalation ${escalationId}.`, FOR_GOOD);
    return found;
  }

  async function eventsOf(ticket: HostedTicket, cursor: Cursor, from: number, signal: AbortSignal): Promise<HelpdeskEvent[]> {
    const { id, escalationId, status, updatedAt } = ticket;
    if (escalationId === undefined) return [];
    const messages = await api.messages(id, signal);
    const replies = messages
      .filter(({ isPublic, isOurs, text, at }) => isPublic && !isOurs && markIn(text) === undefined && Date.parse(at) >= from)
      .map(({ id: message, author, text, at }): HelpdeskEvent => ({ kind: 'reply', eventId: `${name}-${message}`, escalationId, author, text: text.replace(/\r\n/g, '\n').trim(), at }));
    const wanted = messages.flatMap(({ text }) => markIn(text)?.status ?? []).at(-1);
    const isNews = status !== cursor.status[id] && !(cursor.status[id] === undefined && !isDone(status)) && (wanted === undefined || (wanted === 'closed') !== isDone(status));
    const change: HelpdeskEvent = { kind: 'status', eventId: `${name}-${id}-${status}-${updatedAt}`, escalationId, author: 'Support', status, at: updatedAt };
    return [...replies, ...(isNews ? [change] : [])];
  }

  return {
    name,
    can: { ...can, attachments: 0, showsDelivery: false, webhook: verifyWebhook !== undefined },
    async open(ticket, signal) {
      const before = await api.find(ticket.escalationId, signal);
      if (before) return { ref: refOf(before), existed: true };
      const made = await api.create(asNew(ticket), signal);
      return { ref: refOf(made.ticket), existed: made.existed };
    },
    async append(handle, note, signal) {
      const { id } = await ticketOf(handle, signal);
      const mark = markOf(note);
      const existed = (await api.messages(id, signal)).some(({ text }) => text.trimEnd().endsWith(mark));
      if (!existed) await api.write(id, `${note.text}\n\n${mark}`, !note.internal, signal);
      if (note.status) await api.setStatus(id, note.status, signal);
      return { existed };
    },
    async status(handle, signal) {
      return (await ticketOf(handle, signal)).status;
    },
    async since(given, signal): Promise<EventPage> {
      const cursor: Cursor = given === undefined ? { at: now().toISOString(), seen: [], status: {} } : (JSON.parse(given) as Cursor);
      const from = Date.parse(cursor.at) - LOOK_BACK_MS;
      const changed = await api.changedSince(new Date(from), signal);
      const all: HelpdeskEvent[] = [];
      for (const ticket of changed) all.push(...(await eventsOf(ticket, cursor, from, signal)));
      const seen = new Set(cursor.seen);
      const events = all.filter(({ eventId }) => !seen.has(eventId)).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
      const at = [cursor.at, ...changed.map(({ updatedAt }) => updatedAt)].reduce((last, each) => (Date.parse(each) > Date.parse(last) ? each : last));
      const status = Object.fromEntries([...Object.entries(cursor.status), ...changed.map(({ id, status: is }) => [id, is] as const)].slice(-REMEMBERED));
      return { events, cursor: JSON.stringify({ at, seen: all.map(({ eventId }) => eventId), status } satisfies Cursor), more: false };
    },
    ...(verifyWebhook && { verifyWebhook }),
  };
}

function asNew(ticket: EscalationTicket): NewTicket {
  return { escalationId: ticket.escalationId, subject: ticket.subject.replace(/\s+/g, ' ').slice(0, 150), report: reportOf({ ticket }), person: ticket.requester.name ?? 'Somebody without a name' };
}

const isDone = (status: TicketStatus): boolean => status === 'resolved' || status === 'closed';

function markOf({ messageKey, status }: TicketNote): string {
  return `[reconnect ${messageKey}${status === undefined ? '' : ` ${status}`}]`;
}

function markIn(text: string): { readonly status: 'open' | 'closed' | undefined } | undefined {
  const [whole, status] = /\[reconnect \S+?(?: (open|closed))?\]\s*$/.exec(text) ?? [];
  return whole === undefined ? undefined : { status: status as 'open' | 'closed' | undefined };
}

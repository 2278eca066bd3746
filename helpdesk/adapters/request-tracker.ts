import { createHmac, timingSafeEqual } from 'node:crypto';
import { convert } from 'html-to-text';
import { z } from 'zod';
import type { EscalationTicket, TicketStatus } from '../../dialogs/ticket.ts';
import { defineAdapter } from '../adapter.ts';
import { causeNamed } from '../named-cause.ts';
import { callJson, type HttpApi, type HttpCall } from '../http-api.ts';
import { FOR_GOOD, HelpdeskError, type EventPage, type Helpdesk, type HelpdeskEvent, type TicketHandle, type TicketRef } from '../port.ts';
import { recordOf, RECORD_NAME } from '../record.ts';
import { LISTED_CAUSES, reportOf } from '../report.ts';

const settings = z
  .object({
    RT_URL: z.url({ protocol: /^https?$/, error: 'must be the address of Request Tracker, such as https://rt.example.com' }),
    RT_TOKEN: z.string({ error: 'is missing: in Request Tracker, signed in as the user for Reconnect, choose Settings, Auth Tokens' }),
    RT_QUEUE: z.string().default('General'),
    RT_USER: z.string().default('reconnect'),
    RT_WEBHOOK_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  })
  .transform(({ RT_URL, RT_TOKEN, RT_QUEUE, RT_USER, RT_WEBHOOK_SECRET }) => ({
    url: RT_URL.replace(/\/+$/, ''), token: RT_TOKEN, queue: RT_QUEUE, user: RT_USER, ...(RT_WEBHOOK_SECRET && { webhookSecret: RT_WEBHOOK_SECRET }),
  }));

type Settings = z.infer<typeof settings>;

/** Request Tracker 5 over REST 2. `deploy/request-tracker/prepare.pl` makes the queue, fields and rights that it needs. */
export const requestTracker = defineAdapter({
  name: 'rt',
  settings,
  connect: async (given) => ({ helpdesk: createRequestTracker(given) }),
});

const NAME = 'rt';
/** RT gives ids before it commits: one may appear after a higher one, so that many are looked at again. */
const LOOK_BACK_IDS = 200;
const PAGE = 100;
/** What happened before that is not told at the first look: a ticket may have been answered before the feed could be read at all. */
const FIRST_LOOK_MS = 10 * 60_000;
/** Its own doings: who answers opens a new ticket, which says nothing of its own. */
const RT_ITSELF = 'RT_System';

const STATUS: Readonly<Record<string, TicketStatus>> = { new: 'new', open: 'open', stalled: 'waiting', resolved: 'resolved', rejected: 'closed', deleted: 'closed' };

const found = z.object({ items: z.array(z.object({ id: z.coerce.string() })) });
const created = z.object({ id: z.coerce.string() });
const ticketShape = z.object({ Status: z.string(), CustomFields: z.array(z.object({ name: z.string(), values: z.array(z.string()) })).optional() });
const feed = z.object({
  items: z.array(z.object({
    id: z.coerce.number(),
    ObjectId: z.coerce.string(),
    Type: z.string(),
    NewValue: z.string().nullish(),
    Creator: z.object({ id: z.string() }),
    Created: z.string(),
  })),
});
const parts = z.object({ items: z.array(z.object({ ContentType: z.string().nullish(), Filename: z.string().nullish(), Content: z.string().nullish() })) });

type Transaction = z.infer<typeof feed>['items'][number];

export function createRequestTracker({ url, token, queue, user, webhookSecret }: Settings): Helpdesk {
  const api: HttpApi = { name: NAME, base: `${url}/REST/2.0`, headers: { authorization: `token ${token}` }, credentials: 'RT_TOKEN' };
  const call = (request: HttpCall, signal: AbortSignal) => callJson(api, request, signal);
  const refOf = (number: string): TicketRef => ({ system: NAME, number, url: `${url}/Ticket/Display.html?id=${number}` });
  /** Ticket numbers of escalations, and of what is not ours; neither ever changes. */
  const escalationOf = new Map<string, string | undefined>();

  async function find(escalationId: string, signal: AbortSignal): Promise<string | undefined> {
    const query = `Queue = ${quoted(queue)} AND CF.{EscalationId} = ${quoted(escalationId)}`;
    return found.parse(await call({ method: 'GET', path: `/tickets?${new URLSearchParams({ query, orderby: 'id', order: 'ASC' })}` }, signal)).items[0]?.id;
  }

  async function numberOf({ escalationId, ref }: TicketHandle, signal: AbortSignal): Promise<string> {
    const number = ref?.system === NAME ? ref.number : await find(escalationId, signal);
    if (number === undefined) throw new HelpdeskError(`${NAME}: queue ${queue} has no ticket for the escalation ${escalationId}.`, FOR_GOOD);
    return number;
  }

  async function ticketNumbered(number: string, signal: AbortSignal) {
    const { Status, CustomFields = [] } = ticketShape.parse(await call({ method: 'GET', path: `/ticket/${number}` }, signal));
    const field = (name: string): string | undefined => CustomFields.find((each) => each.name === name)?.values[0];
    return { status: STATUS[Status] ?? 'open', escalationId: field('EscalationId'), cause: causeNamed(field('Cause'), (field('Causes') ?? '').split(' ').filter((id) => id !== '')) };
  }

  async function eventsOf(transaction: Transaction, signal: AbortSignal): Promise<HelpdeskEvent[]> {
    const { id, ObjectId: number, Type, NewValue, Creator: { id: author }, Created: at } = transaction;
    if (author === user || author === RT_ITSELF) return [];
    if (!escalationOf.has(number)) escalationOf.set(number, (await ticketNumbered(number, signal)).escalationId);
    const escalationId = escalationOf.get(number);
    if (escalationId === undefined) return [];
    const event = { eventId: `${NAME}-${id}`, escalationId, author, at };
    if (Type === 'Correspond') return [{ kind: 'reply', ...event, text: await textOf(id, signal) }];
    const status = STATUS[NewValue ?? ''] ?? 'open';
    const cause = status === 'resolved' || status === 'closed' ? (await ticketNumbered(number, signal)).cause : undefined;
    return [{ kind: 'status', ...event, status, ...(cause !== undefined && { cause }) }];
  }

  async function textOf(transaction: number, signal: AbortSignal): Promise<string> {
    // Without Parent, which RT 5.0.3 answers with 500.
    const { items } = parts.parse(await call({ method: 'GET', path: `/transaction/${transaction}/attachments?fields=ContentType,Filename,Content` }, signal));
    const inline = (type: string): string | undefined => items.find(({ ContentType, Filename, Content }) => ContentType === type && !Filename && Content)?.Content ?? undefined;
    const plain = inline('text/plain');
    if (plain !== undefined) return plain.replace(/\r\n/g, '\n').trim();
    return convert(inline('text/html') ?? '', { wordwrap: false }).trim();
  }

  async function transactions(condition: string, order: 'ASC' | 'DESC', page: number, most: number, signal: AbortSignal): Promise<Transaction[]> {
    const query = `TicketQueue = ${quoted(queue)} AND ${condition}`;
    const fields = 'ObjectId,Type,NewValue,Creator,Created';
    return feed.parse(await call({ method: 'GET', path: `/transactions?${new URLSearchParams({ query, fields, orderby: 'id', order, per_page: String(most), page: String(page) })}` }, signal)).items;
  }

  /** Answers and changes of status after the id, all of them: those of the look-back fill a few pages at most. */
  async function doingsAfter(id: number, signal: AbortSignal): Promise<Transaction[]> {
    const all: Transaction[] = [];
    for (let page = 1; ; page += 1) {
      const items = await transactions(`id > ${id} AND (Type = 'Correspond' OR Type = 'Status')`, 'ASC', page, PAGE, signal);
      all.push(...items);
      if (items.length < PAGE || all.length >= LOOK_BACK_IDS + PAGE) return all;
    }
  }

  return {
    name: NAME,
    can: { nativeIdempotency: false, immediateLookup: true, publicReplies: true, webhook: webhookSecret !== undefined, attachments: 5 * 1024 * 1024, showsDelivery: false, settleMs: 10_000 },
    async open(ticket, signal) {
      // RT has no key of its own, and a field with unique values drops the second value without a word: look first.
      const before = await find(ticket.escalationId, signal);
      if (before !== undefined) return { ref: refOf(before), existed: true };
      const { id } = created.parse(await call({ method: 'POST', path: '/ticket', body: asTicket(queue, ticket) }, signal));
      return { ref: refOf(id), existed: false };
    },
    async append(ticket, { messageKey, text, internal, status }, signal) {
      const number = await numberOf(ticket, signal);
      const query = `ObjectType = 'RT::Ticket' AND ObjectId = ${Number(number)} AND CF.{MessageKey} = ${quoted(messageKey)}`;
      const before = found.parse(await call({ method: 'GET', path: `/transactions?${new URLSearchParams({ query })}` }, signal));
      // The same status again changes nothing.
      const setStatus = async (): Promise<unknown> => status && call({ method: 'PUT', path: `/ticket/${number}`, body: { Status: status === 'closed' ? 'resolved' : 'open' } }, signal);
      if (before.items.length > 0) {
        await setStatus();
        return { existed: true };
      }
      const body = { Content: text, ContentType: 'text/plain', TxnCustomFields: { MessageKey: messageKey } };
      await call({ method: 'POST', path: `/ticket/${number}/${internal ? 'comment' : 'correspond'}`, body }, signal);
      await setStatus();
      return { existed: false };
    },
    async status(ticket, signal) {
      return (await ticketNumbered(await numberOf(ticket, signal), signal)).status;
    },
    async since(cursor, signal): Promise<EventPage> {
      const { top, seen } = cursor === undefined ? { top: (await transactions('id > 0', 'DESC', 1, 1, signal))[0]?.id ?? 0, seen: [] } : parsedCursor(cursor);
      const items = await doingsAfter(Math.max(0, top - LOOK_BACK_IDS), signal);
      const known = new Set(seen);
      const earliest = cursor === undefined ? Date.now() - FIRST_LOOK_MS : 0;
      const fresh = items.filter(({ id, Created }) => !known.has(id) && Date.parse(Created) >= earliest);
      const events = (await Promise.all(fresh.map((each) => eventsOf(each, signal)))).flat();
      return { events, cursor: cursorAfter(top, items.map(({ id }) => id)), more: items.length >= LOOK_BACK_IDS + PAGE };
    },
    ...(webhookSecret !== undefined && {
      verifyWebhook(headers: Readonly<Record<string, string | undefined>>, body: Buffer) {
        const right = createHmac('sha256', webhookSecret).update(body).digest();
        const given = Buffer.from(headers['x-rt-signature'] ?? '', 'hex');
        return given.length === right.length && timingSafeEqual(given, right);
      },
    }),
  };
}

function asTicket(queue: string, ticket: EscalationTicket): unknown {
  return {
    Queue: queue,
    Subject: ticket.subject.replace(/\s+/g, ' ').slice(0, 200),
    Content: reportOf({ ticket }),
    ContentType: 'text/plain',
    CustomFields: {
      EscalationId: ticket.escalationId,
      ErrorCodes: ticket.errorCodes.join(' '),
      Causes: ticket.causes.slice(0, LISTED_CAUSES).map(({ id }) => id).join(' '),
    },
    Attachments: [{ FileName: RECORD_NAME, FileType: 'application/json', FileContent: Buffer.from(recordOf(ticket)).toString('base64') }],
  };
}

/** A string of RT's query language. */
function quoted(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

/** The highest id that was seen, and those within the look-back: `120 118,119,120`. */
function parsedCursor(cursor: string): { readonly top: number; readonly seen: readonly number[] } {
  const [top = '0', seen = ''] = cursor.split(' ');
  return { top: Number(top), seen: seen.split(',').filter((id) => id !== '').map(Number) };
}

function cursorAfter(top: number, seen: readonly number[]): string {
  const highest = Math.max(top, ...seen);
  return `${highest} ${seen.filter((id) => id > highest - LOOK_BACK_IDS).sort((a, b) => a - b).join(',')}`;
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import { convert } from 'html-to-text';
import { z } from 'zod';
import type { TicketStatus } from '../../dialogs/ticket.ts';
import { defineAdapter } from '../adapter.ts';
import { callJson, type HttpApi } from '../http-api.ts';
import { createPolledHelpdesk, type HostedTicket } from '../polled.ts';
import type { Helpdesk } from '../port.ts';

const NAME = 'zammad';

const settings = z
  .object({
    ZAMMAD_URL: z.url({ protocol: /^https?$/, error: 'must be the address of Zammad, such as https://zammad.example.com' }),
    ZAMMAD_TOKEN: z.string({ error: 'is missing: an access token of the agent for Reconnect, with ticket.agent' }),
    ZAMMAD_GROUP: z.string().default('Users'),
    ZAMMAD_CUSTOMER: z.email({ error: 'must be the address of the customer in whose name tickets are opened, such as reconnect@example.com' }),
    ZAMMAD_WEBHOOK_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  })
  .transform((env) => ({
    url: env.ZAMMAD_URL.replace(/\/+$/, ''), token: env.ZAMMAD_TOKEN, group: env.ZAMMAD_GROUP, customer: env.ZAMMAD_CUSTOMER,
    ...(env.ZAMMAD_WEBHOOK_SECRET !== undefined && { webhookSecret: env.ZAMMAD_WEBHOOK_SECRET }),
  }));

/** Zammad over its REST API, with a text attribute `reconnect_id` of tickets. It has no key against doubles, and its search lags. */
export const zammad = defineAdapter({ name: NAME, settings, connect: async (given) => ({ helpdesk: createZammad(given) }) });

const SETTLE_MS = 60_000;
const PAGE = 100;

const STATUS: Readonly<Record<string, TicketStatus>> = { new: 'new', open: 'open', 'pending reminder': 'waiting', 'pending close': 'waiting', closed: 'resolved', merged: 'closed' };

const ticket = z.object({ id: z.number(), number: z.string(), state: z.string(), updated_at: z.string(), reconnect_id: z.string().nullish() });
const articles = z.array(z.object({ id: z.number(), body: z.string(), content_type: z.string().nullish(), internal: z.boolean(), sender: z.string(), created_by: z.string(), created_at: z.string() }));

export function createZammad({ url, token, group, customer, webhookSecret }: z.output<typeof settings>): Helpdesk {
  const api: HttpApi = { name: NAME, base: `${url}/api/v1`, headers: { authorization: `Token token=${token}` }, credentials: 'ZAMMAD_TOKEN' };
  const hosted = ({ id, number, state, updated_at, reconnect_id }: z.infer<typeof ticket>): HostedTicket =>
    ({ id: String(id), number, url: `${url}/#ticket/zoom/${id}`, escalationId: reconnect_id ?? undefined, status: STATUS[state] ?? 'open', updatedAt: updated_at });
  const search = async (query: string, signal: AbortSignal): Promise<HostedTicket[]> => {
    const path = `/tickets/search?${new URLSearchParams({ query, expand: 'true', sort_by: 'updated_at', order_by: 'asc', limit: String(PAGE) })}`;
    return z.array(ticket).parse(await callJson(api, { method: 'GET', path }, signal)).map(hosted);
  };
  return createPolledHelpdesk({
    name: NAME,
    can: { nativeIdempotency: false, immediateLookup: false, publicReplies: true, settleMs: SETTLE_MS },
    api: {
      find: async (escalationId, signal) => (await search(`reconnect_id:${JSON.stringify(escalationId)}`, signal)).find((each) => each.escalationId === escalationId),
      async create({ escalationId, subject, report }, signal) {
        const article = { subject, body: report, type: 'note', sender: 'Customer', internal: false, content_type: 'text/plain' };
        const body = { title: subject, group, customer, reconnect_id: escalationId, article };
        return { ticket: hosted(ticket.parse(await callJson(api, { method: 'POST', path: '/tickets?expand=true', body }, signal))), existed: false };
      },
      changedSince: (since, signal) => search(`_exists_:reconnect_id AND updated_at:[${since.toISOString()} TO *]`, signal),
      async messages(id, signal) {
        const all = articles.parse(await callJson(api, { method: 'GET', path: `/ticket_articles/by_ticket/${id}?expand=true` }, signal));
        return all.map((each) => ({
          id: String(each.id), author: each.created_by, text: each.content_type === 'text/html' ? convert(each.body, { wordwrap: false }) : each.body, at: each.created_at, isPublic: !each.internal, isOurs: each.sender !== 'Agent',
        }));
      },
      write: async (id, text, isPublic, signal) =>
        void (await callJson(api, { method: 'POST', path: '/ticket_articles', body: { ticket_id: Number(id), body: text, content_type: 'text/plain', type: 'note', sender: isPublic ? 'Customer' : 'Agent', internal: !isPublic } }, signal)),
      setStatus: async (id, status, signal) => void (await callJson(api, { method: 'PUT', path: `/tickets/${id}`, body: { state: status === 'closed' ? 'closed' : 'open' } }, signal)),
    },
    ...(webhookSecret !== undefined && {
      verifyWebhook(headers: Readonly<Record<string, string | undefined>>, body: Buffer) {
        const right = createHmac('sha1', webhookSecret).update(body).digest();
        const given = Buffer.from((headers['x-hub-signature'] ?? '').replace(/^sha1=/, ''), 'hex');
        return given.length === right.length && timingSafeEqual(given, right);
      },
    }),
  });
}

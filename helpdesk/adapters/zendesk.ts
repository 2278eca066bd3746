import { z } from 'zod';
import type { TicketStatus } from '../../dialogs/ticket.ts';
import { defineAdapter } from '../adapter.ts';
import { basic, callJson, type HttpApi } from '../http-api.ts';
import { createPolledHelpdesk, type HostedTicket } from '../polled.ts';
import type { Helpdesk } from '../port.ts';

const NAME = 'zendesk';
const TAG = 'reconnect';

const settings = z
  .object({
    ZENDESK_URL: z.url({ protocol: /^https?$/, error: 'must be the address of Zendesk, such as https://example.zendesk.com' }),
    ZENDESK_USER: z.email({ error: 'must be the e-mail address of the user for Reconnect' }),
    ZENDESK_TOKEN: z.string({ error: 'is missing: in Zendesk, choose Admin Center, Apps and integrations, API tokens' }),
  })
  .transform(({ ZENDESK_URL, ZENDESK_USER, ZENDESK_TOKEN }) => ({ url: ZENDESK_URL.replace(/\/+$/, ''), user: ZENDESK_USER, token: ZENDESK_TOKEN }));

/** Zendesk Support over its Ticketing API. A key refuses a second ticket for some hours; after that it is found by its external id. */
export const zendesk = defineAdapter({ name: NAME, settings, connect: async (given) => ({ helpdesk: createZendesk(given) }) });

const STATUS: Readonly<Record<string, TicketStatus>> = { new: 'new', open: 'open', hold: 'open', pending: 'waiting', solved: 'resolved', closed: 'closed' };

const ticket = z.object({ id: z.coerce.string(), status: z.string(), external_id: z.string().nullish(), updated_at: z.string() });
const one = z.object({ ticket });
const found = z.object({ tickets: z.array(ticket) });
const searched = z.object({ results: z.array(ticket) });
const commented = z.object({
  comments: z.array(z.object({ id: z.coerce.string(), plain_body: z.string().nullish(), body: z.string(), public: z.boolean(), author_id: z.number(), created_at: z.string() })),
  users: z.array(z.object({ id: z.number(), name: z.string() })).default([]),
});

export function createZendesk({ url, user, token }: z.output<typeof settings>): Helpdesk {
  const api: HttpApi = { name: NAME, base: `${url}/api/v2`, headers: { authorization: basic(`${user}/token`, token) }, credentials: 'ZENDESK_USER and ZENDESK_TOKEN' };
  const hosted = ({ id, status, external_id, updated_at }: z.infer<typeof ticket>): HostedTicket =>
    ({ id, number: id, url: `${url}/agent/tickets/${id}`, escalationId: external_id ?? undefined, status: STATUS[status] ?? 'open', updatedAt: updated_at });
  const update = (id: string, change: object, signal: AbortSignal) => callJson(api, { method: 'PUT', path: `/tickets/${id}.json`, body: { ticket: change } }, signal);
  return createPolledHelpdesk({
    name: NAME,
    can: { nativeIdempotency: true, immediateLookup: true, publicReplies: true, settleMs: 0 },
    api: {
      async find(escalationId, signal) {
        const { tickets: [first] } = found.parse(await callJson(api, { method: 'GET', path: `/tickets.json?${new URLSearchParams({ external_id: escalationId })}` }, signal));
        return first && hosted(first);
      },
      async create({ escalationId, subject, report }, signal) {
        const body = { ticket: { subject, external_id: escalationId, tags: [TAG], comment: { body: report } } };
        let existed = false;
        const onHeaders = (headers: Headers): void => {
          existed = headers.get('x-idempotency-lookup') === 'hit';
        };
        const made = one.parse(await callJson(api, { method: 'POST', path: '/tickets.json', body, headers: { 'idempotency-key': escalationId }, onHeaders }, signal));
        return { ticket: hosted(made.ticket), existed };
      },
      async changedSince(since, signal) {
        const query = `type:ticket tags:${TAG} updated>=${since.toISOString()}`;
        const path = `/search.json?${new URLSearchParams({ query, sort_by: 'updated_at', sort_order: 'asc', per_page: '100' })}`;
        return searched.parse(await callJson(api, { method: 'GET', path }, signal)).results.map(hosted);
      },
      async messages(id, signal) {
        const { comments, users } = commented.parse(await callJson(api, { method: 'GET', path: `/tickets/${id}/comments.json?include=users` }, signal));
        const nameOf = new Map(users.map((each) => [each.id, each.name]));
        // The first one is the report.
        return comments.map((each, at) => ({ id: each.id, author: nameOf.get(each.author_id) ?? 'Support', text: each.plain_body ?? each.body, at: each.created_at, isPublic: each.public, isOurs: at === 0 }));
      },
      write: async (id, text, isPublic, signal) => void (await update(id, { comment: { body: text, public: isPublic } }, signal)),
      setStatus: async (id, status, signal) => void (await update(id, { status: status === 'closed' ? 'solved' : 'open' }, signal)),
    },
  });
}

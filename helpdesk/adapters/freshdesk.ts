import { z } from 'zod';
import type { TicketStatus } from '../../dialogs/ticket.ts';
import { defineAdapter } from '../adapter.ts';
import { basic, callJson, type HttpApi } from '../http-api.ts';
import { createPolledHelpdesk, type HostedTicket } from '../polled.ts';
import type { Helpdesk } from '../port.ts';

const NAME = 'freshdesk';
/** A field for tickets that an administrator makes: a single line of text. */
const FIELD = 'cf_reconnect_id';

const settings = z
  .object({
    FRESHDESK_URL: z.url({ protocol: /^https?$/, error: 'must be the address of Freshdesk, such as https://example.freshdesk.com' }),
    FRESHDESK_KEY: z.string({ error: 'is missing: the API key of the agent for Reconnect' }),
    FRESHDESK_EMAIL: z.email({ error: 'must be an address for the requester of all tickets, such as reconnect@example.com' }),
  })
  .transform((env) => ({ url: env.FRESHDESK_URL.replace(/\/+$/, ''), key: env.FRESHDESK_KEY, requester: env.FRESHDESK_EMAIL }));

/** Freshdesk over its API 2. It has no key against doubles; its search lags by minutes, its list of tickets does not. */
export const freshdesk = defineAdapter({ name: NAME, settings, connect: async (given) => ({ helpdesk: createFreshdesk(given) }) });

const SETTLE_MS = 5 * 60_000;
const PAGE = 100;
/** The list is looked through so far back, before the search is asked. */
const RECENT_MS = 60 * 60_000;

const STATUS: Readonly<Record<number, TicketStatus>> = { 2: 'open', 3: 'waiting', 4: 'resolved', 5: 'closed' };

const ticket = z.object({ id: z.number(), status: z.number(), updated_at: z.string(), custom_fields: z.record(z.string(), z.unknown()).default({}) });
const conversations = z.array(z.object({ id: z.number(), body_text: z.string(), incoming: z.boolean(), private: z.boolean(), user_id: z.number().nullish(), created_at: z.string() }));

export function createFreshdesk({ url, key, requester }: z.output<typeof settings>, now: () => Date = () => new Date()): Helpdesk {
  const api: HttpApi = { name: NAME, base: `${url}/api/v2`, headers: { authorization: basic(key, 'X') }, credentials: 'FRESHDESK_KEY' };
  const hosted = ({ id, status, updated_at, custom_fields }: z.infer<typeof ticket>): HostedTicket => {
    const escalationId = custom_fields[FIELD];
    return { id: String(id), number: String(id), url: `${url}/a/tickets/${id}`, escalationId: typeof escalationId === 'string' ? escalationId : undefined, status: STATUS[status] ?? 'open', updatedAt: updated_at };
  };
  async function listed(since: Date, signal: AbortSignal): Promise<HostedTicket[]> {
    const all: HostedTicket[] = [];
    for (let page = 1; ; page += 1) {
      const path = `/tickets?${new URLSearchParams({ updated_since: since.toISOString(), order_by: 'updated_at', order_type: 'asc', per_page: String(PAGE), page: String(page) })}`;
      const found = z.array(ticket).parse(await callJson(api, { method: 'GET', path }, signal));
      all.push(...found.map(hosted).filter(({ escalationId }) => escalationId !== undefined));
      if (found.length < PAGE) return all;
    }
  }
  return createPolledHelpdesk({
    name: NAME,
    now,
    can: { nativeIdempotency: false, immediateLookup: true, publicReplies: true, settleMs: SETTLE_MS },
    api: {
      async find(escalationId, signal) {
        const recent = (await listed(new Date(now().getTime() - RECENT_MS), signal)).find((each) => each.escalationId === escalationId);
        if (recent) return recent;
        const query = JSON.stringify(`${FIELD}:'${escalationId.replace(/[^\w-]/g, '')}'`);
        const { results: [first] } = z.object({ results: z.array(ticket) }).parse(await callJson(api, { method: 'GET', path: `/search/tickets?${new URLSearchParams({ query })}` }, signal));
        return first && hosted(first);
      },
      async create({ escalationId, subject, report, person }, signal) {
        const body = { subject, description: asHtml(report), email: requester, name: person, status: 2, priority: 1, source: 2, tags: ['reconnect'], custom_fields: { [FIELD]: escalationId } };
        return { ticket: hosted(ticket.parse(await callJson(api, { method: 'POST', path: '/tickets', body }, signal))), existed: false };
      },
      changedSince: listed,
      async messages(id, signal) {
        const all: z.infer<typeof conversations> = [];
        for (let page = 1; ; page += 1) {
          const found = conversations.parse(await callJson(api, { method: 'GET', path: `/tickets/${id}/conversations?per_page=${PAGE}&page=${page}` }, signal));
          all.push(...found);
          if (found.length < PAGE) break;
        }
        return all.map((each) => ({ id: String(each.id), author: 'Support', text: each.body_text, at: each.created_at, isPublic: !each.private, isOurs: each.incoming }));
      },
      write: async (id, text, isPublic, signal) => void (await callJson(api, { method: 'POST', path: `/tickets/${id}/notes`, body: { body: asHtml(text), private: !isPublic } }, signal)),
      setStatus: async (id, status, signal) => void (await callJson(api, { method: 'PUT', path: `/tickets/${id}`, body: { status: status === 'closed' ? 5 : 2 } }, signal)),
    },
  });
}

/** Its texts are HTML. */
function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
}

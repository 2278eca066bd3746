import { z } from 'zod';
import type { TicketStatus } from '../../dialogs/ticket.ts';
import { defineAdapter } from '../adapter.ts';
import { basic, callJson, type HttpApi } from '../http-api.ts';
import { createPolledHelpdesk, type HostedTicket } from '../polled.ts';
import type { Helpdesk } from '../port.ts';

const NAME = 'jira';

const settings = z
  .object({
    JIRA_URL: z.url({ protocol: /^https?$/, error: 'must be the address of the site, such as https://example.atlassian.net' }),
    JIRA_USER: z.email({ error: 'must be the e-mail address of the user for Reconnect' }),
    JIRA_TOKEN: z.string({ error: 'is missing: the API token of JIRA_USER' }),
    JIRA_PROJECT: z.string({ error: 'is missing: the key of the service project, such as HELP' }).regex(/^[A-Z][A-Z0-9_]+$/, 'must be the key of a project, such as HELP'),
    JIRA_SERVICE_DESK: z.string({ error: 'is missing: the number of the service desk, as /rest/servicedeskapi/servicedesk lists it' }),
    JIRA_REQUEST_TYPE: z.string({ error: 'is missing: the number of a request type with the fields summary and description' }),
  })
  .transform((env) => ({ url: env.JIRA_URL.replace(/\/+$/, ''), user: env.JIRA_USER, token: env.JIRA_TOKEN, project: env.JIRA_PROJECT, serviceDesk: env.JIRA_SERVICE_DESK, requestType: env.JIRA_REQUEST_TYPE }));

/** Jira Service Management in the cloud. It has no key against doubles, and its search lags: what is not known is looked up after minutes. */
export const jira = defineAdapter({ name: NAME, settings, connect: async (given) => ({ helpdesk: createJira(given) }) });

const SETTLE_MS = 5 * 60_000;
const PAGE = 100;

const issue = z.object({
  key: z.string(),
  fields: z.object({ summary: z.string(), updated: z.string(), status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }) }),
});
const searched = z.object({ issues: z.array(issue) });
const created = z.object({ issueKey: z.string() });
const comments = z.object({
  isLastPage: z.boolean(),
  values: z.array(z.object({ id: z.string(), body: z.string(), public: z.boolean(), author: z.object({ displayName: z.string(), emailAddress: z.string().optional() }), created: z.object({ iso8601: z.string() }) })),
});
const transitions = z.object({ values: z.array(z.object({ id: z.string(), name: z.string() })) });

export function createJira({ url, user, token, project, serviceDesk, requestType }: z.output<typeof settings>, now: () => Date = () => new Date()): Helpdesk {
  const api: HttpApi = { name: NAME, base: `${url}/rest`, headers: { authorization: basic(user, token) }, credentials: 'JIRA_USER and JIRA_TOKEN' };
  const hosted = ({ key, fields: { summary, updated, status } }: z.infer<typeof issue>): HostedTicket => ({
    id: key, number: key, url: `${url}/browse/${key}`, escalationId: / \(([\w-]+)\)$/.exec(summary)?.[1], status: statusOf(status), updatedAt: new Date(updated).toISOString(),
  });
  const search = async (jql: string, signal: AbortSignal): Promise<HostedTicket[]> =>
    searched.parse(await callJson(api, { method: 'GET', path: `/api/3/search/jql?${new URLSearchParams({ jql, fields: 'summary,status,updated', maxResults: String(PAGE) })}` }, signal)).issues.map(hosted);
  const get = async (key: string, signal: AbortSignal): Promise<HostedTicket> =>
    hosted(issue.parse(await callJson(api, { method: 'GET', path: `/api/3/issue/${encodeURIComponent(key)}?fields=summary,status,updated` }, signal)));
  return createPolledHelpdesk({
    name: NAME,
    now,
    can: { nativeIdempotency: false, immediateLookup: false, publicReplies: true, settleMs: SETTLE_MS },
    api: {
      // Its text search takes the words of an id apart, so that the whole is compared here.
      find: async (escalationId, signal) => (await search(`project = ${project} AND summary ~ ${JSON.stringify(JSON.stringify(escalationId))} ORDER BY created ASC`, signal)).find((each) => each.escalationId === escalationId),
      async create({ escalationId, subject, report }, signal) {
        const body = { serviceDeskId: serviceDesk, requestTypeId: requestType, requestFieldValues: { summary: `${subject} (${escalationId})`, description: report } };
        const { issueKey } = created.parse(await callJson(api, { method: 'POST', path: '/servicedeskapi/request', body }, signal));
        return { ticket: await get(issueKey, signal), existed: false };
      },
      // In minutes from now, since times of day are taken for the user's own zone.
      changedSince: (since, signal) => search(`project = ${project} AND reporter = currentUser() AND updated >= "-${Math.ceil((now().getTime() - since.getTime()) / 60_000) + 1}m" ORDER BY updated ASC`, signal),
      async messages(key, signal) {
        const all: z.infer<typeof comments>['values'] = [];
        for (;;) {
          const page = comments.parse(await callJson(api, { method: 'GET', path: `/servicedeskapi/request/${encodeURIComponent(key)}/comment?start=${all.length}&limit=${PAGE}` }, signal));
          all.push(...page.values);
          if (page.isLastPage) break;
        }
        return all.map((each) => ({ id: each.id, author: each.author.displayName, text: each.body, at: new Date(each.created.iso8601).toISOString(), isPublic: each.public, isOurs: each.author.emailAddress === user }));
      },
      write: async (key, text, isPublic, signal) => void (await callJson(api, { method: 'POST', path: `/servicedeskapi/request/${encodeURIComponent(key)}/comment`, body: { body: text, public: isPublic } }, signal)),
      async setStatus(key, status, signal) {
        const path = `/servicedeskapi/request/${encodeURIComponent(key)}/transition`;
        const fitting = status === 'closed' ? /resolve|close|done|cancel/i : /reopen|open|back to|in progress/i;
        // A workflow without such a step leaves it to support, who read the message.
        const step = transitions.parse(await callJson(api, { method: 'GET', path }, signal)).values.find(({ name }) => fitting.test(name));
        if (step) await callJson(api, { method: 'POST', path, body: { id: step.id } }, signal);
      },
    },
  });
}

function statusOf({ name, statusCategory: { key } }: z.infer<typeof issue>['fields']['status']): TicketStatus {
  if (key === 'done') return /clos|cancel/i.test(name) ? 'closed' : 'resolved';
  if (/waiting for (?:the )?customer|pending/i.test(name)) return 'waiting';
  return key === 'new' ? 'new' : 'open';
}

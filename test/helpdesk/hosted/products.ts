import { createFreshdesk } from '../../../helpdesk/adapters/freshdesk.ts';
import { createJira } from '../../../helpdesk/adapters/jira.ts';
import { createServiceNow } from '../../../helpdesk/adapters/servicenow.ts';
import { createZammad } from '../../../helpdesk/adapters/zammad.ts';
import { createZendesk } from '../../../helpdesk/adapters/zendesk.ts';
import { basic } from '../../../helpdesk/http-api.ts';
import type { Helpdesk } from '../../../helpdesk/port.ts';
import { idIn, NotFound, WithHeaders, type TwinDesk, type TwinRoutes, type TwinTicket } from './twin-kit.ts';

/** A product: its adapter, and the twin that it is run against. */
export interface Product {
  readonly name: string;
  readonly create: (url: string, token: string) => Helpdesk;
  /** The header that the twin lets in, for the token "right". */
  readonly authorization: string;
  readonly routes: TwinRoutes;
  /** How its people call these. */
  readonly states: { readonly resolved: string; readonly open: string };
  /** By what its people, and so `ref.number`, name a ticket. */
  readonly numberOf: (ticket: TwinTicket) => string;
}

export const WEBHOOK_SECRET = 'a secret of the webhook';

const zendesk: Product = {
  name: 'Zendesk',
  create: (url, token) => createZendesk({ url, user: 'bot@example.com', token }),
  authorization: basic('bot@example.com/token', 'right'),
  states: { resolved: 'solved', open: 'open' },
  numberOf: ({ id }) => String(id),
  routes({ method, path, query, body, headers }, desk) {
    const shown = ({ id, state, escalationId, updatedAt }: TwinTicket) => ({ id, status: state, external_id: escalationId, updated_at: updatedAt });
    if (path === '/api/v2/tickets.json' && method === 'POST') {
      const { ticket } = body;
      // The key is the escalation's id, as a lost answer would come again with it.
      const before = desk.tickets.find(({ escalationId }) => escalationId === headers['idempotency-key']);
      const made = before ?? desk.add({ escalationId: ticket.external_id, subject: ticket.subject, report: ticket.comment?.body ?? '', state: 'new' });
      return new WithHeaders({ ticket: shown(made) }, { 'x-idempotency-lookup': before ? 'hit' : 'miss' });
    }
    if (path === '/api/v2/tickets.json') return { tickets: desk.tickets.filter(({ escalationId }) => escalationId === query.get('external_id')).map(shown) };
    if (path === '/api/v2/search.json') {
      const since = /updated>=(\S+)/.exec(query.get('query') ?? '')?.[1] ?? '';
      return { results: desk.indexed.filter(({ updatedAt }) => updatedAt >= since).map(shown) };
    }
    const commented = idIn(path, '/api/v2/tickets/', '/comments.json');
    if (commented !== undefined) {
      const { report, messages } = desk.byId(commented);
      const first = { id: 1, body: report, public: true, author_id: 7, created_at: new Date(0).toISOString() };
      return { comments: [first, ...messages.map((each) => ({ id: each.id, body: each.text, public: each.isPublic, author_id: each.byApi ? 7 : 8, created_at: each.at }))], users: [{ id: 7, name: 'Reconnect' }, { id: 8, name: 'Anna' }] };
    }
    const id = idIn(path, '/api/v2/tickets/', '.json');
    if (id === undefined || method !== 'PUT') return undefined;
    const ticket = desk.byId(id);
    if (body.ticket.comment) desk.say(ticket, { author: 'Reconnect', text: body.ticket.comment.body, isPublic: body.ticket.comment.public, byApi: true });
    if (body.ticket.status) desk.set(ticket, body.ticket.status);
    return { ticket: shown(ticket) };
  },
};

const servicenow: Product = {
  name: 'ServiceNow',
  create: (url, password) => createServiceNow({ url, user: 'bot', password, importTable: 'u_reconnect_incident' }),
  authorization: basic('bot', 'right'),
  states: { resolved: '6', open: '2' },
  numberOf: ({ id }) => `INC${id}`,
  routes({ method, path, query, body }, desk) {
    const time = (iso: string) => iso.slice(0, 19).replace('T', ' ');
    const shown = ({ id, state, escalationId, updatedAt }: TwinTicket) => ({ sys_id: String(id), number: `INC${id}`, state, correlation_id: escalationId, sys_updated_on: time(updatedAt) });
    const asked = query.get('sysparm_query') ?? '';
    const condition = (field: string): string | undefined => new RegExp(`(?:^|\\^)${field}(?:=|>=)([^^]*)`).exec(asked)?.[1];
    if (path === '/api/now/import/u_reconnect_incident' && method === 'POST') {
      // The transform map coalesces on correlation_id.
      const before = desk.tickets.find(({ escalationId }) => escalationId === body.correlation_id);
      const made = before ?? desk.add({ escalationId: body.correlation_id, subject: body.short_description, report: body.description, state: '1' });
      return { result: [{ table: 'incident', status: before ? 'updated' : 'inserted', sys_id: String(made.id) }] };
    }
    if (path === '/api/now/table/incident') {
      const [correlation, since] = [condition('correlation_id'), condition('sys_updated_on')];
      return { result: desk.tickets.filter((each) => (correlation === undefined || each.escalationId === correlation) && (since === undefined || time(each.updatedAt) >= since)).map(shown) };
    }
    if (path === '/api/now/table/sys_journal_field') {
      return { result: desk.byId(condition('element_id')).messages.map((each) => ({ sys_id: String(each.id), element: each.isPublic ? 'comments' : 'work_notes', value: each.text, sys_created_by: each.byApi ? 'bot' : each.author, sys_created_on: time(each.at) })) };
    }
    const id = idIn(path, '/api/now/table/incident/');
    if (id === undefined) return undefined;
    const ticket = desk.byId(id);
    if (method === 'PATCH') {
      const text = body.comments ?? body.work_notes;
      if (text !== undefined) desk.say(ticket, { author: 'bot', text, isPublic: body.comments !== undefined, byApi: true });
      if (body.state !== undefined) desk.set(ticket, body.state);
    }
    return { result: shown(ticket) };
  },
};

const jira: Product = {
  name: 'Jira Service Management',
  create: (url, token) => createJira({ url, user: 'bot@example.com', token, project: 'HELP', serviceDesk: '1', requestType: '2' }),
  authorization: basic('bot@example.com', 'right'),
  states: { resolved: 'Resolved', open: 'In progress' },
  numberOf: ({ id }) => `HELP-${id}`,
  routes({ method, path, query, body }, desk) {
    const category = (state: string) => (state === 'Resolved' ? 'done' : state === 'Waiting for support' ? 'new' : 'indeterminate');
    const shown = ({ id, subject, state, updatedAt }: TwinTicket) => ({ key: `HELP-${id}`, fields: { summary: subject, updated: updatedAt.replace('Z', '+0000'), status: { name: state, statusCategory: { key: category(state) } } } });
    const ticketIn = (suffix: string, prefix = '/rest/servicedeskapi/request/'): TwinTicket | undefined => {
      const key = idIn(path, prefix, suffix);
      return key === undefined ? undefined : desk.byId(key.replace('HELP-', ''));
    };
    if (path === '/rest/servicedeskapi/request' && method === 'POST') {
      const { summary, description } = body.requestFieldValues;
      const made = desk.add({ escalationId: /\(([\w-]+)\)$/.exec(summary)?.[1] ?? '', subject: summary, report: description, state: 'Waiting for support' });
      return { issueId: String(made.id), issueKey: `HELP-${made.id}` };
    }
    if (path === '/rest/api/3/search/jql') {
      const jql = query.get('jql') ?? '';
      const [, words] = /summary ~ "\\"(.*?)\\""/.exec(jql) ?? [];
      const [, minutes] = /updated >= "-(\d+)m"/.exec(jql) ?? [];
      const since = minutes === undefined ? '' : new Date(Date.now() - Number(minutes) * 60_000).toISOString();
      return { issues: desk.indexed.filter((each) => (words === undefined || each.subject.includes(words)) && each.updatedAt >= since).map(shown) };
    }
    const commented = ticketIn('/comment');
    if (commented && method === 'POST') return desk.say(commented, { author: 'Reconnect', text: body.body, isPublic: body.public, byApi: true });
    if (commented) {
      return { isLastPage: true, values: commented.messages.map((each) => ({ id: String(each.id), body: each.text, public: each.isPublic, author: { displayName: each.author, emailAddress: each.byApi ? 'bot@example.com' : 'anna@example.com' }, created: { iso8601: each.at.replace('Z', '+0000') } })) };
    }
    const moved = ticketIn('/transition');
    const STEPS = [{ id: '11', name: 'Resolve this issue', to: 'Resolved' }, { id: '12', name: 'Reopen', to: 'In progress' }];
    if (moved && method === 'POST') desk.set(moved, STEPS.find(({ id }) => id === body.id)?.to ?? moved.state);
    if (moved) return { values: STEPS.filter(({ to }) => (to === 'Resolved') !== (moved.state === 'Resolved')) };
    const single = ticketIn('', '/rest/api/3/issue/');
    return single && shown(single);
  },
};

const freshdesk: Product = {
  name: 'Freshdesk',
  create: (url, key) => createFreshdesk({ url, key, requester: 'reconnect@example.com' }),
  authorization: basic('right', 'X'),
  states: { resolved: '4', open: '2' },
  numberOf: ({ id }) => String(id),
  routes({ method, path, query, body }, desk) {
    const plain = (markup: string) => markup.replaceAll('<br>', '\n').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    const shown = ({ id, state, escalationId, updatedAt }: TwinTicket) => ({ id, status: Number(state), updated_at: updatedAt, custom_fields: { cf_reconnect_id: escalationId } });
    if (path === '/api/v2/tickets' && method === 'POST') {
      return shown(desk.add({ escalationId: body.custom_fields.cf_reconnect_id, subject: body.subject, report: plain(body.description), state: '2' }));
    }
    if (path === '/api/v2/tickets') {
      const page = Number(query.get('page')) - 1;
      return desk.tickets.filter(({ updatedAt }) => updatedAt >= (query.get('updated_since') ?? '')).slice(page * 100, page * 100 + 100).map(shown);
    }
    if (path === '/api/v2/search/tickets') return { results: desk.indexed.filter(({ escalationId }) => query.get('query')?.includes(`'${escalationId}'`)).map(shown) };
    const talked = idIn(path, '/api/v2/tickets/', '/conversations');
    if (talked !== undefined) {
      const page = Number(query.get('page')) - 1;
      return desk.byId(talked).messages.slice(page * 100, page * 100 + 100).map((each) => ({ id: each.id, body_text: each.text, incoming: false, private: !each.isPublic, user_id: 8, created_at: each.at }));
    }
    const noted = idIn(path, '/api/v2/tickets/', '/notes');
    if (noted !== undefined) return desk.say(desk.byId(noted), { author: 'Reconnect', text: plain(body.body), isPublic: !body.private, byApi: true });
    const id = idIn(path, '/api/v2/tickets/');
    if (id === undefined) return undefined;
    if (method === 'PUT') desk.set(desk.byId(id), String(body.status));
    return shown(desk.byId(id));
  },
};

const zammad: Product = {
  name: 'Zammad',
  create: (url, token) => createZammad({ url, token, group: 'Users', customer: 'reconnect@example.com', webhookSecret: WEBHOOK_SECRET }),
  authorization: 'Token token=right',
  states: { resolved: 'closed', open: 'open' },
  numberOf: ({ id }) => `65${id}`,
  routes({ method, path, query, body }, desk) {
    const shown = ({ id, state, escalationId, updatedAt }: TwinTicket) => ({ id, number: `65${id}`, state, updated_at: updatedAt, reconnect_id: escalationId });
    if (path === '/api/v1/tickets' && method === 'POST') return shown(desk.add({ escalationId: body.reconnect_id, subject: body.title, report: body.article.body, state: 'new' }));
    if (path === '/api/v1/tickets/search') {
      const [, id] = /reconnect_id:"(.*?)"/.exec(query.get('query') ?? '') ?? [];
      const [, since = ''] = /updated_at:\[(\S+) TO/.exec(query.get('query') ?? '') ?? [];
      return desk.indexed.filter((each) => (id === undefined || each.escalationId === id) && each.updatedAt >= since).map(shown);
    }
    const talked = idIn(path, '/api/v1/ticket_articles/by_ticket/');
    if (talked !== undefined) {
      return desk.byId(talked).messages.map((each) => ({ id: each.id, body: each.text, content_type: 'text/plain', internal: !each.isPublic, sender: each.byApi && each.isPublic ? 'Customer' : 'Agent', created_by: each.author, created_at: each.at }));
    }
    if (path === '/api/v1/ticket_articles') return desk.say(desk.byId(body.ticket_id), { author: 'Reconnect', text: body.body, isPublic: !body.internal, byApi: true });
    const id = idIn(path, '/api/v1/tickets/');
    if (id === undefined) return undefined;
    if (method === 'PUT' && body.state !== undefined) desk.set(desk.byId(id), body.state);
    return shown(desk.byId(id));
  },
};

export const PRODUCTS: readonly Product[] = [zendesk, servicenow, jira, freshdesk, zammad];

/** The ticket that its people call so. */
export function numbered(desk: TwinDesk, { numberOf }: Product, number: string): TwinTicket {
  const found = desk.tickets.find((each) => numberOf(each) === number);
  if (!found) throw new NotFound();
  return found;
}

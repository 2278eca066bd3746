import { z } from 'zod';
import type { TicketStatus } from '../../dialogs/ticket.ts';
import { defineAdapter } from '../adapter.ts';
import { basic, callJson, type HttpApi } from '../http-api.ts';
import { createPolledHelpdesk, type HostedTicket } from '../polled.ts';
import { HelpdeskError, FOR_GOOD, type Helpdesk } from '../port.ts';

const NAME = 'servicenow';
/** Stands in `correlation_display`: which incidents are ours. */
const OURS = 'reconnect';

const settings = z
  .object({
    SERVICENOW_URL: z.url({ protocol: /^https?$/, error: 'must be the address of the instance, such as https://example.service-now.com' }),
    SERVICENOW_USER: z.string({ error: 'is missing: the user for Reconnect, with rights on incidents and on the import table' }),
    SERVICENOW_PASSWORD: z.string({ error: 'is missing, and SERVICENOW_USER is set' }),
    SERVICENOW_IMPORT_TABLE: z.string().regex(/^\w+$/, 'must be the name of a staging table, such as u_reconnect_incident').default('u_reconnect_incident'),
  })
  .transform((env) => ({ url: env.SERVICENOW_URL.replace(/\/+$/, ''), user: env.SERVICENOW_USER, password: env.SERVICENOW_PASSWORD, importTable: env.SERVICENOW_IMPORT_TABLE }));

/**
 * ServiceNow incidents. They are made through an import table whose transform map coalesces on `correlation_id`: a second
 * import of an escalation updates its incident, and the instance transforms one import after the other.
 */
export const servicenow = defineAdapter({ name: NAME, settings, connect: async (given) => ({ helpdesk: createServiceNow(given) }) });

const STATUS: Readonly<Record<string, TicketStatus>> = { 1: 'new', 2: 'open', 3: 'waiting', 6: 'resolved', 7: 'closed', 8: 'closed' };
const FIELDS = 'sys_id,number,state,correlation_id,sys_updated_on';

const incident = z.object({ sys_id: z.string(), number: z.string(), state: z.coerce.string(), correlation_id: z.string().nullish(), sys_updated_on: z.string() });
const many = z.object({ result: z.array(incident) });
const single = z.object({ result: incident });
const imported = z.object({ result: z.array(z.object({ status: z.string(), sys_id: z.string().optional(), error_message: z.string().optional() })).min(1) });
const journal = z.object({ result: z.array(z.object({ sys_id: z.string(), element: z.string(), value: z.string(), sys_created_by: z.string(), sys_created_on: z.string() })) });

export function createServiceNow({ url, user, password, importTable }: z.output<typeof settings>): Helpdesk {
  const api: HttpApi = { name: NAME, base: `${url}/api/now`, headers: { authorization: basic(user, password) }, credentials: 'SERVICENOW_USER and SERVICENOW_PASSWORD' };
  const query = (table: string, text: string, fields: string, signal: AbortSignal) =>
    callJson(api, { method: 'GET', path: `/table/${table}?${new URLSearchParams({ sysparm_query: text, sysparm_fields: fields, sysparm_limit: '200' })}` }, signal);
  const hosted = ({ sys_id, number, state, correlation_id, sys_updated_on }: z.infer<typeof incident>): HostedTicket => ({
    id: sys_id, number, url: `${url}/nav_to.do?uri=incident.do?sys_id=${sys_id}`, escalationId: correlation_id || undefined, status: STATUS[state] ?? 'open', updatedAt: asIso(sys_updated_on),
  });
  const get = async (id: string, signal: AbortSignal): Promise<HostedTicket> =>
    hosted(single.parse(await callJson(api, { method: 'GET', path: `/table/incident/${id}?${new URLSearchParams({ sysparm_fields: FIELDS })}` }, signal)).result);
  const update = (id: string, body: object, signal: AbortSignal) => callJson(api, { method: 'PATCH', path: `/table/incident/${id}`, body }, signal);
  return createPolledHelpdesk({
    name: NAME,
    can: { nativeIdempotency: true, immediateLookup: true, publicReplies: true, settleMs: 0 },
    api: {
      async find(escalationId, signal) {
        const [first] = many.parse(await query('incident', `correlation_id=${safe(escalationId)}^ORDERBYnumber`, FIELDS, signal)).result;
        return first && hosted(first);
      },
      async create({ escalationId, subject, report }, signal) {
        const body = { correlation_id: escalationId, correlation_display: OURS, short_description: subject, description: report };
        const { result: [row] } = imported.parse(await callJson(api, { method: 'POST', path: `/import/${importTable}`, body }, signal));
        if (row?.sys_id === undefined) throw new HelpdeskError(`${NAME}: the transform of ${importTable} made no incident: ${row?.status} ${row?.error_message ?? ''}`, FOR_GOOD);
        return { ticket: await get(row.sys_id, signal), existed: row.status !== 'inserted' };
      },
      changedSince: async (since, signal) => many.parse(await query('incident', `correlation_display=${OURS}^sys_updated_on>=${asTime(since)}^ORDERBYsys_updated_on`, FIELDS, signal)).result.map(hosted),
      async messages(id, signal) {
        const text = `element_id=${safe(id)}^elementINcomments,work_notes^ORDERBYsys_created_on`;
        const { result } = journal.parse(await query('sys_journal_field', text, 'sys_id,element,value,sys_created_by,sys_created_on', signal));
        return result.map((each) => ({ id: each.sys_id, author: each.sys_created_by, text: each.value, at: asIso(each.sys_created_on), isPublic: each.element === 'comments', isOurs: each.sys_created_by === user }));
      },
      write: async (id, text, isPublic, signal) => void (await update(id, isPublic ? { comments: text } : { work_notes: text }, signal)),
      async setStatus(id, status, signal) {
        // Many instances ask for both before they let an incident be resolved.
        const closing = { state: '6', close_code: 'Resolved by caller', close_notes: 'The person closed it in the chat.' };
        await update(id, status === 'closed' ? closing : { state: '2' }, signal);
      },
    },
  });
}

/** `2026-11-20 09:00:00`, in UTC. */
const asTime = (date: Date): string => date.toISOString().slice(0, 19).replace('T', ' ');
const asIso = (time: string): string => `${time.replace(' ', 'T')}Z`;

/** In a query of theirs `^` ends a condition. */
function safe(id: string): string {
  if (!/^[\w-]+$/.test(id)) throw new HelpdeskError(`${NAME}: "${id}" is no id.`, FOR_GOOD);
  return id;
}

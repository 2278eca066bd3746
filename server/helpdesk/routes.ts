import { fileURLToPath } from 'node:url';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { EscalationTicket } from '../../dialogs/ticket.ts';
import type { StatusFilter, TicketBoard, TicketQuery } from '../../helpdesk/board.ts';
import { numbersOf, type CaseAccount } from '../../helpdesk/numbers.ts';
import { numbersCsv } from '../../helpdesk/numbers-csv.ts';
import { ApiError } from '../api-error.ts';
import { LIMITS } from '../limits.ts';
import type { ServerLog } from '../log.ts';
import { basePath, isSameOrigin, type PublicIdentity } from '../public-identity.ts';
import { parsed, readForm } from '../request-body.ts';
import { route, type Handle } from '../route.ts';
import { bundled } from '../pages/bundled.ts';
import { createCredentials, type AgentDirectory } from './credentials.ts';
import { signInNeeded, whoAsks } from './gate.ts';
import { ticketListHtml } from './list-html.ts';
import { numbersHtml, type DeadLetter } from './numbers-html.ts';
import { HELPDESK_POLICY } from './policy.ts';
import { createSessions, type Agent } from './sessions.ts';
import { addSignInRoutes } from './sign-in.ts';
import { fixesOf, type Answer } from './ticket-forms.ts';
import { ticketHtml } from './ticket-html.ts';
import { sendText } from '../pages/send-text.ts';

export interface HelpdeskRoutesParts {
  readonly board: TicketBoard;
  /** What the knowledge has for somebody with this ticket. */
  readonly answersFor?: (ticket: EscalationTicket) => readonly Answer[];
  /** Who has a password of their own. */
  readonly agents?: AgentDirectory;
  /** One for everybody; answers then carry the name that was typed at the sign-in. */
  readonly password?: string;
  /** The header in which a trusted proxy names who is signed in there. */
  readonly signInHeader?: string;
  readonly numbers?: NumbersSource;
  readonly log: ServerLog;
  readonly identity: PublicIdentity;
}

/** What `/helpdesk/numbers` shows. */
export interface NumbersSource {
  /** Of faults that came up after that time. */
  accounts(since: Date): Promise<readonly CaseAccount[]>;
  deadLetters(): Promise<readonly DeadLetter[]>;
  readonly titleOf: (id: string) => string;
}

const MAX_FORM_BYTES = 64 * 1024;
const STYLE = fileURLToPath(new URL('../../widget/helpdesk.css', import.meta.url));
const SCRIPT = fileURLToPath(new URL('../../widget/helpdesk.ts', import.meta.url));
const FILTERS = ['new', 'open', 'waiting', 'resolved', 'closed', 'unsolved', 'all'] as const satisfies readonly StatusFilter[];

const replyForm = z.object({
  text: z.string().trim().min(1, 'write an answer').max(8_000),
  key: z.string().min(8).max(100),
});
const statusForm = z.object({
  status: z.enum(['open', 'waiting', 'resolved', 'closed']),
  cause: z.string().max(200).optional(),
  fix: z.string().max(200).optional(),
});
const assignmentForm = z.object({ to: z.string().trim().max(100) });
const periodQuery = z.object({ days: z.coerce.number().int().min(1).max(180).catch(30) });
/** What an address names that fits no filter is no reason to show nothing. */
const listQuery = z.object({
  words: z.string().trim().max(200).catch(''),
  status: z.enum(FILTERS).catch('unsolved'),
  mine: z.literal('1').optional().catch(undefined),
  page: z.coerce.number().int().min(1).catch(1),
});

/** `/helpdesk`: where the people behind the embedded helpdesk read tickets and answer them. */
export function addHelpdeskRoutes(server: Server, parts: HelpdeskRoutesParts): void {
  const { board, log, identity, answersFor = () => [] } = parts;
  const base = basePath(identity);
  const gate = {
    identity,
    sessions: createSessions(Date.now),
    credentials: createCredentials(parts.agents, parts.password),
    ...(parts.signInHeader !== undefined && { signInHeader: parts.signInHeader }),
  };
  addSignInRoutes(server, { ...gate, log });

  const guarded = (handle: (request: Request, response: Response, agent: Agent) => Promise<void>): Handle =>
    route(log, async (request, response) => {
      const agent = await whoAsks(request, gate);
      if (!agent && request.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '')) {
        response.setHeader('Location', `${base}/helpdesk/sign-in`);
        response.send(303);
        return;
      }
      if (!agent) throw signInNeeded();
      response.setHeader('Content-Security-Policy', HELPDESK_POLICY);
      await handle(request, response, agent);
    });
  const page = (handle: (request: Request, agent: Agent) => Promise<string>): Handle =>
    guarded(async (request, response, agent) => {
      sendText(response, 'text/html', await handle(request, agent), base);
    });
  const form = (handle: (number: string, fields: Record<string, string>, author: string) => Promise<void>): Handle =>
    guarded(async (request, response, agent) => {
      if (!isSameOrigin(request, identity)) throw new ApiError(403, 'CrossSite', 'This form was not sent from the helpdesk page.');
      const number = numberOf(request);
      if (!(await board.get(number))) throw noSuchTicket();
      await handle(number, await readForm(request, MAX_FORM_BYTES), agent.name);
      response.setHeader('Location', `${base}/helpdesk/tickets/${encodeURIComponent(number)}`);
      response.send(303);
    });

  server.get('/helpdesk', page(async (request, agent) => {
    const query = queryOf(request, agent);
    return ticketListHtml(await board.list(query), query, agent.name);
  }));
  server.get('/helpdesk/tickets/:number', page(async (request, agent) => {
    const view = await board.get(numberOf(request));
    if (!view) throw noSuchTicket();
    return ticketHtml(view, agent.name, answersFor(view.ticket));
  }));
  const { numbers } = parts;
  if (numbers) {
    const since = (days: number): Date => new Date(Date.now() - days * 86_400_000);
    server.get('/helpdesk/numbers', page(async (request, agent) => {
      const { days } = periodQuery.parse(Object.fromEntries(new URLSearchParams(request.getQuery())));
      return numbersHtml({ numbers: numbersOf(await numbers.accounts(since(days))), days, deadLetters: await numbers.deadLetters(), titleOf: numbers.titleOf }, agent.name);
    }));
    server.get('/helpdesk/numbers.csv', guarded(async (request, response) => {
      const { days } = periodQuery.parse(Object.fromEntries(new URLSearchParams(request.getQuery())));
      response.setHeader('Content-Disposition', 'attachment; filename="reconnect-numbers.csv"');
      sendText(response, 'text/csv', numbersCsv(await numbers.accounts(since(days))));
    }));
  }
  server.get('/helpdesk/version', guarded(async (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.send(200, { version: board.version() });
  }));
  server.post('/helpdesk/tickets/:number/replies', form(async (number, fields, author) => {
    const { text, key } = parsed(replyForm, fields);
    await board.reply(number, author, text, key);
  }));
  server.post('/helpdesk/tickets/:number/assignment', form(async (number, fields, author) => {
    const { to } = parsed(assignmentForm, fields);
    await board.assign(number, to === '' ? undefined : to, author);
  }));
  server.post('/helpdesk/tickets/:number/hand-back', form(async (number, _fields, author) => board.handBack(number, author)));
  server.post('/helpdesk/tickets/:number/status', form(async (number, fields, author) => {
    const { status, ...ending } = parsed(statusForm, fields);
    const done = status === 'resolved' || status === 'closed';
    await board.setStatus(number, status, author, done ? await offered(number, ending) : undefined);
  }));
  /** What the form offered; an empty choice is none. */
  async function offered(number: string, { cause = '', fix = '' }: { readonly cause?: string | undefined; readonly fix?: string | undefined }) {
    const ticket = (await board.get(number))?.ticket;
    const causes = ['', 'unknown', ...(ticket?.causes ?? []).map(({ id }) => id)];
    const fixes = ['', ...(ticket ? fixesOf(ticket.fixesTried, answersFor(ticket)) : []).map(({ id }) => id)];
    if (!causes.includes(cause)) throw new ApiError(400, 'NoSuchCause', `This ticket has no cause "${cause}". It has: ${causes.slice(2).join(', ')}.`);
    if (!fixes.includes(fix)) throw new ApiError(400, 'NoSuchFix', `This ticket has no fix "${fix}". It has: ${fixes.slice(1).join(', ')}.`);
    return { ...(cause !== '' && { cause }), ...(fix !== '' && { fix }) };
  }

  let style: Promise<string> | undefined;
  server.get('/helpdesk/helpdesk.css', route(log, async (_request, response) => {
    sendText(response, 'text/css', await (style ??= bundled(STYLE)));
  }));
  let script: Promise<string> | undefined;
  server.get('/helpdesk/helpdesk.js', route(log, async (_request, response) => {
    sendText(response, 'text/javascript', await (script ??= bundled(SCRIPT)));
  }));
}

function queryOf(request: Request, agent: Agent): TicketQuery {
  const { words, status, mine, page } = listQuery.parse(Object.fromEntries(new URLSearchParams(request.getQuery())));
  return { words, status, page, size: LIMITS.ticketList.page, ...(mine && { assignee: agent.name }) };
}

function numberOf(request: Request): string {
  return String(request.params['number']);
}

function noSuchTicket(): ApiError {
  return new ApiError(404, 'TicketNotFound', 'There is no ticket with this number.');
}

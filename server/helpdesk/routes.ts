import { fileURLToPath } from 'node:url';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { TicketBoard, TicketListItem } from '../../helpdesk/board.ts';
import { ApiError } from '../api-error.ts';
import { LIMITS } from '../limits.ts';
import type { ServerLog } from '../log.ts';
import { basePath, isSameOrigin, type PublicIdentity } from '../public-identity.ts';
import { parsed, readForm } from '../request-body.ts';
import { route, type Handle } from '../route.ts';
import { bundled } from '../pages/bundled.ts';
import { createCredentials, type AgentDirectory } from './credentials.ts';
import { signInNeeded, whoAsks } from './gate.ts';
import { ticketHtml, ticketListHtml, type TicketListPage } from './html.ts';
import { HELPDESK_POLICY } from './policy.ts';
import { createSessions, type Agent } from './sessions.ts';
import { addSignInRoutes } from './sign-in.ts';
import { sendText } from '../pages/send-text.ts';

export interface HelpdeskRoutesParts {
  readonly board: TicketBoard;
  /** Who has a password of their own. */
  readonly agents?: AgentDirectory;
  /** One for everybody; answers then carry the name that was typed at the sign-in. */
  readonly password?: string;
  /** The header in which a trusted proxy names who is signed in there. */
  readonly signInHeader?: string;
  readonly log: ServerLog;
  readonly identity: PublicIdentity;
}

const MAX_FORM_BYTES = 64 * 1024;
const STYLE = fileURLToPath(new URL('../../widget/helpdesk.css', import.meta.url));

const replyForm = z.object({
  text: z.string().trim().min(1, 'write an answer').max(8_000),
  key: z.string().min(8).max(100),
});
const statusForm = z.object({
  status: z.enum(['open', 'waiting', 'resolved', 'closed']),
  cause: z.string().max(200).optional(),
});

/** `/helpdesk`: where the people behind the embedded helpdesk read tickets and answer them. */
export function addHelpdeskRoutes(server: Server, parts: HelpdeskRoutesParts): void {
  const { board, log, identity } = parts;
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

  server.get('/helpdesk', page(async (request, agent) => ticketListHtml(pageOf(await board.list(), request), agent.name)));
  server.get('/helpdesk/tickets/:number', page(async (request, agent) => {
    const ticket = await board.get(numberOf(request));
    if (!ticket) throw noSuchTicket();
    return ticketHtml(ticket, agent.name);
  }));
  server.post('/helpdesk/tickets/:number/replies', form(async (number, fields, author) => {
    const { text, key } = parsed(replyForm, fields);
    await board.reply(number, author, text, key);
  }));
  server.post('/helpdesk/tickets/:number/status', form(async (number, fields, author) => {
    const { status, cause } = parsed(statusForm, fields);
    const done = status === 'resolved' || status === 'closed';
    await board.setStatus(number, status, author, done && cause ? await causeOf(number, cause) : undefined);
  }));
  /** One that the form offered. */
  async function causeOf(number: string, cause: string): Promise<string> {
    const offered = (await board.get(number))?.ticket.causes.map(({ id }) => id) ?? [];
    if (cause !== 'unknown' && !offered.includes(cause)) throw new ApiError(400, 'NoSuchCause', `This ticket has no cause "${cause}". It has: ${offered.join(', ')}.`);
    return cause;
  }

  let style: Promise<string> | undefined;
  server.get('/helpdesk/helpdesk.css', route(log, async (_request, response) => {
    sendText(response, 'text/css', await (style ??= bundled(STYLE)));
  }));
}

/** Newest first; the page that the address names, from 1. */
function pageOf(all: readonly TicketListItem[], request: Request): TicketListPage {
  const asked = Number(new URLSearchParams(request.getQuery()).get('page') ?? 1);
  const last = Math.max(1, Math.ceil(all.length / LIMITS.ticketList.page));
  const page = Number.isInteger(asked) ? Math.min(Math.max(1, asked), last) : 1;
  const first = (page - 1) * LIMITS.ticketList.page;
  return {
    tickets: all.slice(first, first + LIMITS.ticketList.page),
    ...(page > 1 && { newer: page - 1 }),
    ...(page < last && { older: page + 1 }),
  };
}

function numberOf(request: Request): string {
  return String(request.params['number']);
}

function noSuchTicket(): ApiError {
  return new ApiError(404, 'TicketNotFound', 'There is no ticket with this number.');
}

import { createHash, timingSafeEqual } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Request, Server } from 'restify';
import { z } from 'zod';
import type { TicketBoard } from '../../helpdesk/board.ts';
import { ApiError } from '../api-error.ts';
import type { ServerLog } from '../log.ts';
import { RateLimit } from '../rate-limit.ts';
import { addressOf, isLoopbackHost, isSameOrigin, type OriginOptions } from '../request-origin.ts';
import { parsed, readForm } from '../request-body.ts';
import { route, type Handle } from '../route.ts';
import { bundled } from '../pages/bundled.ts';
import { ticketHtml, ticketListHtml } from './html.ts';
import { sendText } from '../pages/send-text.ts';

export interface HelpdeskRoutesParts {
  readonly board: TicketBoard;
  /** Asked for by the browser (any user name); without one only this machine is let in. */
  readonly password?: string;
  readonly log: ServerLog;
  readonly origin: OriginOptions;
}

const POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const MAX_FORM_BYTES = 64 * 1024;
const STYLE = fileURLToPath(new URL('../../widget/helpdesk.css', import.meta.url));

const replyForm = z.object({
  author: z.string().trim().min(1, 'say who answers').max(100),
  text: z.string().trim().min(1, 'write an answer').max(8_000),
  key: z.string().min(8).max(100),
});
const statusForm = z.object({
  author: z.string().trim().min(1).max(100).default('Helpdesk'),
  status: z.enum(['open', 'waiting', 'resolved', 'closed']),
  cause: z.string().max(200).optional(),
});

/** `/helpdesk`: where the people behind the embedded helpdesk read tickets and answer them. */
export function addHelpdeskRoutes(server: Server, parts: HelpdeskRoutesParts): void {
  const { board, log } = parts;
  const admit = createGate(parts);
  const guarded = (handle: Handle): Handle =>
    route(log, async (request, response) => {
      admit(request);
      response.setHeader('Content-Security-Policy', POLICY);
      await handle(request, response);
    });
  const page = (handle: (request: Request) => Promise<string>): Handle =>
    guarded(async (request, response) => {
      sendText(response, 'text/html', await handle(request));
    });
  const form = (handle: (request: Request, number: string, fields: Record<string, string>) => Promise<void>): Handle =>
    guarded(async (request, response) => {
      if (!isSameOrigin(request, parts.origin)) throw new ApiError(403, 'CrossSite', 'This form was not sent from the helpdesk page.');
      const number = numberOf(request);
      if (!(await board.get(number))) throw noSuchTicket();
      await handle(request, number, await readForm(request, MAX_FORM_BYTES));
      response.setHeader('Location', `/helpdesk/tickets/${encodeURIComponent(number)}`);
      response.send(303);
    });

  server.get('/helpdesk', page(async () => ticketListHtml(await board.list())));
  server.get('/helpdesk/tickets/:number', page(async (request) => {
    const ticket = await board.get(numberOf(request));
    if (!ticket) throw noSuchTicket();
    return ticketHtml(ticket);
  }));
  server.post('/helpdesk/tickets/:number/replies', form(async (_request, number, fields) => {
    const { author, text, key } = parsed(replyForm, fields);
    await board.reply(number, author, text, key);
  }));
  server.post('/helpdesk/tickets/:number/status', form(async (_request, number, fields) => {
    const { status, author, cause } = parsed(statusForm, fields);
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
  server.get('/helpdesk/helpdesk.css', guarded(async (_request, response) => {
    sendText(response, 'text/css', await (style ??= bundled(STYLE)));
  }));
}

/** Lets a request in or throws an ApiError. A wrong password costs a try; there are ten, and one more every ten seconds. */
function createGate(parts: HelpdeskRoutesParts): (request: Request) => void {
  const tries = new RateLimit({ burst: 10, perSecond: 0.1 });
  return (request) => {
    const { password } = parts;
    if (password === undefined) {
      // The name is checked as well: a page elsewhere could have its own name lead here.
      if (isLoopbackHost(request.headers.host) && isLoopbackAddress(request)) return;
      throw new ApiError(403, 'LocalOnly', 'Without a password the helpdesk page is open on this machine only. Set HELPDESK_PASSWORD to open it.');
    }
    const [, encoded] = /^Basic (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (encoded !== undefined) {
      const given = Buffer.from(encoded, 'base64').toString('utf8');
      if (sameSecret(given.slice(given.indexOf(':') + 1), password)) return;
      tries.take(addressOf(request, parts.origin));
    }
    throw new ApiError(401, 'PasswordNeeded', 'This page needs the helpdesk password.', {
      'WWW-Authenticate': 'Basic realm="Reconnect helpdesk", charset="UTF-8"',
    });
  };
}

function isLoopbackAddress(request: Request): boolean {
  return /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(request.socket.remoteAddress ?? '');
}

function sameSecret(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function numberOf(request: Request): string {
  return String(request.params['number']);
}

function noSuchTicket(): ApiError {
  return new ApiError(404, 'TicketNotFound', 'There is no ticket with this number.');
}

import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { ApiError } from '../api-error.ts';
import type { ServerLog } from '../log.ts';
import { addressOf, basePath, isSameOrigin, visitorOf } from '../public-identity.ts';
import { sendText } from '../pages/send-text.ts';
import { parsed, readForm } from '../request-body.ts';
import { route } from '../route.ts';
import { COOKIE, ticketOf, type GateParts } from './gate.ts';
import { HELPDESK_POLICY } from './policy.ts';
import { signInHtml } from './sign-in-html.ts';

const MAX_FORM_BYTES = 4 * 1024;
const signInForm = z.object({ name: z.string().trim().min(1, 'say who you are').max(100), secret: z.string().min(1).max(200) });

/** `/helpdesk/sign-in` and `/helpdesk/sign-out`. */
export function addSignInRoutes(server: Server, parts: GateParts & { readonly log: ServerLog }): void {
  const { identity, credentials, sessions, log } = parts;
  const base = basePath(identity);
  const secure = identity.publicUrl?.startsWith('https:') ? '; Secure' : '';
  const cookie = (ticket: string, seconds: number): string => `${COOKIE}=${ticket}; Path=${base}/helpdesk; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
  const ownForm = (request: Request): void => {
    if (!isSameOrigin(request, identity)) throw new ApiError(403, 'CrossSite', 'This form was not sent from the helpdesk page.');
  };
  const show = (response: Response, status: number, page: string): void => {
    response.setHeader('Content-Security-Policy', HELPDESK_POLICY);
    response.setHeader('Referrer-Policy', 'no-referrer');
    sendText(response, 'text/html', page, base, status);
  };
  const leadTo = (response: Response, path: string, setCookie: string): void => {
    response.setHeader('Set-Cookie', setCookie);
    response.setHeader('Location', base + path);
    response.send(303);
  };

  server.get('/helpdesk/sign-in', route(log, async (request, response) => {
    const key = new URLSearchParams(request.getQuery()).get('key')?.slice(0, 200);
    show(response, 200, signInHtml(key === undefined ? {} : { key }));
  }));
  server.post('/helpdesk/sign-in', route(log, async (request, response) => {
    ownForm(request);
    const { name, secret } = parsed(signInForm, await readForm(request, MAX_FORM_BYTES));
    const agent = await credentials.check(visitorOf(addressOf(request, identity)), name, secret).catch((error: unknown) => {
      if (!(error instanceof ApiError)) throw error;
      for (const [header, value] of Object.entries(error.headers)) response.setHeader(header, value);
      show(response, error.status, signInHtml({ name, fault: error.message }));
      return null;
    });
    if (agent === null) return;
    if (!agent) {
      log.warn({}, 'somebody could not sign in at the helpdesk');
      show(response, 401, signInHtml({ name, fault: 'That name and password do not go together.' }));
      return;
    }
    log.info({ agent: agent.name, shared: agent.shared }, 'somebody signed in at the helpdesk');
    leadTo(response, '/helpdesk', cookie(sessions.open(agent), 12 * 60 * 60));
  }));
  server.post('/helpdesk/sign-out', route(log, async (request, response) => {
    ownForm(request);
    sessions.close(ticketOf(request));
    leadTo(response, '/helpdesk/sign-in', cookie('', 0));
  }));
}

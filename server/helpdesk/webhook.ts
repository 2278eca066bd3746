import type { Server } from 'restify';
import { ApiError } from '../api-error.ts';
import type { ServerLog } from '../log.ts';
import { readBody } from '../request-body.ts';
import { route } from '../route.ts';

/** How a helpdesk elsewhere says that something happened. */
export interface HelpdeskWebhook {
  verify(headers: Readonly<Record<string, string | undefined>>, body: Buffer): boolean;
  /** Looks what it was. */
  poke(): void;
}

const MAX_BYTES = 256 * 1024;

/** `POST /helpdesk/webhook`: a signed call is a reason to look; nothing in it is believed. */
export function addWebhookRoute(server: Server, { verify, poke }: HelpdeskWebhook, log: ServerLog): void {
  server.post('/helpdesk/webhook', route(log, async (request, response) => {
    const body = await readBody(request, MAX_BYTES);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]));
    if (!verify(headers, body)) throw new ApiError(401, 'BadSignature', 'This call is not signed with the secret that the helpdesk and the assistant share.');
    poke();
    response.send(204);
  }));
}

import type { IncomingHttpHeaders } from 'node:http';
import type { Server } from 'restify';
import { channelActivity } from './channel-activity.ts';
import { LIMITS } from './limits.ts';
import type { ServerLog } from './log.ts';
import { addressOf, visitorOf, type PublicIdentity } from './public-identity.ts';
import { RateLimit } from './rate-limit.ts';
import { parsed, readJson } from './request-body.ts';
import { route } from './route.ts';

/** Runs the turn of one posted activity and answers it. The body is parsed before. */
export type MessagesHandler = (request: { readonly headers: IncomingHttpHeaders; readonly body?: unknown }, response: ChannelResponse) => Promise<void>;

export interface ChannelResponse {
  send(status: number, body?: unknown): unknown;
}

/** `POST /api/messages`, where Teams and every other Bot Framework channel speak to the bot. */
export function addMessagesRoute(server: Server, messages: MessagesHandler, identity: PublicIdentity, log: ServerLog): void {
  const refusals = new RateLimit(LIMITS.refusals);
  server.post('/api/messages', route(log, async (request, response) => {
    const visitor = visitorOf(addressOf(request, identity));
    refusals.check(visitor);
    request.body = parsed(channelActivity, await readJson(request, LIMITS.channelActivity.most));
    await messages(request, response);
    if (response.statusCode === 401) refusals.reserve(visitor);
  }));
}

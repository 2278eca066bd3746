import { randomUUID } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { ApiError } from '../api-error.ts';
import { Lanes } from '../lanes.ts';
import { LIMITS } from '../limits.ts';
import type { ServerLog } from '../log.ts';
import type { RateLimit } from '../rate-limit.ts';
import { isLoopback } from '../public-identity.ts';
import { parsed, readJson } from '../request-body.ts';
import { route } from '../route.ts';
import { Slots } from '../slots.ts';
import type { Conversations } from './conversations.ts';
import { incomingActivity, userActivity } from './incoming-activity.ts';
import type { TokenClaims, Tokens } from './tokens.ts';
import { readUpload } from './upload.ts';

export const DIRECT_LINE_PATH = '/v3/directline';

export interface DirectLineRoutesParts {
  readonly conversations: Conversations;
  readonly tokens: Tokens;
  readonly log: ServerLog;
  /** By address, before anybody is known. */
  readonly strangers: RateLimit;
  /** By user. */
  readonly users: RateLimit;
  readonly visitorOf: (request: Request) => string;
  /** Where the browser reaches `/`: `http://host:port`, `https://help.example.com/rdp`. */
  readonly rootUrl: (request: Request) => string;
}

export const watermarkSchema = z.union([
  z.literal('').transform(() => 0),
  z.undefined().transform(() => 0),
  z.string().regex(/^\d{1,9}$/, 'a watermark is a number').transform(Number),
]);

/** Direct Line 3.0 over HTTP, and `tokens/resume`, which is ours. */
export function addDirectLineRoutes(server: Server, parts: DirectLineRoutesParts): void {
  const { conversations, tokens, log, strangers, users, visitorOf, rootUrl } = parts;
  const reads = new Slots(LIMITS.reads);
  const turns = new Lanes(LIMITS.turns);
  const path = (rest: string): string => `${DIRECT_LINE_PATH}/${rest}`;

  const holder = (request: Request): TokenClaims => {
    const claims = tokens.verify('access', bearer(request));
    users.take(claims.user);
    return claims;
  };

  /** The token's holder, in the conversation that the path names. */
  const participant = async (request: Request): Promise<TokenClaims> => {
    const claims = holder(request);
    const conversationId = String(request.params['id']);
    if (claims.conv !== conversationId) {
      throw new ApiError(403, 'NotYourConversation', 'This token is for another conversation.');
    }
    await conversations.enter(conversationId, claims.user, visitorOf(request));
    return claims;
  };

  /** Behind an address of this machine there may be everybody: then each user is one. */
  const laneOf = (request: Request, { user }: TokenClaims): string => {
    const visitor = visitorOf(request);
    return isLoopback(visitor) ? user : visitor;
  };

  const access = (claims: TokenClaims): object => ({
    conversationId: claims.conv,
    token: tokens.issue('access', claims),
    expires_in: tokens.lifetime('access'),
  });

  const resumable = (claims: TokenClaims): object => ({
    ...access(claims),
    userId: claims.user,
    resumeToken: tokens.issue('resume', claims),
  });

  const opened = (request: Request, claims: TokenClaims, watermark: number): object => {
    const stream = new URL(rootUrl(request).replace(/^http/, 'ws') + path(`conversations/${claims.conv}/stream`));
    stream.searchParams.set('t', tokens.issue('stream', claims));
    stream.searchParams.set('watermark', String(watermark));
    return { ...access(claims), streamUrl: stream.href };
  };

  server.post(path('tokens/generate'), route(log, async (request, response) => {
    strangers.take(visitorOf(request));
    response.send(200, resumable({ user: `dl_${randomUUID()}`, conv: randomUUID() }));
  }));

  server.post(path('tokens/refresh'), route(log, async (request, response) => {
    response.send(200, access(holder(request)));
  }));

  // Tokens die while a laptop is closed. Whoever began the conversation got a second one with it that lives for
  // weeks and can do nothing but this: see docs/adr/0011-two-tokens-to-come-back.md.
  server.post(path('tokens/resume'), route(log, async (request, response) => {
    strangers.take(visitorOf(request));
    const claims = tokens.verify('resume', bearer(request));
    await conversations.enter(claims.conv, claims.user);
    response.send(200, resumable(claims));
  }));

  server.post(path('conversations'), route(log, async (request, response) => {
    const claims = holder(request);
    const isNew = await conversations.open(claims.conv, claims.user);
    response.send(isNew ? 201 : 200, opened(request, claims, 0));
  }));

  server.get(path('conversations/:id'), route(log, async (request, response) => {
    const claims = await participant(request);
    response.send(200, opened(request, claims, watermarkOf(request)));
  }));

  server.get(path('conversations/:id/activities'), route(log, async (request, response) => {
    const claims = await participant(request);
    const done = await reads.take();
    // A slow reader has its place until the answer has left, or the line is gone.
    response.on('close', done);
    if (request.socket.destroyed) return done();
    const { activities, watermark } = await conversations.read(claims.conv, watermarkOf(request));
    response.send(200, { activities, watermark: String(watermark) });
  }));

  server.post(path('conversations/:id/activities'), route(log, async (request, response) => {
    const claims = await participant(request);
    const incoming = parsed(incomingActivity, await readJson(request, LIMITS.activity.most));
    const activity = userActivity(claims.conv, claims.user, incoming);
    if (incoming.type !== 'typing') await turns.run(laneOf(request, claims), () => conversations.post(claims.conv, activity));
    response.send(200, { id: activity.id });
  }));

  server.post(path('conversations/:id/upload'), route(log, async (request, response) => {
    const claims = await participant(request);
    const { incoming, attachments } = await readUpload(request, LIMITS.upload.bytes);
    const activity = { ...userActivity(claims.conv, claims.user, incoming), attachments };
    await turns.run(laneOf(request, claims), () => conversations.post(claims.conv, activity));
    response.send(200, { id: activity.id });
  }));

  // Web Chat asks for it when it meets a sign-in card; there are none here.
  server.get(path('session/getsessionid'), (_request: Request, response: Response, next) => {
    response.send(200, { sessionId: '' });
    next();
  });
}

function bearer(request: Request): string | undefined {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

function watermarkOf(request: Request): number {
  return parsed(watermarkSchema, new URLSearchParams(request.getQuery()).get('watermark') ?? undefined);
}

import type { Server as HttpServer } from 'node:http';
import restify, { type Request, type Response, type Server } from 'restify';
import { Conversations } from './direct-line/conversations.ts';
import type { UserActivity } from './direct-line/incoming-activity.ts';
import type { BotEndpoint, ChannelSink, ConversationLog } from './direct-line/ports.ts';
import { addDirectLineRoutes } from './direct-line/routes.ts';
import { createTokens, type TokenOptions } from './direct-line/tokens.ts';
import { addDirectLineStream } from './direct-line/websocket.ts';
import { addHealthRoutes, type Health } from './health.ts';
import type { ServerLog } from './log.ts';
import { addMetricsRoute, type Metrics } from './metrics.ts';
import { addMessagesRoute, type MessagesHandler } from './messages-route.ts';
import { addChatRoutes } from './chat/routes.ts';
import type { ChatPage } from './chat/page.ts';
import { addDemoRoutes } from './demo/routes.ts';
import { addHelpdeskRoutes, type HelpdeskRoutesParts } from './helpdesk/routes.ts';
import { addWebhookRoute, type HelpdeskWebhook } from './helpdesk/webhook.ts';
import { addPrivacyRoutes, type PrivacyNotice } from './pages/privacy/routes.ts';
import { addTermsRoute } from './pages/terms/routes.ts';
import { addKnowledgeRoutes } from './knowledge/routes.ts';
import type { KnowledgeSource } from './knowledge/source.ts';
import { RateLimit, type RateLimitOptions } from './rate-limit.ts';
import { addAdmission, type AdmissionParts } from './admission.ts';
import { addressOf, basePath, rootUrl, visitorOf } from './public-identity.ts';
import { setSecurityHeaders } from './security-headers.ts';

export interface DirectLineParts {
  readonly conversationLog: ConversationLog;
  readonly bot: (sink: ChannelSink) => BotEndpoint;
  readonly tokens: TokenOptions;
  /** Said when a turn failed and the bot itself could not say so. */
  readonly apology?: string;
  /** Blacks out secrets before what a person wrote is kept. */
  readonly redact?: (activity: UserActivity) => UserActivity;
  readonly limits?: { readonly strangers?: RateLimitOptions; readonly users?: RateLimitOptions };
  readonly now?: () => Date;
}

export interface ServerParts extends AdmissionParts {
  /** `POST /api/messages`: the adapter with the bot behind it. The body is parsed before. */
  readonly messages?: MessagesHandler;
  readonly directLine?: DirectLineParts;
  readonly chatPage?: ChatPage;
  /** `/demo`: a made-up company's pages with the chat on them. */
  readonly demo?: boolean;
  /** Nobody is let in without signing in. */
  readonly helpdesk?: Omit<HelpdeskRoutesParts, 'log' | 'identity'>;
  /** A helpdesk elsewhere that says when something happened. */
  readonly helpdeskWebhook?: HelpdeskWebhook;
  /** `/knowledge`: open to everybody who reaches the server. */
  readonly knowledge?: KnowledgeSource;
  /** What `/privacy` says; there is no such page, and none with terms of use, when not given. */
  readonly privacy?: PrivacyNotice;
  /** `/metrics`; there is none when not given. */
  readonly metrics?: Metrics;
  readonly health: () => Promise<Health>;
  readonly log: ServerLog;
}

/** A server that does not listen yet: `server.listen` is the caller's. */
export interface BuiltServer {
  readonly server: Server;
  /** The website's conversations: the bot's proactive messages go there. */
  readonly conversations: Conversations | undefined;
  /** Takes nothing new, lets the running turns end, closes sockets. Safe before `listen` and twice. */
  close(): Promise<void>;
}

const APOLOGY = 'Something failed on my side, and I could not work on your last message. Nothing is lost: please send it again.';
/** For answers that are on their way when the server closes. */
const CLOSING_GRACE_MS = 2_000;

const STRANGERS: RateLimitOptions = { burst: 60, perSecond: 1 };
const USERS: RateLimitOptions = { burst: 60, perSecond: 5 };

export function createServer(parts: ServerParts): BuiltServer {
  const server = restify.createServer({ name: 'reconnect', ignoreTrailingSlash: true });
  server.pre(setSecurityHeaders);
  addAdmission(server, parts);
  const base = basePath(parts);
  // restify's own errors (no such route, wrong method) in the shape of ours.
  server.on('restifyError', (_request: Request, _response: Response, error: RestifyError, done: () => void) => {
    const body = { error: { code: error.body?.code ?? 'InternalError', message: error.message } };
    error.toJSON = () => body;
    error.toString = () => body.error.message;
    done();
  });

  addHealthRoutes(server, parts.health, parts.log);
  if (parts.metrics) addMetricsRoute(server, parts.metrics, parts.log);
  if (parts.messages) addMessagesRoute(server, parts.messages, parts, parts.log);
  const directLine = parts.directLine ? addDirectLine(server, parts, parts.directLine) : undefined;
  if (parts.chatPage) addChatRoutes(server, parts.chatPage, base, parts.log);
  if (parts.demo) addDemoRoutes(server, base, parts.log);
  if (parts.helpdesk) addHelpdeskRoutes(server, { ...parts.helpdesk, log: parts.log, identity: parts });
  if (parts.helpdeskWebhook) addWebhookRoute(server, parts.helpdeskWebhook, parts.log);
  if (parts.knowledge) addKnowledgeRoutes(server, parts.knowledge, base, parts.log);
  if (parts.privacy) addPrivacyRoutes(server, parts.privacy, base, parts.log);
  if (parts.privacy) addTermsRoute(server, base, parts.log);

  return {
    server,
    conversations: directLine?.conversations,
    async close() {
      const http = server.server as HttpServer;
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      await directLine?.conversations.close();
      directLine?.endStream();
      http.closeIdleConnections();
      // A browser keeps spare connections on which nothing was ever asked; they count as busy for more than a minute.
      const spare = setTimeout(() => http.closeAllConnections(), CLOSING_GRACE_MS);
      await closed;
      clearTimeout(spare);
    },
  };
}

interface RestifyError extends Error {
  readonly body?: { readonly code?: string };
  toJSON?: () => unknown;
}

function addDirectLine(server: Server, identity: AdmissionParts & { readonly log: ServerLog }, parts: DirectLineParts) {
  const { log } = identity;
  const now = parts.now ?? (() => new Date());
  const tokens = createTokens({ now, ...parts.tokens });
  const conversations = new Conversations({
    conversationLog: parts.conversationLog,
    bot: parts.bot,
    apology: parts.apology ?? APOLOGY,
    redact: parts.redact ?? ((activity) => activity),
    log,
    now,
  });
  const users = new RateLimit(parts.limits?.users ?? USERS);
  addDirectLineRoutes(server, {
    conversations, tokens, log, users,
    strangers: new RateLimit(parts.limits?.strangers ?? STRANGERS),
    visitorOf: (request) => visitorOf(addressOf(request, identity)),
    rootUrl: (request) => rootUrl(request, identity),
  });
  const endStream = addDirectLineStream(server.server as HttpServer, { conversations, tokens, users, log, identity });
  return { conversations, endStream };
}

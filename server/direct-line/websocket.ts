import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { refusalOf, type AdmissionParts } from '../admission.ts';
import { ApiError } from '../api-error.ts';
import type { ServerLog } from '../log.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Conversations } from './conversations.ts';
import { withoutBase } from '../public-identity.ts';
import { DIRECT_LINE_PATH, watermarkSchema } from './routes.ts';
import type { Tokens } from './tokens.ts';

const STREAM_PATH = new RegExp(`^${DIRECT_LINE_PATH}/conversations/([^/]+)/stream$`);
const PING_MS = 30_000;

/**
 * The stream of each conversation: activities go down, nothing comes up (Web Chat posts over HTTP and sends empty
 * frames to keep the line open). A peer that does not answer two pings in a row is gone.
 * Returns what ends it.
 */
export function addDirectLineStream(
  http: Server,
  parts: { readonly conversations: Conversations; readonly tokens: Tokens; readonly users: RateLimit; readonly log: ServerLog; readonly identity: AdmissionParts },
): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 16 * 1024, perMessageDeflate: false });

  const answered = new WeakSet<object>();

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    request.url = withoutBase(request.url ?? '/', parts.identity);
    const refusal = refusalOf(request, parts.identity);
    if (refusal) throw refusal;
    if (!URL.canParse(request.url, 'http://localhost')) throw new ApiError(400, 'InvalidRequest', 'This is no address.');
    const url = new URL(request.url, 'http://localhost');
    const conversationId = STREAM_PATH.exec(url.pathname)?.[1];
    if (conversationId === undefined) throw new ApiError(404, 'NotFound', 'There is no such stream.');
    const claims = parts.tokens.verify('stream', url.searchParams.get('t') ?? undefined);
    parts.users.take(claims.user);
    if (claims.conv !== conversationId) throw new ApiError(403, 'NotYourConversation', 'This token is for another conversation.');
    const watermark = watermarkSchema.safeParse(url.searchParams.get('watermark') ?? undefined);
    if (!watermark.success) throw new ApiError(400, 'InvalidRequest', 'The watermark is not a number.');
    await parts.conversations.enter(conversationId, claims.user);
    parts.conversations.admitStream(conversationId);
    sockets.handleUpgrade(request, socket, head, (client) => {
      answered.add(client);
      // Frames that are none, or too long: the socket is closed with it, and there is nothing that an operator could do.
      client.on('error', () => client.terminate());
      parts.conversations.stream(conversationId, client, watermark.data);
    });
  };

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    upgrade(request, socket, head).catch((error: unknown) => {
      const status = error instanceof ApiError ? error.status : 500;
      if (status === 500) parts.log.error({ err: error }, 'a stream could not be opened');
      socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    });
  };

  const pinging = setInterval(() => {
    for (const client of sockets.clients) {
      if (!answered.delete(client)) {
        client.terminate();
        continue;
      }
      client.once('pong', () => answered.add(client));
      client.ping();
    }
  }, PING_MS);
  pinging.unref();

  http.on('upgrade', onUpgrade);
  return () => {
    clearInterval(pinging);
    http.off('upgrade', onUpgrade);
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  };
}

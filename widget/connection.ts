import { DIRECT_LINE, streamHere } from './addresses.ts';
import { postPersistently, type Session } from './direct-line-session.ts';
import { PollingSocket } from './polling-socket.ts';
import { CONNECTION, webChat, type DirectLine } from './web-chat.ts';

export type ConnectionState = 'connecting' | 'ready' | 'waiting' | 'lost';

export interface ConnectionListener {
  onState(state: ConnectionState): void;
  /** The token is worth nothing any more, or the server does not answer for good: a new connection is needed. */
  onExpired(): void;
}

/**
 * Direct Line's client for one session, made to fit a server that answers from the same machine room: it comes back
 * within seconds, not within the 3 to 15 that it would wait, and a message is posted until it has arrived.
 */
export function connect(session: Session, listener: ConnectionListener, resumed: boolean): DirectLine {
  const directLine = webChat().createDirectLine({
    domain: location.origin + DIRECT_LINE,
    token: session.token,
    ...(resumed ? { conversationId: session.conversationId } : {}),
  });

  directLine.getRetryDelay = () => 500 + Math.random() * 1_000;
  if (typeof directLine.timeout === 'number') directLine.timeout = 4_000;
  if (typeof directLine.retries === 'number') directLine.retries = 20_000;
  if (directLine.services) directLine.services.WebSocket = watchedWebSocket(session, listener);

  const postWithFiles = directLine.postActivity.bind(directLine);
  directLine.postActivity = (activity) => {
    if ('attachments' in activity && Array.isArray(activity.attachments) && activity.attachments.length > 0) return postWithFiles(activity);
    return {
      subscribe(observer) {
        postPersistently(session, activity).then(
          (id) => {
            observer.next?.(id);
            observer.complete?.();
          },
          (error: unknown) => observer.error?.(error),
        );
        return { unsubscribe: () => undefined };
      },
    };
  };

  directLine.connectionStatus$.subscribe((status) => {
    if (status === CONNECTION.expired || status === CONNECTION.failed || status === CONNECTION.ended) listener.onExpired();
  });
  return directLine;
}

/** So many sockets in a row that the network let nothing come of: it will not be otherwise soon. */
const BLOCKED_AFTER = 2;
/** A proxy that does not know WebSockets may keep the question without an answer. */
const OPEN_WITHIN_MS = 5_000;

let unopened = 0;

/**
 * Direct Line's client says nothing when its socket drops, so the socket says it. Where no socket is let through although
 * the server answers (the client asks it for the address of each), the conversation is read by asking.
 */
function watchedWebSocket(session: Session, listener: ConnectionListener): typeof WebSocket {
  const make = function (url: string | URL): WebSocket | PollingSocket {
    if (unopened >= BLOCKED_AFTER) {
      return new PollingSocket(String(url), session, (event) => listener.onState(event === 'open' ? 'ready' : 'waiting'));
    }
    return watched(new WebSocket(streamHere(url)), listener);
  };
  return make as unknown as typeof WebSocket;
}

function watched(socket: WebSocket, listener: ConnectionListener): WebSocket {
  const giveUp = setTimeout(() => socket.close(), OPEN_WITHIN_MS);
  let opened = false;
  socket.addEventListener('open', () => {
    clearTimeout(giveUp);
    opened = true;
    unopened = 0;
    listener.onState('ready');
  });
  socket.addEventListener('close', () => {
    clearTimeout(giveUp);
    if (!opened) unopened += 1;
    listener.onState(opened ? 'waiting' : 'connecting');
  });
  return socket;
}

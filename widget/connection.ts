import { DIRECT_LINE, postPersistently, type Session } from './direct-line-session.ts';
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
  if (directLine.services) directLine.services.WebSocket = watchedWebSocket(listener);

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

/** Direct Line's client says nothing when its socket drops, so the socket says it. */
function watchedWebSocket(listener: ConnectionListener): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('open', () => listener.onState('ready'));
      this.addEventListener('close', () => listener.onState('waiting'));
    }
  };
}

import { DIRECT_LINE } from './addresses.ts';
import { resumeSession, type Session } from './direct-line-session.ts';

const INTERVAL_MS = 1_000;
const TIMEOUT_MS = 10_000;

/** The part of a WebSocket that Direct Line's client uses. */
type SocketEvent = 'open' | 'message' | 'close' | 'error';

/**
 * Looks like the conversation's stream and asks for what is new once a second: for networks that let no WebSocket through.
 * Opens with the first answer, closes when there is none; Direct Line's client then opens the next as it would a socket.
 */
export class PollingSocket {
  readyState: number = WebSocket.CONNECTING;
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: Event) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  readonly #session: Session;
  readonly #listen: (event: SocketEvent) => void;
  #watermark: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param listen told of what happens, before Direct Line's client is. */
  constructor(streamUrl: string, session: Session, listen: (event: SocketEvent) => void) {
    this.#session = session;
    this.#listen = listen;
    this.#watermark = new URL(streamUrl).searchParams.get('watermark') ?? '';
    this.#next(0);
  }

  /** What keeps a socket open is not needed here. */
  send(): void {}

  close(): void {
    clearTimeout(this.#timer);
    if (this.readyState === WebSocket.CLOSED) return;
    this.readyState = WebSocket.CLOSED;
    this.#listen('close');
    this.onclose?.(new Event('close'));
  }

  #next(milliseconds: number): void {
    this.#timer = setTimeout(() => {
      this.#look().catch(() => this.close());
    }, milliseconds);
  }

  async #look(): Promise<void> {
    const response = await this.#ask();
    if (this.readyState === WebSocket.CLOSED) return;
    if (!response.ok && response.status !== 429) throw new Error(`Nothing could be read: ${response.status}.`);
    if (this.readyState === WebSocket.CONNECTING) {
      this.readyState = WebSocket.OPEN;
      this.#listen('open');
      this.onopen?.(new Event('open'));
    }
    if (response.ok) this.#hand((await response.json()) as { activities: unknown[]; watermark: string });
    this.#next(INTERVAL_MS);
  }

  async #ask(): Promise<Response> {
    const ask = (): Promise<Response> =>
      fetch(`${DIRECT_LINE}/conversations/${this.#session.conversationId}/activities?watermark=${this.#watermark}`, {
        headers: { Authorization: `Bearer ${this.#session.token}` },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    const response = await ask();
    if (response.status !== 401 && response.status !== 403) return response;
    const resumed = await resumeSession(this.#session, () => undefined);
    if (!resumed) return response;
    this.#session.token = resumed.token;
    return ask();
  }

  #hand(set: { readonly activities: readonly unknown[]; readonly watermark: string }): void {
    this.#watermark = set.watermark;
    if (set.activities.length > 0) this.onmessage?.(new MessageEvent('message', { data: JSON.stringify(set) }));
  }
}

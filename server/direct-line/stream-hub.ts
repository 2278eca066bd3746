import { WebSocket } from 'ws';
import type { Activity } from '../../channel/protocol.ts';
import type { ServerLog } from '../log.ts';

type Read = (conversationId: string, from: number) => Promise<{ activities: Partial<Activity>[]; watermark: number }>;

/** One open socket and how much of the conversation went through it. */
interface Stream {
  readonly socket: WebSocket;
  sent: number;
  pumping: boolean;
  stale: boolean;
}

/**
 * The open sockets of each conversation. A socket is never handed an activity: it is told that there is more,
 * and reads on from where it stands. So it sees each entry of the log once and in order, whenever it joined.
 */
export class StreamHub {
  readonly #read: Read;
  readonly #log: ServerLog;
  readonly #streams = new Map<string, Set<Stream>>();
  #all = 0;

  constructor(read: Read, log: ServerLog) {
    this.#read = read;
    this.#log = log;
  }

  join(conversationId: string, socket: WebSocket, watermark: number): void {
    const stream: Stream = { socket, sent: watermark, pumping: false, stale: false };
    const streams = this.#streams.get(conversationId) ?? new Set();
    this.#streams.set(conversationId, streams.add(stream));
    this.#all += 1;
    socket.on('close', () => {
      this.#all -= 1;
      streams.delete(stream);
      if (streams.size === 0) this.#streams.delete(conversationId);
    });
    this.#pump(conversationId, stream);
  }

  /** Streams that are open. */
  count(conversationId: string): { conversation: number; all: number } {
    return { conversation: this.#streams.get(conversationId)?.size ?? 0, all: this.#all };
  }

  /** The conversation has grown. */
  notify(conversationId: string): void {
    for (const stream of this.#streams.get(conversationId) ?? []) this.#pump(conversationId, stream);
  }

  /** Sends what is worth nothing a moment later (somebody is typing): it is not logged and not repeated. */
  whisper(conversationId: string, activity: Partial<Activity>): void {
    for (const stream of this.#streams.get(conversationId) ?? []) {
      if (!stream.pumping && stream.socket.bufferedAmount === 0) void send(stream, [activity]);
    }
  }

  /** The conversation is over. */
  end(conversationId: string): void {
    for (const { socket } of this.#streams.get(conversationId) ?? []) socket.close(1000, 'The conversation was erased.');
  }

  close(): void {
    for (const streams of this.#streams.values()) {
      for (const { socket } of streams) socket.close(1001, 'The server is stopping.');
    }
  }

  #pump(conversationId: string, stream: Stream): void {
    stream.stale = true;
    if (stream.pumping) return;
    stream.pumping = true;
    this.#drain(conversationId, stream).catch((error: unknown) => {
      this.#log.error({ err: error, conversationId }, 'a stream could not be read');
      stream.socket.close(1011);
    });
  }

  async #drain(conversationId: string, stream: Stream): Promise<void> {
    while (stream.stale && stream.socket.readyState === WebSocket.OPEN) {
      stream.stale = false;
      const { activities, watermark } = await this.#read(conversationId, stream.sent);
      stream.sent = watermark;
      if (activities.length === 0) continue;
      // There may be another page. It is not read before this one has left: a slow reader costs one page of memory.
      stream.stale = true;
      await send(stream, activities);
    }
    // In one step with the look at `stale`: a call that comes between the two would be forgotten.
    stream.pumping = false;
  }
}

/** Resolves when it has left this process, or never will. */
function send({ socket, sent }: Stream, activities: readonly Partial<Activity>[]): Promise<void> {
  if (socket.readyState !== WebSocket.OPEN) return Promise.resolve();
  return new Promise((resolve) => socket.send(JSON.stringify({ activities, watermark: String(sent) }), () => resolve()));
}

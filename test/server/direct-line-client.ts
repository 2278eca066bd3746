import { once } from 'node:events';
import { WebSocket } from 'ws';
import { z } from 'zod';

const activity = z.looseObject({
  id: z.string(),
  type: z.string(),
  text: z.string().optional(),
  from: z.looseObject({ id: z.string(), role: z.string().optional() }),
  channelData: z.record(z.string(), z.unknown()).optional(),
});
export type SeenActivity = z.infer<typeof activity>;
const activitySet = z.object({ activities: z.array(activity), watermark: z.string() });
const generated = z.object({ conversationId: z.string(), token: z.string(), expires_in: z.number(), userId: z.string(), resumeToken: z.string() });
const opened = z.object({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** A person's side of Direct Line, as far as the tests need it. */
export class DirectLineClient {
  readonly origin: string;
  token = '';
  resumeToken = '';
  conversationId = '';
  userId = '';

  readonly #headers: Readonly<Record<string, string>>;

  /** @param headers of every request: what a proxy adds. */
  constructor(origin: string, headers: Readonly<Record<string, string>> = {}) {
    this.origin = origin;
    this.#headers = headers;
  }

  /** A client that is in a conversation of its own. */
  static async begin(origin: string, headers?: Readonly<Record<string, string>>): Promise<DirectLineClient> {
    const client = new DirectLineClient(origin, headers);
    const answer = generated.parse((await client.request('POST', 'tokens/generate')).body);
    client.token = answer.token;
    client.resumeToken = answer.resumeToken;
    client.conversationId = answer.conversationId;
    client.userId = answer.userId;
    await client.request('POST', 'conversations');
    return client;
  }

  async request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.origin}/v3/directline/${path}`, {
      method,
      headers: {
        ...this.#headers,
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  }

  /** Posts a message; the answer comes after the turn. */
  say(text: string, key?: string): Promise<Answer> {
    return this.request('POST', `conversations/${this.conversationId}/activities`, {
      type: 'message', text, from: { id: 'whoever' }, ...(key ? { channelData: { clientActivityID: key } } : {}),
    });
  }

  async history(watermark = ''): Promise<SeenActivity[]> {
    const answer = await this.request('GET', `conversations/${this.conversationId}/activities?watermark=${watermark}`);
    return activitySet.parse(answer.body).activities;
  }

  async texts(): Promise<(string | undefined)[]> {
    return (await this.history()).map((seen) => seen.text);
  }

  /** Opens the stream from a watermark on. */
  async stream(watermark = ''): Promise<StreamReader> {
    const answer = await this.request('GET', `conversations/${this.conversationId}?watermark=${watermark}`);
    const reader = new StreamReader(opened.parse(answer.body).streamUrl);
    await once(reader.socket, 'open');
    return reader;
  }
}

/** Collects what a stream says. */
export class StreamReader {
  readonly socket: WebSocket;
  readonly seen: SeenActivity[] = [];
  watermark = '';
  #wake: () => void = () => undefined;

  constructor(url: string) {
    this.socket = new WebSocket(url);
    this.socket.on('message', (data) => {
      const set = activitySet.parse(JSON.parse(String(data)));
      this.seen.push(...set.activities);
      this.watermark = set.watermark;
      this.#wake();
    });
  }

  get texts(): (string | undefined)[] {
    return this.seen.filter((activity) => activity.type === 'message').map((activity) => activity.text);
  }

  /** Resolves as soon as what was seen satisfies the condition. */
  async until(condition: (reader: StreamReader) => boolean): Promise<void> {
    while (!condition(this)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async close(): Promise<void> {
    const closed = once(this.socket, 'close');
    this.socket.close();
    await closed;
  }
}

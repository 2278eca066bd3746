import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';

/** What the bot sent, and where to. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly activity: Partial<Activity>;
}

export interface ConnectorTwin {
  readonly serviceUrl: string;
  readonly sent: Sent[];
  /** What the messages sent say, in order: their text, or that of their card. */
  texts(): string[];
  /** What messages say that were changed after they were sent, by id. */
  changed(): { id: string; text: string }[];
  /** Refuses from the nth message from now on (0: the next), until told otherwise. */
  failFrom(count: number | undefined, status?: number, headers?: Readonly<Record<string, string>>): void;
  /** Takes what is sent and does not answer, until told otherwise. */
  hang(hangs: boolean): void;
  close(): Promise<void>;
}

/**
 * A small channel: takes what a bot sends to the Bot Connector REST API, and gives ids.
 * @param answerAfter milliseconds between what was taken and its answer.
 */
export async function startConnectorTwin(answerAfter: () => number = () => 0): Promise<ConnectorTwin> {
  const sent: Sent[] = [];
  let left: number | undefined;
  let failure: { status: number; headers: Readonly<Record<string, string>> } = { status: 502, headers: {} };
  let hangs = false;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      // Not writeHead().end(): restify replaces writeHead of every response in the process, and its own returns nothing.
      const answer = (status: number, body: object): void => {
        response.statusCode = status;
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(body));
      };
      const { method = '', url = '', headers } = request;
      if (!/^\/teams\/v3\/conversations\/[^/]+\/activities(\/[^/]+)?$/.test(url)) {
        answer(404, { error: { code: 'NotFound' } });
        return;
      }
      if (hangs) return;
      if (left === 0) {
        for (const [name, value] of Object.entries(failure.headers)) response.setHeader(name, value);
        answer(failure.status, { error: { code: 'Refused' } });
        return;
      }
      if (left !== undefined) left -= 1;
      const activity = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Partial<Activity>;
      sent.push({ method, path: decodeURIComponent(url), authorization: headers.authorization, activity });
      const id = `sent-${sent.length}`;
      const wait = answerAfter();
      if (wait > 0) setTimeout(() => answer(201, { id }), wait);
      else answer(201, { id });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/teams/`,
    sent,
    texts: () => sent.filter(({ method, activity }) => method === 'POST' && activity.type === 'message').map(({ activity }) => wordsOf(activity)),
    changed: () => sent.filter(({ method }) => method === 'PUT').map(({ path, activity }) => ({ id: path.split('/').at(-1) ?? '', text: wordsOf(activity) })),
    failFrom(count, status = 502, headers = {}) {
      left = count;
      failure = { status, headers };
    },
    hang: (value) => (hangs = value),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The words of a message: its text, or those that stand open in its card, a line a block. */
function wordsOf({ text, attachments = [] }: Partial<Activity>): string {
  if (text !== undefined) return text;
  return attachments.flatMap(({ content }) => blocksOf((content as { body?: unknown[] }).body ?? [])).join('\n');
}

function blocksOf(elements: readonly unknown[]): string[] {
  return elements.flatMap((element) => {
    const { text, inlines, items } = element as { text?: string; inlines?: { text: string }[]; items?: unknown[] };
    if (text !== undefined) return [text];
    if (inlines) return [inlines.map((run) => run.text).join('')];
    return items ? blocksOf(items) : [];
  });
}

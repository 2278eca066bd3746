import { once } from 'node:events';
import { WebSocket } from 'ws';
import { DirectLineClient } from '../../test/server/direct-line-client.ts';

/** One attack of a stranger, bounded, against a service on this machine. Answers what got through, in the unit of its figure. */
export interface Attack {
  readonly id: string;
  readonly unit: string;
  /** What may get through at most. */
  readonly bar: number;
  run(origin: string, rounds: number): Promise<number>;
}

/** All of it comes from one address, as the proxy tells. */
const FROM = { 'x-forwarded-for': '198.51.100.9' };
const stranger = (origin: string): Promise<DirectLineClient> => DirectLineClient.begin(origin, FROM);

const PICTURE = Buffer.alloc(2_900_000, 7);
const PASTE = `Error code: 0x904\n${'Event 1057, the RD Session Host server has failed to create a certificate. '.repeat(390)}`;

export const ATTACKS: readonly Attack[] = [
  {
    id: 'uploads-and-long-reads', unit: 'bytes a read', bar: 1_000_000,
    async run(origin, rounds) {
      const client = await stranger(origin);
      for (let n = 0; n < rounds; n++) await upload(client);
      const reads = await Promise.all([1, 2, 3].map(() => client.request('GET', `conversations/${client.conversationId}/activities?watermark=0`)));
      return Math.max(...reads.map(({ body }) => JSON.stringify(body).length));
    },
  },
  {
    id: 'pastes-and-long-reads', unit: 'bytes a read', bar: 1_000_000,
    async run(origin, rounds) {
      const client = await stranger(origin);
      for (let n = 0; n < rounds; n++) await client.say(PASTE);
      const { body } = await client.request('GET', `conversations/${client.conversationId}/activities?watermark=0`);
      return JSON.stringify(body).length;
    },
  },
  {
    id: 'pastes-of-many-conversations', unit: 'not answered', bar: 0,
    async run(origin, rounds) {
      const clients = await Promise.all(Array.from({ length: Math.min(rounds, 30) }, () => stranger(origin)));
      const answers = await Promise.all(clients.flatMap((client) => [1, 2, 3].map((n) => client.say(`${n} ${PASTE}`))));
      return answers.filter(({ status }) => status !== 200).length;
    },
  },
  {
    id: 'wrong-passwords', unit: 'compared', bar: 15,
    async run(origin, rounds) {
      let compared = 0;
      for (let n = 0; n < rounds; n++) {
        const { status } = await fetch(`${origin}/helpdesk`, { headers: { ...FROM, authorization: `Basic ${Buffer.from(`G:guess-${n}`).toString('base64')}` } });
        if (status !== 429) compared += 1;
      }
      return compared;
    },
  },
  {
    id: 'streams-of-one-conversation', unit: 'open at once', bar: 8,
    async run(origin, rounds) {
      const client = await stranger(origin);
      const { body } = await client.request('GET', `conversations/${client.conversationId}`);
      const sockets = await Promise.all(Array.from({ length: rounds }, () => opened((body as { streamUrl: string }).streamUrl)));
      const open = sockets.filter((socket) => socket?.readyState === WebSocket.OPEN);
      for (const socket of open) socket?.terminate();
      return open.length;
    },
  },
  {
    id: 'mentions-and-endless-markup', unit: 'ms the longest', bar: 1_000,
    async run(origin, rounds) {
      let longest = 0;
      for (let n = 0; n < Math.min(rounds, 20); n++) {
        const began = performance.now();
        await fetch(`${origin}/api/messages`, { method: 'POST', headers: { ...FROM, 'content-type': 'application/json' }, body: JSON.stringify(marked(n)) });
        longest = Math.max(longest, performance.now() - began);
      }
      return longest;
    },
  },
  {
    id: 'conversations-of-one-address', unit: 'opened', bar: 90,
    async run(origin, rounds) {
      let opened_ = 0;
      for (let n = 0; n < 4 * rounds; n++) {
        const { status } = await new DirectLineClient(origin, FROM).request('POST', 'tokens/generate');
        if (status === 200) opened_ += 1;
      }
      return opened_;
    },
  },
];

async function upload(client: DirectLineClient): Promise<void> {
  const form = new FormData();
  form.append('activity', new Blob(['{"type":"message","text":"look"}'], { type: 'application/vnd.microsoft.activity' }));
  form.append('file', new Blob([PICTURE], { type: 'image/png' }), 'screen.png');
  await client.request('POST', `conversations/${client.conversationId}/upload`, form);
}

/** undefined when it was refused. */
async function opened(url: string): Promise<WebSocket | undefined> {
  const socket = new WebSocket(url);
  try {
    await once(socket, 'open');
    return socket;
  } catch {
    return undefined;
  }
}

/** A message as a channel would send it, made to be slow; its replies lead nowhere. */
function marked(n: number): object {
  return {
    type: 'message', id: `marked-${n}`, channelId: 'msteams', serviceUrl: 'http://127.0.0.1:9/', textFormat: 'xml', text: `hello ${'<span itemtype="Mention" '.repeat(9_000)}`,
    from: { id: 'stranger' }, recipient: { id: 'bot', name: 'Reconnect' }, conversation: { id: `marked-${n}` },
    entities: Array.from({ length: 8_000 }, (_, i) => ({ type: 'mention', text: `<at>b${i}</at>`, mentioned: { id: 'bot' } })),
  };
}

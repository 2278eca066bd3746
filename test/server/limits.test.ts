import { once } from 'node:events';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { channelActivity } from '../../server/channel-activity.ts';
import { Lanes } from '../../server/lanes.ts';
import { LIMITS } from '../../server/limits.ts';
import { RateLimit } from '../../server/rate-limit.ts';
import { Slots } from '../../server/slots.ts';
import { createTicketRate } from '../../service/ticket-rate.ts';
import { FileConversationLog } from '../../storage/conversation-log.ts';
import { ticketOf } from '../helpdesk/ticket.ts';
import { DirectLineClient } from './direct-line-client.ts';
import { removeTemporaryDirectories, startServer, temporaryDirectory, TEST_SECRET, type RunningServer } from './running-server.ts';
import { createTestBot } from './test-bot.ts';

let running: RunningServer;
afterEach(() => running?.stop());
afterAll(removeTemporaryDirectories);

const OPEN = { burst: 10_000, perSecond: 1_000 };

async function start(): Promise<FileConversationLog> {
  const log = new FileConversationLog(temporaryDirectory());
  running = await startServer({ parts: { directLine: { conversationLog: log, bot: createTestBot().bot, tokens: { secret: TEST_SECRET }, limits: { strangers: OPEN, users: OPEN } } } });
  return log;
}

/** A conversation as long as it may be, written past the server. */
async function full(log: FileConversationLog, client: DirectLineClient): Promise<void> {
  for (let n = 0; (await log.size(client.conversationId)) < LIMITS.conversation.most; n++) {
    await log.append(client.conversationId, { id: `long-${n}`, type: 'message', text: 'x'.repeat(30_000), from: { id: 'reconnect', name: '', role: 'bot' } });
  }
}

describe('limits', () => {
  it('a conversation that is full takes nothing more, says so in itself once, and still brings what the helpdesk says', async () => {
    const log = await start();
    const client = await DirectLineClient.begin(running.origin);
    expect((await client.say('before', 'k1')).status).toBe(200);
    await full(log, client);
    const size = await log.size(client.conversationId);
    for (let n = 0; n < 5; n++) expect(await client.say('x'.repeat(30_000))).toMatchObject({ status: 413, body: { error: { code: 'ConversationFull', message: LIMITS.conversation.over } } });
    expect((await log.size(client.conversationId)) - size).toBeLessThan(1_000);
    expect((await log.find(client.conversationId, `${client.conversationId}|full`))?.text).toBe(LIMITS.conversation.over);
    // What was acknowledged before may come again.
    expect((await client.say('before', 'k1')).status).toBe(200);
    await running.built.conversations?.append(client.conversationId, { id: 'from-the-helpdesk', type: 'message', text: 'hello' });
    expect((await log.find(client.conversationId, 'from-the-helpdesk'))?.text).toBe('hello');
  });

  it('a long conversation is read page by page, and nothing is left out or doubled', async () => {
    const log = await start();
    const client = await DirectLineClient.begin(running.origin);
    await full(log, client);
    const seen: string[] = [];
    for (let watermark = '0'; ; ) {
      const { body } = await client.request('GET', `conversations/${client.conversationId}/activities?watermark=${watermark}`);
      const page = body as { activities: { id: string }[]; watermark: string };
      expect(JSON.stringify(page).length).toBeLessThan(LIMITS.page.bytes + 40_000);
      if (page.activities.length === 0) break;
      seen.push(...page.activities.map(({ id }) => id));
      watermark = page.watermark;
    }
    const { activities } = await log.read(client.conversationId, 0);
    expect(seen).toEqual(activities.map(({ id }) => id));
    const stream = await client.stream('0');
    await stream.until((reader) => reader.seen.length === activities.length);
    expect(stream.seen.map(({ id }) => id)).toEqual(seen);
    await stream.close();
  });

  it('one conversation has so many streams and no more', async () => {
    await start();
    const client = await DirectLineClient.begin(running.origin);
    const streams = [];
    for (let n = 0; n < LIMITS.streams.conversation; n++) streams.push(await client.stream());
    const { body } = await client.request('GET', `conversations/${client.conversationId}`);
    const refused = new WebSocket((body as { streamUrl: string }).streamUrl);
    const [error] = (await once(refused, 'error')) as [Error];
    expect(error.message).toContain('429');
    await streams[0]?.close();
    await expect.poll(async () => client.stream().then(() => 'open', () => 'refused')).toBe('open');
  });

  it('a stream\'s token opens it so often and no more, and frames that are none write nothing into the log', async () => {
    const lines: string[] = [];
    const note = (_: object, message: string): void => void lines.push(message);
    running = await startServer({
      parts: {
        log: { info: note, warn: note, error: note },
        directLine: { conversationLog: new FileConversationLog(temporaryDirectory()), bot: createTestBot().bot, tokens: { secret: TEST_SECRET }, limits: { strangers: OPEN, users: { burst: 6, perSecond: 0.01 } } },
      },
    });
    const client = await DirectLineClient.begin(running.origin);
    const { body } = await client.request('GET', `conversations/${client.conversationId}`);
    const { streamUrl } = body as { streamUrl: string };
    const statuses: string[] = [];
    for (let n = 0; n < 8; n++) {
      const socket = new WebSocket(streamUrl);
      socket.on('error', () => undefined);
      const [event] = await Promise.race([once(socket, 'open').then(() => ['open']), once(socket, 'unexpected-response').then(([, response]) => [(response as { statusCode: number }).statusCode])]);
      statuses.push(String(event));
      if (event === 'open') {
        // A reserved bit is set.
        (socket as unknown as { _socket: { write(bytes: Buffer): void } })._socket.write(Buffer.from([0xf1, 0x80, 0, 0, 0, 0]));
        await once(socket, 'close');
      } else socket.terminate();
    }
    expect(statuses).toEqual([...Array<string>(4).fill('open'), ...Array<string>(4).fill('429')]);
    expect(lines).toEqual([]);
  });

  it('files are taken, named, and not kept', async () => {
    const log = await start();
    const client = await DirectLineClient.begin(running.origin);
    const before = await log.size(client.conversationId);
    const form = new FormData();
    form.append('activity', new Blob(['{"type":"message","text":"look"}'], { type: 'application/vnd.microsoft.activity' }));
    form.append('file', new Blob([Buffer.alloc(2_500_000, 7)], { type: 'image/png' }), 'screen.png');
    expect((await client.request('POST', `conversations/${client.conversationId}/upload`, form)).status).toBe(200);
    expect((await log.size(client.conversationId)) - before).toBeLessThan(2_000);
  });

  it('a value that is nested too deeply is refused, and null is nothing', async () => {
    await start();
    const client = await DirectLineClient.begin(running.origin);
    const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
    const post = (body: string) => client.request('POST', `conversations/${client.conversationId}/activities`, body, { 'content-type': 'application/json' });
    expect(await post(`{"type":"message","value":${deep}}`)).toMatchObject({ status: 400, body: { error: { message: LIMITS.depth.over } } });
    expect(await post('{"type":"message","text":"with nulls","attachments":null,"value":null,"channelData":null,"locale":null}')).toMatchObject({ status: 200 });
    expect((await client.texts()).at(-1)).toBe('second: with nulls');
  });

  it('so many at once, the next ones wait in order, and the rest is told to come again', async () => {
    const slots = new Slots({ atOnce: 1, waiting: 2, over: 'Busy.' });
    const order: string[] = [];
    const first = await slots.take();
    const [second, third] = ['second', 'third'].map((name) => slots.take().then((done) => {
      order.push(name);
      done();
      done();
    }));
    await expect(slots.take()).rejects.toMatchObject({ status: 503, headers: { 'Retry-After': '2' } });
    first();
    await Promise.all([second, third]);
    expect(order).toEqual(['second', 'third']);
    (await slots.take())();
  });

  it('one who sends much at once rests while more of theirs waits, and nobody else waits for them', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    try {
      const lanes = new Lanes({ atOnce: 1, waiting: 3, rest: 250, over: 'Busy.' });
      const order: string[] = [];
      const turn = (key: string, name: string, milliseconds: number) =>
        lanes.run(key, async () => {
          await new Promise((resolve) => setTimeout(resolve, milliseconds));
          order.push(name);
        });
      const flood = ['a1', 'a2', 'a3', 'a4'].map((name) => turn('a', name, 100));
      await expect(turn('a', 'a5', 100)).rejects.toMatchObject({ status: 503 });
      await vi.advanceTimersByTimeAsync(110);
      const other = turn('b', 'b1', 50);
      await vi.advanceTimersByTimeAsync(80);
      await other;
      expect(order).toEqual(['a1', 'b1']);
      await vi.advanceTimersByTimeAsync(2 * 300);
      await Promise.all(flood);
      // The last one leaves nobody waiting: the next comes at once.
      const last = turn('a', 'a6', 0);
      await vi.advanceTimersByTimeAsync(1);
      await last;
      expect(order).toEqual(['a1', 'b1', 'a2', 'a3', 'a4', 'a6']);
      await expect(lanes.run('a', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
      await lanes.run('a', async () => undefined);
    } finally {
      vi.useRealTimers();
    }
  });

  it('an activity of a channel is read as far as anybody writes, and its text says where it was cut', () => {
    const cut = channelActivity.parse({
      type: 'message', text: 'x'.repeat(LIMITS.channelActivity.text + 7), entities: Array.from({ length: 8_000 }, () => ({ type: 'mention' })), attachments: 'odd', value: { kept: true },
    });
    expect(cut).toMatchObject({ type: 'message', attachments: 'odd', value: { kept: true } });
    expect(cut.entities).toHaveLength(LIMITS.channelActivity.parts);
    expect(cut.text).toMatch(/x\n\[7 more characters were not read\]$/);
    expect(channelActivity.parse({ type: 'typing' })).toEqual({ type: 'typing' });
  });

  it('a clock that is set back keeps nobody waiting, and places that are taken ahead follow one another', () => {
    let clock = 0;
    const limit = new RateLimit({ burst: 1, perSecond: 1, now: () => clock });
    expect([limit.reserve('a'), limit.reserve('a'), limit.reserve('a')]).toEqual([0, 1_000, 2_000]);
    expect(() => limit.take('a')).toThrow('Try again');
    clock = 4_000;
    expect(() => limit.take('a')).not.toThrow();
    vi.useFakeTimers({ toFake: ['Date'] });
    const byDefault = new RateLimit({ burst: 1, perSecond: 1_000_000 });
    byDefault.take('a');
    vi.setSystemTime(Date.now() - 3_600_000);
    expect(() => byDefault.take('a')).not.toThrow();
    vi.useRealTimers();
  });

  it('tickets: so many an hour for one person and for one address, the same ticket counts once', () => {
    let clock = 0;
    const rate = createTicketRate(() => clock);
    const ask = (id: string, person: string, visitor?: string) => rate(ticketOf(id), { person, ...(visitor !== undefined && { visitor }) });
    for (let n = 0; n < 5; n++) expect(ask(`a${n}`, 'Ada')).toBe(0);
    expect(ask('a4', 'Ada')).toBe(0);
    expect(ask('a5', 'Ada')).toBe(720_000);
    for (let n = 0; n < 20; n++) expect(ask(`v${n}`, `visitor-${n}`, '203.0.113.7')).toBe(0);
    expect(ask('v20', 'visitor-20', '203.0.113.7')).toBeGreaterThan(0);
    expect(ask('w', 'somebody', '203.0.113.8')).toBe(0);
    clock = 3_600_000;
    expect(ask('a6', 'Ada')).toBe(0);
  });
});

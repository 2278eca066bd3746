import { once } from 'node:events';
import { WebSocket } from 'ws';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DirectLineClient } from './direct-line-client.ts';
import { removeTemporaryDirectories, startServer, type RunningServer } from './running-server.ts';
import { createTestBot } from './test-bot.ts';

let running: RunningServer;
beforeEach(async () => {
  running = await startServer();
});
afterEach(() => running.stop());
afterAll(removeTemporaryDirectories);

/** A gate that a turn waits at until it is opened. */
function createGate(): { readonly passed: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

describe('a message that comes twice', () => {
  it('has one id and one turn, at once and later', async () => {
    const client = await DirectLineClient.begin(running.origin);
    const gate = createGate();
    running.testBot.duringTurn = () => gate.passed;
    const twice = [client.say('hi', 'key-1'), client.say('hi', 'key-1')];
    gate.open();
    const [first, second] = await Promise.all(twice);
    const third = await client.say('hi', 'key-1');
    expect(first?.body).toEqual(second?.body);
    expect(first?.body).toEqual(third.body);
    expect(await client.texts()).toEqual(['Hello. What does your screen say?', 'hi', 'first: hi', 'second: hi']);
    expect(running.testBot.delivered).toHaveLength(2);
  });

  it('and two messages at once are two turns, in order, with nothing mixed', async () => {
    const client = await DirectLineClient.begin(running.origin);
    await Promise.all([client.say('one', 'a'), client.say('two', 'b'), client.say('three', 'c')]);
    const texts = await client.texts();
    const replies = texts.filter((text) => text?.startsWith('first:') || text?.startsWith('second:'));
    const order = replies.filter((text) => text?.startsWith('first:')).map((text) => text?.slice(7));
    expect(replies).toEqual(order.flatMap((text) => [`first: ${text}`, `second: ${text}`]));
    expect(new Set(order)).toEqual(new Set(['one', 'two', 'three']));
  });
});

describe('a turn that fails', () => {
  it('is said and answered with an error, and the same message sent again runs again', async () => {
    const client = await DirectLineClient.begin(running.origin);
    running.testBot.duringTurn = async () => {
      throw new Error('planted');
    };
    expect(await client.say('hi', 'key-1')).toMatchObject({ status: 502, body: { error: { code: 'TurnFailed' } } });
    expect((await client.texts()).at(-1)).toContain('Something failed on my side');
    running.testBot.duringTurn = async () => undefined;
    expect((await client.say('hi', 'key-1')).status).toBe(200);
    expect((await client.texts()).filter((text) => text === 'first: hi')).toHaveLength(1);
  });
});

describe('the stream', () => {
  it('echoes a message with its channel data before the turn ends, and the replies after it', async () => {
    const client = await DirectLineClient.begin(running.origin);
    const stream = await client.stream();
    const gate = createGate();
    running.testBot.duringTurn = () => gate.passed;
    const posted = client.say('hi', 'key-7');
    await stream.until((reader) => reader.texts.includes('hi'));
    expect(stream.seen.find((seen) => seen.text === 'hi')?.channelData).toMatchObject({ clientActivityID: 'key-7' });
    expect(stream.texts).not.toContain('first: hi');
    gate.open();
    await posted;
    await stream.until((reader) => reader.texts.includes('second: hi'));
    expect(stream.texts).toEqual(['Hello. What does your screen say?', 'hi', 'first: hi', 'second: hi']);
    expect(stream.seen.map((seen) => seen.type)).toContain('typing');
    await stream.close();
  });

  it('loses and doubles nothing for one that goes and comes back in the middle of things', async () => {
    const client = await DirectLineClient.begin(running.origin);
    const seen: (string | undefined)[] = [];
    let watermark = '';
    const talking = (async () => {
      for (let n = 0; n < 30; n++) await client.say(`m${n}`);
    })();
    for (let round = 0; round < 6; round++) {
      const stream = await client.stream(watermark);
      const before = seen.length;
      await stream.until((reader) => reader.texts.length >= 10 || (before + reader.texts.length) >= 91);
      stream.socket.terminate();
      seen.push(...stream.texts);
      watermark = stream.watermark;
    }
    await talking;
    const last = await client.stream(watermark);
    await last.until((reader) => seen.length + reader.texts.length >= 91);
    seen.push(...last.texts);
    expect(seen).toEqual((await client.texts()));
    expect(seen).toHaveLength(91);
    await last.close();
  });

  it('goes on at the watermark after the server was started again', async () => {
    const client = await DirectLineClient.begin(running.origin);
    const stream = await client.stream();
    await client.say('before');
    await stream.until((reader) => reader.texts.includes('second: before'));
    await running.stop();
    running = await startServer({ directory: running.directory });
    const back = new DirectLineClient(running.origin);
    Object.assign(back, { token: client.token, conversationId: client.conversationId });
    const again = await back.stream(stream.watermark);
    await back.say('after');
    await again.until((reader) => reader.texts.includes('second: after'));
    expect(again.texts).toEqual(['after', 'first: after', 'second: after']);
    expect(running.testBot.delivered).toHaveLength(1);
    await again.close();
  });

  it('shows a changed activity again under its own id', async () => {
    const client = await DirectLineClient.begin(running.origin);
    const [hello] = await client.history();
    const stream = await client.stream('1');
    await running.built.conversations?.update(client.conversationId, { id: hello?.id ?? '', type: 'message', text: 'Hello again.' });
    await stream.until((reader) => reader.texts.length === 1);
    expect(stream.seen[0]).toMatchObject({ id: hello?.id, text: 'Hello again.' });
    await stream.close();
  });

  it.each([
    ['no token', (url: URL) => url.searchParams.delete('t'), 401],
    ['a garbled token', (url: URL) => url.searchParams.set('t', 'x'), 401],
    ['a watermark that is none', (url: URL) => url.searchParams.set('watermark', 'x'), 400],
    ['another conversation', (url: URL) => (url.pathname = url.pathname.replace(/conversations\/[^/]+/, 'conversations/other')), 403],
    ['another path', (url: URL) => (url.pathname = '/elsewhere'), 404],
  ])('is refused with %s', async (_what, spoil, status) => {
    const client = await DirectLineClient.begin(running.origin);
    const { body } = await client.request('GET', `conversations/${client.conversationId}`);
    const url = new URL((body as { streamUrl: string }).streamUrl);
    spoil(url);
    const socket = new WebSocket(url);
    socket.on('error', () => undefined);
    const [, response] = await once(socket, 'unexpected-response');
    expect(response.statusCode).toBe(status);
  });
});

describe('a process that was killed between the message and the end of its turn', () => {
  it('works on the message when its conversation is opened again, and says nothing twice', async () => {
    const client = await DirectLineClient.begin(running.origin);
    await client.say('before');
    // The bot never comes back, after it has said one of its two replies: what a kill leaves on the disk.
    running.testBot.duringTurn = async (context) => {
      await context.sendActivity(`first: ${context.activity.text}`);
      await new Promise(() => undefined);
    };
    const stream = await client.stream();
    client.say('the lost one', 'key-1').catch(() => undefined);
    await stream.until((reader) => reader.texts.includes('first: the lost one'));

    const next = await startServer({ directory: running.directory, testBot: createTestBot() });
    try {
      const back = new DirectLineClient(next.origin);
      Object.assign(back, { token: client.token, conversationId: client.conversationId });
      const again = await back.stream();
      await again.until((reader) => reader.texts.includes('second: the lost one'));
      expect((await back.say('the lost one', 'key-1')).status).toBe(200);
      expect((await back.texts()).slice(4)).toEqual(['the lost one', 'first: the lost one', 'second: the lost one']);
      expect(next.testBot.delivered).toHaveLength(1);
      await again.close();
    } finally {
      await next.stop();
      running.built.server.close();
      running = await startServer();
    }
  });

  it('says hello if it never did', async () => {
    const silent = createTestBot();
    const mute = await startServer({ testBot: { ...silent, bot: () => ({ deliver: () => new Promise(() => undefined) }) } });
    const client = new DirectLineClient(mute.origin);
    Object.assign(client, (await client.request('POST', 'tokens/generate')).body);
    client.request('POST', 'conversations').catch(() => undefined);
    await running.stop();
    running = await startServer({ directory: mute.directory });
    const back = new DirectLineClient(running.origin);
    Object.assign(back, { token: client.token, conversationId: client.conversationId });
    await expect.poll(async () => (await back.request('GET', `conversations/${back.conversationId}`)).status).toBe(200);
    await expect.poll(() => back.texts()).toEqual(['Hello. What does your screen say?']);
    mute.built.server.close();
  });
});

import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTokens } from '../../server/direct-line/tokens.ts';
import { DirectLineClient } from './direct-line-client.ts';
import { removeTemporaryDirectories, startServer, TEST_SECRET, type RunningServer } from './running-server.ts';

let running: RunningServer;
beforeEach(async () => {
  running = await startServer();
});
afterEach(() => running.stop());
afterAll(removeTemporaryDirectories);

describe('a conversation over Direct Line', () => {
  it('is opened once, greets, and answers before the post is acknowledged', async () => {
    const client = new DirectLineClient(running.origin);
    const generated = await client.request('POST', 'tokens/generate');
    expect(generated.body).toMatchObject({ expires_in: 1800, userId: expect.stringMatching(/^dl_/) });
    Object.assign(client, generated.body);
    expect((await client.request('POST', 'conversations')).status).toBe(201);
    expect((await client.request('POST', 'conversations')).status).toBe(200);
    expect((await client.say('hi')).status).toBe(200);
    expect(await client.texts()).toEqual(['Hello. What does your screen say?', 'hi', 'first: hi', 'second: hi']);
  });

  it('knows who speaks from the token, whatever the page says', async () => {
    const client = await DirectLineClient.begin(running.origin);
    await client.say('hi');
    const [, mine] = await client.history();
    expect(mine?.from).toMatchObject({ id: client.userId, role: 'user' });
  });

  it('gives only what came after the watermark', async () => {
    const client = await DirectLineClient.begin(running.origin);
    await client.say('hi');
    expect((await client.history('3')).map((seen) => seen.text)).toEqual(['second: hi']);
    expect(await client.history('999')).toEqual([]);
    expect(await client.request('GET', `conversations/${client.conversationId}/activities?watermark=x`)).toMatchObject({
      status: 400, body: { error: { code: 'InvalidRequest' } },
    });
  });

  it('hands a card press over as a value', async () => {
    const client = await DirectLineClient.begin(running.origin);
    await client.request('POST', `conversations/${client.conversationId}/activities`, {
      type: 'message', value: { action: 'worked', step: 3 }, channelData: { postBack: true },
    });
    expect((await client.texts()).at(-1)).toBe('You chose action: worked, step: 3');
  });

  it('takes a picture, and shows it again', async () => {
    const client = await DirectLineClient.begin(running.origin);
    const form = new FormData();
    form.append('activity', new Blob([JSON.stringify({ type: 'message', text: 'look' })], { type: 'application/vnd.microsoft.activity' }));
    form.append('file', new Blob([Buffer.from('pretend')], { type: 'image/png' }), 'screen.png');
    expect((await client.request('POST', `conversations/${client.conversationId}/upload?userId=other`, form)).status).toBe(200);
    expect((await client.texts()).at(-1)).toBe('I got screen.png, image/png, undefined');

    const page = new FormData();
    page.append('file', new Blob(['<script>'], { type: 'text/html' }), 'page.html');
    expect(await client.request('POST', `conversations/${client.conversationId}/upload`, page)).toMatchObject({
      status: 415, body: { error: { code: 'UnsupportedMediaType' } },
    });
  });

  it('lets nobody speak as the helpdesk, whose words come as events inside this process', async () => {
    const client = await DirectLineClient.begin(running.origin);
    expect((await client.request('POST', `conversations/${client.conversationId}/activities`, { type: 'event', name: 'reply', value: 'send me your password' })).status).toBe(200);
    expect(running.testBot.delivered).toHaveLength(1);
    expect((await client.texts()).filter((text) => text?.includes('The helpdesk says'))).toEqual([]);
  });

  it('refuses what cannot be read, and says why', async () => {
    const client = await DirectLineClient.begin(running.origin);
    const post = (body: unknown) => client.request('POST', `conversations/${client.conversationId}/activities`, body);
    expect(await post({ text: 'no type' })).toMatchObject({ status: 400, body: { error: { code: 'InvalidRequest', message: expect.stringContaining('type') } } });
    expect(await post({ type: 'message', text: 'x'.repeat(300_000) })).toMatchObject({ status: 413, body: { error: { code: 'TooLarge' } } });
    expect(await client.request('POST', `conversations/${client.conversationId}/activities`, '{"type":', {})).toMatchObject({
      status: 400, body: { error: { code: 'InvalidJson' } },
    });
    expect((await post({ type: 'typing' })).status).toBe(200);
    expect(await client.texts()).toHaveLength(1);
  });

  it('carries what the helpdesk says, and says it once', async () => {
    const client = await DirectLineClient.begin(running.origin);
    const { conversations } = running.built;
    if (!conversations) throw new Error('no conversations');
    const endpoint = running.testBot.bot(conversations);
    const event = { type: 'event', id: 'event-1', name: 'reply', value: 'on my way', conversation: { id: client.conversationId, name: '', isGroup: false, conversationType: '' } };
    const stream = await client.stream();
    await endpoint.deliver(event);
    await stream.until((reader) => reader.texts.includes('The helpdesk says: on my way'));
    await endpoint.deliver(event);
    expect((await client.texts()).filter((text) => text?.includes('on my way'))).toHaveLength(1);
    await stream.close();
  });
});

describe('tokens', () => {
  it('open nobody else’s conversation', async () => {
    const alice = await DirectLineClient.begin(running.origin);
    await alice.say('my secret');
    const mallory = await DirectLineClient.begin(running.origin);
    const theirs = `conversations/${alice.conversationId}`;
    for (const [method, path] of [['GET', theirs], ['GET', `${theirs}/activities`], ['POST', `${theirs}/activities`], ['POST', `${theirs}/upload`]] as const) {
      expect(await mallory.request(method, path, method === 'POST' ? { type: 'message', text: 'x' } : undefined)).toMatchObject({
        status: 403, body: { error: { code: 'NotYourConversation' } },
      });
    }
    // Signed by the same secret for another user: the conversation still has its owner.
    const tokens = createTokens({ secret: TEST_SECRET });
    mallory.token = tokens.issue('access', { user: 'dl_mallory', conv: alice.conversationId });
    expect((await mallory.request('GET', `${theirs}/activities`)).status).toBe(403);
    expect((await mallory.request('POST', 'conversations')).status).toBe(403);
  });

  it('are refused when missing, garbled, signed elsewhere, meant for another use, or unsigned', async () => {
    const client = await DirectLineClient.begin(running.origin);
    const claims = { user: client.userId, conv: client.conversationId };
    const none = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${Buffer.from(JSON.stringify({ ...claims, use: 'access', exp: 9e9 })).toString('base64url')}.`;
    const forged = createTokens({ secret: 'another secret of the same length, or so' }).issue('access', claims);
    const resume = createTokens({ secret: TEST_SECRET }).issue('resume', claims);
    for (const token of ['', 'garbage', none, forged, resume]) {
      client.token = token;
      expect((await client.request('GET', `conversations/${client.conversationId}`)).status).toBe(401);
    }
  });

  it('expire with 403, and what was given with them buys another', async () => {
    const client = await DirectLineClient.begin(running.origin);
    await client.say('hi');
    const tokens = createTokens({ secret: TEST_SECRET, now: () => new Date(Date.now() - 31 * 60_000) });
    client.token = tokens.issue('access', { user: client.userId, conv: client.conversationId });
    expect(await client.request('GET', `conversations/${client.conversationId}`)).toMatchObject({ status: 403, body: { error: { code: 'TokenExpired' } } });
    expect((await client.request('POST', 'tokens/refresh')).status).toBe(403);

    client.token = client.resumeToken;
    const resumed = await client.request('POST', 'tokens/resume');
    expect(resumed).toMatchObject({ status: 200, body: { conversationId: client.conversationId, userId: client.userId } });
    Object.assign(client, resumed.body);
    expect(await client.texts()).toContain('first: hi');
    expect(await client.request('POST', 'tokens/refresh')).toMatchObject({ status: 200, body: { conversationId: client.conversationId } });
  });

  it('for a conversation that is not there meet 404', async () => {
    const client = new DirectLineClient(running.origin);
    Object.assign(client, (await client.request('POST', 'tokens/generate')).body);
    for (const path of [`conversations/${client.conversationId}`, `conversations/${client.conversationId}/activities`]) {
      expect(await client.request('GET', path)).toMatchObject({ status: 404, body: { error: { code: 'ConversationNotFound' } } });
    }
  });
});

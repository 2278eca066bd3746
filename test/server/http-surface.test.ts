import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Request as BotRequest, type Response as BotResponse } from 'botbuilder';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createChatPage } from '../../server/chat/page.ts';
import type { ServerLog } from '../../server/log.ts';
import { DirectLineClient } from './direct-line-client.ts';
import { removeTemporaryDirectories, startServer, TEST_SECRET, type RunningServer } from './running-server.ts';
import { FileConversationLog } from '../../storage/conversation-log.ts';
import { createTestBot } from './test-bot.ts';

let running: RunningServer;
afterEach(() => running.stop());
afterAll(removeTemporaryDirectories);

describe('the server', () => {
  it('says how it is', async () => {
    let ok = true;
    running = await startServer({ parts: { health: async () => ({ ok, checks: { storage: ok ? 'ok' : 'read-only' } }) } });
    const healthy = await fetch(`${running.origin}/healthz`);
    expect(healthy.status).toBe(200);
    expect(await healthy.json()).toEqual({ status: 'ok', checks: { storage: 'ok' } });
    ok = false;
    expect((await fetch(`${running.origin}/healthz`)).status).toBe(503);
  });

  it('puts its headers on everything, and says errors in one shape', async () => {
    running = await startServer({ parts: { chatPage: createChatPage() } });
    for (const [path, status] of [['/', 200], ['/healthz', 200], ['/nothing-here', 404], ['/frame', 200], ['/assets/x/widget.js', 404], ['/v3/directline/conversations/x', 401]] as const) {
      const response = await fetch(running.origin + path);
      expect(response.status, path).toBe(status);
      expect(response.headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(response.headers.get('content-security-policy'), path).toContain("default-src 'none'");
      if (status >= 400) expect(await response.json(), path).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } });
    }
    const wrongMethod = await fetch(`${running.origin}/healthz`, { method: 'DELETE' });
    expect(wrongMethod.status).toBe(405);
    expect(await wrongMethod.json()).toMatchObject({ error: { code: 'MethodNotAllowed' } });
  });

  it('serves the pages of the listing: what is kept, and the terms of use, each with a link that holds under a path', async () => {
    const days = { conversations: 90, tickets: 365, outcomes: 90, damaged: 30 };
    running = await startServer({ parts: { privacy: { retention: days, lastRound: () => undefined }, publicUrl: 'https://rdp.example/desk' } });
    for (const [path, words] of [['/privacy', 'delete my data'], ['/terms', '<a href="/desk/privacy">']] as const) {
      const page = await fetch(running.origin + path);
      expect(page.status, path).toBe(200);
      expect(page.headers.get('content-type'), path).toContain('text/html');
      expect(page.headers.get('content-security-policy'), path).toContain("default-src 'none'");
      expect(await page.text(), path).toContain(words);
    }
  });

  it('serves a page without eval and inline script, and files that a browser may keep', async () => {
    running = await startServer({ parts: { chatPage: createChatPage({ embedOrigins: ['https://intranet.example'] }) } });
    const page = await fetch(running.origin);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/unsafe-(eval|inline)/);
    expect(policy).toContain("frame-ancestors 'self' https://intranet.example");
    const markup = await page.text();
    const script = /src="(\/assets\/[^"]+chat-page\.js)"/.exec(markup)?.[1];
    const response = await fetch(running.origin + script);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const plain = await fetch(running.origin + script, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(await response.text());
  });

  it('slows down who asks too much', async () => {
    const testBot = createTestBot();
    running = await startServer({ testBot });
    const directory = running.directory;
    await running.stop();
    const one = { burst: 3, perSecond: 0.01 };
    const conversationLog = new FileConversationLog(directory);
    running = await startServer({
      parts: { directLine: { conversationLog, bot: testBot.bot, tokens: { secret: TEST_SECRET }, limits: { strangers: one, users: one } } },
    });
    const client = await DirectLineClient.begin(running.origin);
    const statuses = [];
    for (let n = 0; n < 4; n++) statuses.push(await client.say(`m${n}`));
    expect(statuses.map((answer) => answer.status)).toEqual([200, 200, 429, 429]);
    expect(statuses[3]).toMatchObject({ body: { error: { code: 'TooManyRequests' } } });
    expect(Number(statuses[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
    for (let n = 0; n < 3; n++) await client.request('POST', 'tokens/generate');
    expect((await client.request('POST', 'tokens/generate')).status).toBe(429);
    conversationLog.close();
  });

  it('hands /api/messages to the adapter with a parsed body, and refuses what is no activity', async () => {
    const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
    running = await startServer({
      parts: {
        messages: (request, response) =>
          adapter.process(request as BotRequest, response as BotResponse, async (context) => {
            await context.sendActivity(`heard ${context.activity.text}`);
          }),
      },
    });
    const post = async (body: string, type = 'application/json') => {
      const response = await fetch(`${running.origin}/api/messages`, { method: 'POST', body, headers: { 'content-type': type } });
      return { status: response.status, body: (await response.json()) as unknown };
    };
    const activity = {
      type: 'message', id: '1', text: 'hi', deliveryMode: 'expectReplies', channelId: 'test', serviceUrl: 'http://localhost:1',
      from: { id: 'u' }, recipient: { id: 'b' }, conversation: { id: 'c' },
    };
    expect(await post(JSON.stringify(activity))).toMatchObject({ status: 200, body: { activities: [{ text: 'heard hi' }] } });
    expect(await post('{"type":')).toMatchObject({ status: 400, body: { error: { code: 'InvalidJson' } } });
    expect(await post('{"text":"no type"}')).toMatchObject({ status: 400, body: { error: { code: 'InvalidRequest' } } });
    expect(await post('hi', 'text/plain')).toMatchObject({ status: 415 });
    expect(await post(JSON.stringify({ ...activity, text: 'x'.repeat(1_100_000) }))).toMatchObject({ status: 413 });
  });

  it('tires of who brings one refused token after another, before it looks at the next', async () => {
    let looked = 0;
    running = await startServer({
      parts: {
        messages: async (_request, response) => {
          looked += 1;
          response.send(401);
        },
      },
    });
    const statuses: number[] = [];
    for (let n = 0; n < 30; n++) {
      const response = await fetch(`${running.origin}/api/messages`, { method: 'POST', body: '{"type":"message"}', headers: { 'content-type': 'application/json' } });
      statuses.push(response.status);
    }
    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
    expect(looked).toBeLessThan(25);
  });

  it('tells no insides when something breaks', async () => {
    const written: string[] = [];
    const log: ServerLog = { info: () => undefined, warn: () => undefined, error: (fields, message) => written.push(`${message} ${JSON.stringify(fields)}`) };
    running = await startServer({
      parts: {
        log,
        health: async () => {
          throw new Error('the path /secret/place');
        },
      },
    });
    const response = await fetch(`${running.origin}/healthz`);
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain('secret');
    const reference = /Reference: ([\w-]+)/.exec(text)?.[1];
    expect(reference).toBeDefined();
    expect(written.join()).toContain(reference);
  });

  it('packs its files so that they unpack to themselves', async () => {
    running = await startServer();
    const page = createChatPage();
    const hrefs = [...(await page.html('alone')).matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(hrefs).toHaveLength(2);
    for (const href of hrefs) {
      const asset = await page.asset(href);
      if (!asset) throw new Error(`${href} is not there`);
      expect(gunzipSync(asset.gzipped).equals(asset.plain)).toBe(true);
    }
  });
});

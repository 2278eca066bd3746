import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDirectLineBot } from '../../bots/connecting/direct-line.ts';
import { FileConversationLog } from '../../storage/conversation-log.ts';
import { startBot, type BotUnderTest } from '../bots/bot-under-test.ts';
import { removeTemporaryDirectories, startServer, temporaryDirectory, TEST_SECRET, type RunningServer } from '../server/running-server.ts';
import { createTestBot } from '../server/test-bot.ts';
import { launchChromium } from './chromium.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Holds botframework-directlinejs as well. */
const WEB_CHAT = new URL('../../node_modules/botframework-webchat/dist/webchat.js', import.meta.url);
const SITE = '<!doctype html><meta charset="utf-8"><title>Another site</title><main id="webchat" style="height:600px"></main><script src="/webchat.js"></script>';
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const HELLO = 'Hello. What does your screen say?';

let browser: Browser;
let site: Server;
let bot: BotUnderTest;
let siteOrigin: string;
let small: RunningServer;
let ours: RunningServer;

beforeAll(async () => {
  browser = await launchChromium();
  const script = readFileSync(WEB_CHAT);
  site = createServer((request, response) => {
    const isScript = request.url === '/webchat.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : SITE);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  siteOrigin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  bot = await startBot();
  const start = (run: ReturnType<typeof createTestBot>['bot']) => startServer({
    parts: { allowedOrigins: [siteOrigin], trustsEverybody: true, directLine: { conversationLog: new FileConversationLog(temporaryDirectory()), bot: run, tokens: { secret: TEST_SECRET } } },
  });
  small = await start(createTestBot().bot);
  ours = await start(createDirectLineBot({ adapter: bot.adapter, logic: bot.logic }));
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await Promise.all([small.stop(), ours.stop(), bot.close(), new Promise((resolve) => site.close(resolve))]);
  removeTemporaryDirectories();
});

/** The page of the other site, and what its console complained about. */
async function openSite(): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  page.setDefaultTimeout(40_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(siteOrigin);
  return { page, complaints };
}

interface Activity {
  readonly id?: string;
  readonly type: string;
  readonly text?: string;
  readonly name?: string;
}

/** What of botframework-directlinejs is called in the page. */
interface StockDirectLine {
  readonly activity$: { subscribe(next: (activity: Activity) => void): unknown };
  postActivity(activity: object): { subscribe(next: (id: string) => void, failed: (error: { status: number }) => void): unknown };
  end(): void;
}
interface StockPage {
  readonly WebChat: {
    createDirectLine(options: object): StockDirectLine;
    createStore(state: object, middleware: unknown): { dispatch(action: object): void };
    renderWebChat(props: object, element: Element | null): void;
  };
  directLine: StockDirectLine;
  seen: Activity[];
  store: { dispatch(action: object): void };
}

/** A client of botframework-directlinejs in the page. */
class StockClient {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async connect(origin: string, webSocket: boolean): Promise<void> {
    await this.page.evaluate(async ([domain, sockets]) => {
      const stock = window as unknown as StockPage;
      const { token } = await (await fetch(`${domain}/tokens/generate`, { method: 'POST' })).json();
      stock.seen = [];
      stock.directLine = stock.WebChat.createDirectLine({ domain, token, webSocket: sockets, pollingInterval: 200 });
      stock.directLine.activity$.subscribe((activity) => stock.seen.push(activity));
    }, [`${origin}/v3/directline`, webSocket] as const);
  }

  /** The activity's id, `retry`, or the status of an error. */
  post(activity: object): Promise<string | number> {
    return this.page.evaluate((posted) => new Promise<string | number>((resolve) => {
      const from = { id: 'dl_of-the-site', name: '' };
      (window as unknown as StockPage).directLine.postActivity({ from, ...posted }).subscribe(resolve, (error) => resolve(error.status));
    }), activity);
  }

  async until(text: string): Promise<void> {
    await this.page.waitForFunction((wanted) => (window as unknown as StockPage).seen.some((activity) => activity.text === wanted || activity.name === wanted), text);
  }

  /** Texts, and of what has none its name or type, in order. */
  said(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as StockPage).seen.filter(({ type }) => type !== 'typing').map(({ text, name, type }) => text ?? name ?? type));
  }
}

describe.each([['streams', true], ['polling', false]] as const)('botframework-directlinejs from another origin, %s', (_, webSocket) => {
  it('sends what it can send, and sees each activity once and in order', async () => {
    const { page, complaints } = await openSite();
    const client = new StockClient(page);
    await client.connect(small.origin, webSocket);
    await client.until(HELLO);
    const id = await client.post({ type: 'message', text: 'hi', locale: 'en-US', channelData: { clientActivityID: 'k' } });
    expect(id).toContain('|');
    await client.until('second: hi');
    expect(await client.post({ type: 'message', text: 'hi', channelData: { clientActivityID: 'k' } })).toBe(id);
    expect(await client.post({ type: 'event', name: 'webchat/join', value: { language: 'en-US' } })).toContain('|');
    expect(await client.post({ type: 'typing' })).toContain('|');
    expect(await client.post({ type: 'message', text: 'with nulls', attachments: null, locale: null, value: null })).toContain('|');
    expect(await client.post({ type: 'message', text: 'look', attachments: [{ contentType: 'image/png', contentUrl: `data:image/png;base64,${PIXEL}`, name: 'screen.png' }] })).toContain('|');
    expect(await client.post({ type: 'endOfConversation' })).toContain('|');
    await page.waitForFunction(() => (window as unknown as StockPage).seen.some(({ type }) => type === 'endOfConversation'));
    expect(await client.said()).toEqual([
      HELLO, 'hi', 'first: hi', 'second: hi', 'webchat/join', 'with nulls', 'first: with nulls', 'second: with nulls',
      'look', 'I got screen.png, image/png, undefined', 'endOfConversation',
    ]);
    expect(complaints).toEqual([]);
  });

  it('presses Action.Execute, is told what is refused, and goes on after its end', async () => {
    const { page } = await openSite();
    const client = new StockClient(page);
    await client.connect(ours.origin, webSocket);
    await client.until('Hello.');
    await client.post({ type: 'message', text: 'card' });
    const data = { reconnect: { action: 'worked', target: 'fix', step: 1 } };
    expect(await client.post({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', data }, trigger: 'manual' } })).toContain('|');
    await client.until('2: worked fix');
    expect(await client.post({ type: 'conversationUpdate', membersAdded: [] })).toBe(400);
    await page.evaluate(() => (window as unknown as StockPage).directLine.end());
    await client.connect(ours.origin, webSocket);
    await client.until('Hello.');
  });
});

describe('botframework-webchat from another origin', () => {
  it('joins, speaks, chooses, presses and uploads, without a complaint', async () => {
    const { page, complaints } = await openSite();
    await page.evaluate(async (domain) => {
      const stock = window as unknown as StockPage;
      const { token } = await (await fetch(`${domain}/tokens/generate`, { method: 'POST' })).json();
      // As Microsoft's samples have it: the page says that it has joined as soon as it is connected.
      stock.store = stock.WebChat.createStore({}, ({ dispatch }: { dispatch(action: object): void }) => (next: (action: { type: string }) => unknown) => (action: { type: string }) => {
        if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') dispatch({ type: 'WEB_CHAT/SEND_EVENT', payload: { name: 'webchat/join', value: { language: 'en-US' } } });
        return next(action);
      });
      stock.WebChat.renderWebChat({ directLine: stock.WebChat.createDirectLine({ domain, token }), store: stock.store }, document.querySelector('#webchat'));
    }, `${small.origin}/v3/directline`);
    const bubble = (text: string) => page.locator('.webchat__bubble', { hasText: text }).first().waitFor();
    const box = page.locator('[data-id="webchat-sendbox-input"]');
    await bubble(HELLO);
    await box.fill('choose');
    await box.press('Enter');
    await bubble('Is it only this one server?');
    await page.getByRole('button', { name: 'Yes' }).last().click();
    await bubble('first: Yes');
    await box.fill('card');
    await box.press('Enter');
    await bubble('Free a session on the server');
    await page.getByRole('button', { name: 'It works now' }).last().click();
    await bubble('You chose action: worked');
    await page.locator('input[type=file]').setInputFiles({ name: 'screen.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') });
    // The file is taken up by and by.
    await page.locator('.webchat__attachment-icon--checked').waitFor();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await bubble('I got screen.png, image/png');
    expect(await page.locator('.webchat__bubble', { hasText: HELLO }).count()).toBe(1);
    expect(complaints).toEqual([]);
  });
});

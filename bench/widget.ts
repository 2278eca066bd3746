import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Locator, Page } from 'playwright-core';
import { createChatPage } from '../server/chat/page.ts';
import { launchChromium } from '../test/browser/chromium.ts';
import { removeTemporaryDirectories, startServer, type RunningServer } from '../test/server/running-server.ts';
import type { Bench, Figure } from './bench.ts';

/** Lighthouse's slow 4G (150 ms, 1.6 Mbit/s down, 750 kbit/s up) and its processor at a quarter of the speed. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER_PROCESSOR = 4;

const WEB_CHAT = join(import.meta.dirname, '..', 'node_modules', 'botframework-webchat', 'dist', 'webchat.js');
const GREETING = 'Hello. What does your screen say?';

/** What is loaded, and how long it takes until there is a box to write into, and until the greeting stands above it. */
interface Load {
  readonly requests: number;
  readonly bytes: number;
  readonly input: number;
  readonly greeted: number;
}

interface Waited {
  /** Starts it. */
  open(): Promise<unknown>;
  readonly input: Locator;
  readonly greeting?: Locator;
}

/** The chat on somebody's page, before and after the first click, beside Web Chat put straight into the page. */
export const bench: Bench = {
  name: 'widget',
  async run({ quick }) {
    const rounds = quick ? 3 : 9;
    // One process for a page and its frames, so that both are slow.
    const browser = await launchChromium(['--disable-site-isolation-trials', '--disable-features=IsolateOrigins,site-per-process']);
    const site = await startSite();
    const running = await startServer({
      parts: { chatPage: createChatPage({ embedOrigins: [site.origin] }), allowedOrigins: [site.origin] },
    });
    site.showChatOf(running);
    try {
      const before: Load[] = [];
      const after: Load[] = [];
      const alone: Load[] = [];
      const webChat: Load[] = [];
      for (let round = 0; round < rounds; round += 1) {
        await onSlowPage(browser, async (page, load) => {
          const frame = page.frameLocator('reconnect-chat iframe');
          const launcher = page.locator('reconnect-chat .launcher');
          before.push(await load({ open: () => page.goto(`${site.origin}/widget`), input: launcher }));
          after.push(await load({ open: () => launcher.click(), input: frame.locator('#box'), greeting: frame.locator('.bubble', { hasText: GREETING }) }));
        });
        await onSlowPage(browser, async (page, load) => {
          alone.push(await load({ open: () => page.goto(running.origin), input: page.locator('#box'), greeting: page.locator('.bubble', { hasText: GREETING }) }));
        });
        await onSlowPage(browser, async (page, load) => {
          const [input, greeting] = [page.locator('[data-id="webchat-sendbox-input"]'), page.locator('.webchat__bubble', { hasText: GREETING })];
          webChat.push(await load({ open: () => page.goto(`${site.origin}/web-chat`), input, greeting }));
        });
      }
      return [...figures('widget.before-click', before), ...figures('widget.after-click', after), ...figures('widget.page', alone), ...figures('widget.web-chat', webChat)];
    } finally {
      await browser.close();
      await running.stop();
      await site.stop();
      removeTemporaryDirectories();
    }
  },
};

function figures(id: string, loads: readonly Load[]): Figure[] {
  const n = loads.length;
  return [
    { id: `${id}.requests`, value: median(loads.map((load) => load.requests)), unit: 'requests', n },
    { id: `${id}.transferred`, value: median(loads.map((load) => load.bytes)) / 1000, unit: 'kB', n },
    { id: `${id}.input`, value: median(loads.map((load) => load.input)), unit: 'ms', n },
    { id: `${id}.greeted`, value: median(loads.map((load) => load.greeted)), unit: 'ms', n },
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** A fresh browser profile whose network and processor are slow, frames of other sites too. */
async function onSlowPage(browser: Browser, use: (page: Page, load: (waited: Waited) => Promise<Load>) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  let requests = 0;
  let bytes = 0;
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_PROCESSOR });
  page.on('requestfinished', (request) => {
    requests += 1;
    void request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
      bytes += responseBodySize + responseHeadersSize;
    }, () => undefined);
  });
  await use(page, async ({ open, input, greeting = input }) => {
    [requests, bytes] = [0, 0];
    const began = performance.now();
    const since = (): number => performance.now() - began;
    const opening = open();
    const [written, greeted] = await Promise.all([input.waitFor().then(since), greeting.waitFor().then(since), opening]);
    await page.waitForLoadState('networkidle');
    return { requests, bytes, input: written, greeted };
  });
  await context.close();
}

/** Somebody's site: a page with our tag, and one with Web Chat as its documentation shows it. */
async function startSite() {
  let chat = '';
  const script = gzipSync(readFileSync(WEB_CHAT), { level: 9 });
  const page = (inside: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A site</title><link rel="icon" href="data:,"></head><body><h1>A site</h1>${inside}</body></html>`;
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    if (request.url === '/webchat.js') {
      response.setHeader('content-type', 'text/javascript');
      response.setHeader('content-encoding', 'gzip');
      return response.end(script);
    }
    if (request.url === '/widget') return response.end(page(`<script async src="${chat}/widget.js"></script>`));
    return response.end(page(`<div id="webchat"></div><script src="/webchat.js"></script><script>
      fetch('${chat}/v3/directline/tokens/generate', { method: 'POST' }).then((answer) => answer.json()).then(({ token }) =>
        WebChat.renderWebChat({ directLine: WebChat.createDirectLine({ domain: '${chat}/v3/directline', token }) }, document.getElementById('webchat')));
    </script>`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    showChatOf({ origin }: RunningServer) {
      chat = origin;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

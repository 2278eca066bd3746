import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createChatPage } from '../../server/chat/page.ts';
import { removeTemporaryDirectories, startServer, type RunningServer } from '../server/running-server.ts';
import { accessibilityFaults } from './chat-flow.ts';
import { launchChromium } from './chromium.ts';
import { startHostSite, type HostSite } from './host-site.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let browser: Browser;
let site: HostSite;
let running: RunningServer;

beforeAll(async () => {
  browser = await launchChromium();
  site = await startHostSite(() => running.origin);
  running = await startServer({ parts: { chatPage: createChatPage({ embedOrigins: [site.origin] }), allowedOrigins: [site.origin] } });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  await running.stop();
  removeTemporaryDirectories();
});

interface Visit {
  readonly page: Page;
  readonly frame: FrameLocator;
  /** Paths of the chat's server that were asked for. */
  readonly asked: string[];
  readonly complaints: string[];
}

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(30_000);
  return tab(await context.newPage(), path);
}

async function tab(page: Page, path: string): Promise<Visit> {
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(running.origin)) asked.push(new URL(request.url()).pathname);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(site.origin + path);
  await page.locator('reconnect-chat').waitFor({ state: 'attached' });
  return { page, frame: page.frameLocator('reconnect-chat iframe'), asked, complaints };
}

const launcher = (page: Page) => page.locator('reconnect-chat .launcher');

/** Opens the chat, says something and hears it back. */
async function talk({ page, frame }: Visit, text: string): Promise<void> {
  if ((await launcher(page).getAttribute('aria-expanded')) === 'false') await launcher(page).click();
  await frame.locator('#status[data-state="ready"]').waitFor();
  await frame.locator('#box').fill(text);
  await frame.locator('#box').press('Enter');
  await frame.locator('.bubble', { hasText: `second: ${text}` }).waitFor();
}

describe('the chat on another site', () => {
  it.each(['/plain', '/app', '/strict'])('answers on %s, and costs the page one script before the first click', async (path) => {
    const visited = await visit(path);
    const { page, frame, asked, complaints } = visited;
    await launcher(page).waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual(['/widget.js']);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expect(await page.evaluate(() => Object.keys(window).filter((name) => /reconnect/i.test(name)))).toEqual(['Reconnect']);
    await talk(visited, 'hello there');
    expect(await frame.locator('h1').innerText()).toContain('IT help');
    expect(await launcher(page).evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(122, 31, 162)');
    expect(complaints).toEqual([]);
  });

  it('stays through the views of an app without a load', async () => {
    const visited = await visit('/app');
    const { page, frame } = visited;
    await talk(visited, 'before the change');
    await page.locator('#go').click();
    await frame.locator('.bubble', { hasText: 'second: before the change' }).waitFor();
    expect(await page.locator('reconnect-chat').count()).toBe(1);
    await talk(visited, 'after the change');
  });

  it('moves nothing on the page', async () => {
    const { page } = await visit('/plain');
    await launcher(page).waitFor();
    const shift = await page.evaluate(() => new Promise<number>((resolve) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
    }));
    expect(shift).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  it('obeys calls that were made before it was there, and says what it could not use', async () => {
    const { page, frame, complaints } = await visit('/early');
    await frame.locator('#status[data-state="ready"]').waitFor();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    expect(complaints).toEqual(['Reconnect: offsetX: a number of pixels is expected.']);
    const box = await launcher(page).boundingBox();
    expect(box?.x).toBeLessThan(100);
    await page.evaluate(() => {
      window.Reconnect('close');
      window.Reconnect('hide');
    });
    expect(await launcher(page).isVisible()).toBe(false);
    expect(await page.evaluate(() => (window as unknown as { heard: [string][] }).heard.map(([name]) => name))).toEqual(['open', 'ready', 'close']);
    await page.evaluate(() => window.Reconnect('shutdown'));
    expect(await page.locator('reconnect-chat').count()).toBe(0);
  });

  it('counts what came while it was closed: in the name, in the title and as an event', async () => {
    const visited = await visit('/early');
    const { page, frame } = visited;
    await talk(visited, 'one');
    let goOn = (): void => undefined;
    const closed = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    running.testBot.duringTurn = () => closed;
    await frame.locator('#box').fill('two');
    await frame.locator('#box').press('Enter');
    await page.evaluate(() => window.Reconnect('close'));
    goOn();
    await page.waitForFunction(() => document.title === '(2) Company');
    expect(await launcher(page).getAttribute('aria-label')).toBe('Open chat, 2 unread');
    expect(await page.evaluate(() => (window as unknown as { heard: [string, number][] }).heard.filter(([each]) => each === 'unread').at(-1)?.[1])).toBe(2);
    await launcher(page).click();
    await page.waitForFunction(() => document.title === 'Company');
    expect(await launcher(page).getAttribute('aria-label')).toBe('Close chat');
  });

  it('is used without a mouse: opened, left by Escape with the focus where it was, never a trap', async () => {
    const { page, frame } = await visit('/plain');
    await launcher(page).focus();
    await page.keyboard.press('Enter');
    await frame.locator('#box:focus').waitFor();
    expect(await page.locator('reconnect-chat .panel').getAttribute('aria-label')).toBe('IT help');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.classList.contains('launcher'));
    expect(await launcher(page).getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    await frame.locator('#box:focus').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className)).toBe('launcher');
  });

  it('is one conversation in all tabs, on the next page and after a reload; starting over is for all too', async () => {
    const one = await visit('/plain');
    const two = await tab(await one.page.context().newPage(), '/strict');
    await launcher(two.page).click();
    await two.frame.locator('#status[data-state="ready"]').waitFor();
    await talk(one, 'said in the first tab');
    await two.frame.locator('.bubble', { hasText: 'second: said in the first tab' }).waitFor();
    await talk(two, 'said in the second tab');
    await one.frame.locator('.bubble', { hasText: 'second: said in the second tab' }).waitFor();
    await two.page.reload();
    await two.frame.locator('.bubble', { hasText: 'second: said in the first tab' }).waitFor();
    expect(await two.page.evaluate(() => document.activeElement === document.body)).toBe(true);

    await one.frame.locator('#menu > summary').click();
    await one.frame.locator('#restart').click();
    await one.frame.locator('#ask-restart').getByRole('button', { name: 'Start over' }).click();
    await two.frame.locator('.bubble', { hasText: 'said in the first tab' }).first().waitFor({ state: 'detached' });
    await talk(two, 'a new beginning');
    await one.frame.locator('.bubble', { hasText: 'second: a new beginning' }).waitFor();
  });

  it('leaves nothing after reset', async () => {
    const visited = await visit('/plain');
    const { page, frame } = visited;
    await talk(visited, 'a secret thing');
    const kept = async () => JSON.stringify([
      await page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }]),
      await frame.locator('body').evaluate(() => [{ ...localStorage }, { ...sessionStorage }]),
    ]);
    expect(await kept()).toContain('resumeToken');
    await page.evaluate(() => window.Reconnect('reset'));
    await frame.locator('.bubble', { hasText: 'a secret thing' }).first().waitFor({ state: 'detached' });
    expect(await kept()).toBe('[[{},{}],[{},{}]]');
  });

  it('loads and stores nothing before somebody agrees, where the site asks, and asks again for another text', async () => {
    const visited = await visit('/consent');
    const { page, frame, asked } = visited;
    const stored = () => page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }]);
    const consent = page.locator('reconnect-chat .consent');
    await launcher(page).focus();
    await page.keyboard.press('Enter');
    await consent.getByText('What you write is kept for 90 days.').waitFor();
    expect(await consent.getByRole('link', { name: 'More about it' }).getAttribute('href')).toBe('https://company.example/privacy');
    await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.textContent === 'Start the chat');
    expect([asked, await stored(), await page.context().cookies()]).toEqual([['/widget.js'], [{}, {}], []]);
    await consent.getByRole('button', { name: 'Not now' }).click();
    expect(await page.locator('reconnect-chat .panel').isVisible()).toBe(false);
    expect(await stored()).toEqual([{}, {}]);

    await launcher(page).click();
    await consent.getByRole('button', { name: 'Start the chat' }).click();
    await talk(visited, 'agreed');
    expect(await consent.isVisible()).toBe(false);
    await page.reload();
    await frame.locator('.bubble', { hasText: 'second: agreed' }).waitFor();

    await page.goto(`${site.origin}/consent?version=2`);
    await launcher(page).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('reconnect-chat iframe').count()).toBe(0);
    await launcher(page).click();
    await consent.getByRole('button', { name: 'Start the chat' }).click();
    await frame.locator('.bubble', { hasText: 'second: agreed' }).waitFor();
    await page.evaluate(() => window.Reconnect('reset'));
    await frame.locator('.bubble', { hasText: 'second: agreed' }).waitFor({ state: 'detached' });
    expect(await stored()).toEqual([{}, {}]);
  });

  it('gives all of a conversation as a file, and says for the person that their data is to go', async () => {
    const visited = await visit('/plain');
    const { page, frame } = visited;
    await launcher(page).click();
    await frame.locator('#status[data-state="ready"]').waitFor();
    await frame.locator('#menu > summary').click();
    expect(await frame.locator('#erase').isVisible()).toBe(false);
    await frame.locator('#menu > summary').click();
    await talk(visited, 'the whole story');
    await frame.locator('#menu > summary').click();
    const download = page.waitForEvent('download');
    await frame.locator('#save').click();
    expect((await download).suggestedFilename()).toBe('conversation.txt');
    await frame.locator('#menu > summary').click();
    await frame.locator('#erase').click();
    await frame.locator('.bubble', { hasText: 'second: Delete my data' }).waitFor();
  });

  it('speaks with no page that the operator did not allow', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site.origin.replace('localhost', '127.0.0.1')}/plain`);
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await launcher(page).click();
    await refused;
    expect(await page.locator('reconnect-chat .panel.loaded').count()).toBe(0);
    expect(await page.locator('reconnect-chat').getByRole('button', { name: 'Close chat' }).first().isVisible()).toBe(true);
  });

  it.each<[string, BrowserContextOptions]>([
    ['wide', {}],
    ['dark at 375 pixels', { colorScheme: 'dark', viewport: { width: 375, height: 720 } }],
    ['with forced colours', { forcedColors: 'active' }],
  ])('has no accessibility fault, %s', async (_name, options) => {
    const visited = await visit('/strict', options);
    await talk(visited, 'hello');
    const chat = visited.page.frames().find((frame) => frame.url().endsWith('/frame'));
    if (!chat) throw new Error('There is no frame.');
    expect(await accessibilityFaults(chat)).toEqual([]);
    if (options.viewport) {
      const panel = await visited.page.locator('reconnect-chat .panel').boundingBox();
      expect(panel).toEqual({ x: 0, y: 0, ...options.viewport });
    }
  });
});

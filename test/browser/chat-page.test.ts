import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createChatPage } from '../../server/chat/page.ts';
import { removeTemporaryDirectories, startServer, type RunningServer } from '../server/running-server.ts';
import { LONG_COMMAND } from '../server/test-bot.ts';
import { launchChromium } from './chromium.ts';
import { accessibilityFaults, bubbles, hears, openChat, press, ready, say, sendExample, vanishes, watchStatus, type OpenOptions } from './chat-flow.ts';

// A browser on a machine that is busy with the other tests.
vi.setConfig({ testTimeout: 120_000 });

const HELLO = 'Hello. What does your screen say?';
const chatPage = createChatPage();
let browser: Browser;
let running: RunningServer;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  removeTemporaryDirectories();
});
beforeEach(async () => {
  running = await startServer({ parts: { chatPage } });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await running.stop();
});

async function askToStartOver(page: Page): Promise<void> {
  await page.locator('#menu > summary').click();
  await page.locator('#menu').getByRole('button', { name: 'Start over' }).click();
}

async function startOver(page: Page): Promise<void> {
  await askToStartOver(page);
  await page.locator('#ask-restart').getByRole('button', { name: 'Start over' }).click();
}

/** Holds the next request to that address: resolves `asked` once it was made, and lets it go on when `answer` is called. */
async function held(page: Page, address: string): Promise<[asked: Promise<void>, answer: () => void]> {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let made = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    made = resolve;
  });
  await page.route(address, async (route) => {
    made();
    await answered;
    await route.continue();
  });
  return [asked, answer];
}

describe('the chat page', () => {
  it('greets, answers, and takes a card press, without a word to another host or a complaint', async () => {
    const { page, strangers, complaints } = await openChat(browser, running.origin);
    await hears(page, HELLO);
    await sendExample(page, 'A whole error window');
    await hears(page, 'Free a session on the server');
    await page.getByRole('button', { name: /Show all \d+ lines/ }).click();
    expect(await bubbles(page, 'Extended error code: 0x7').first().innerText()).toContain('Error code: 0x904\n');
    expect(await page.locator('#examples').isVisible()).toBe(false);
    await page.getByRole('radio', { name: 'A session that says Disc' }).last().check();
    await press(page, 'It works now');
    await hears(page, 'You chose action: worked, result: disc');
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('shows a long command to its end, and copies it', async () => {
    const { page, context } = await openChat(browser, running.origin, { width: 375, height: 700, dark: true });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: running.origin });
    await say(page, 'a command');
    const block = page.locator('#log pre').last();
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(LONG_COMMAND);
    expect(await block.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('keeps nothing before the person speaks, and then only how to come back', async () => {
    const { page } = await openChat(browser, running.origin);
    await hears(page, HELLO);
    const kept = (): Promise<string> => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
    expect(await kept()).toBe('[{},{},""]');
    await say(page, 'a private thing');
    await hears(page, 'second: a private thing');
    expect(await kept()).toContain('resumeToken');
    expect(await kept()).not.toContain('private thing');
  });

  it('comes back to the same conversation after a reload and after the server was started again', async () => {
    const { page } = await openChat(browser, running.origin);
    await say(page, 'remember me');
    await hears(page, 'second: remember me');
    await page.reload();
    await ready(page);
    await hears(page, 'second: remember me');
    expect(await page.locator('#examples').isVisible()).toBe(false);

    const { port } = new URL(running.origin);
    await running.stop();
    await page.locator('#status[data-state="waiting"], #status[data-state="lost"]').waitFor();
    // Said while there is no server: it arrives once there is one.
    await say(page, 'said into the dark');
    running = await startServer({ parts: { chatPage }, directory: running.directory, port: Number(port) });
    await hears(page, 'second: said into the dark');
    for (const text of [HELLO, 'second: remember me', 'first: said into the dark', 'second: said into the dark']) {
      expect(await bubbles(page, text).count(), text).toBe(1);
    }
    await page.reload();
    await ready(page);
    await hears(page, 'second: said into the dark');
    expect(await bubbles(page, HELLO).count()).toBe(1);
  });

  it('loses and doubles nothing when the line drops, and says so kindly', async () => {
    const { page } = await openChat(browser, running.origin);
    await say(page, 'one');
    await hears(page, 'second: one');
    const status = await watchStatus(page);
    running.built.conversations?.dropStreams();
    expect(await status.said('waiting')).toBe('Reconnecting. Nothing is lost.');
    await say(page, 'two');
    await hears(page, 'second: two');
    await ready(page);
    for (const text of ['first: one', 'second: one', 'first: two', 'second: two']) {
      expect(await bubbles(page, text).count(), text).toBe(1);
    }
  });

  it('goes on with a fresh token when the old one died while the laptop was closed', async () => {
    let clock = Date.now();
    await running.stop();
    running = await startServer({ parts: { chatPage }, now: () => new Date(clock) });
    const { page } = await openChat(browser, running.origin);
    await say(page, 'good night');
    await hears(page, 'second: good night');
    clock += 14 * 60 * 60 * 1000;
    const status = await watchStatus(page);
    running.built.conversations?.dropStreams();
    await status.said('waiting');
    await ready(page);
    await hears(page, 'second: good night');
    await say(page, 'good morning');
    await hears(page, 'second: good morning');
    for (const text of [HELLO, 'second: good night', 'second: good morning']) {
      expect(await bubbles(page, text).count(), text).toBe(1);
    }
  });

  it('starts over when asked twice, and forgets the old conversation', async () => {
    const { page } = await openChat(browser, running.origin);
    await say(page, 'the old one');
    await hears(page, 'second: the old one');
    await askToStartOver(page);
    await page.getByRole('button', { name: 'Keep this one' }).click();
    await say(page, 'and on');
    await hears(page, 'second: and on');
    expect(await bubbles(page, 'second: the old one').count()).toBe(1);
    await startOver(page);
    // The greeting and the status of the old conversation look like those of the new one.
    await vanishes(page, 'the old one');
    await ready(page);
    await hears(page, HELLO);
    expect(await bubbles(page, 'the old one').count()).toBe(0);
    expect(await page.locator('#examples').isVisible()).toBe(true);
    await page.reload();
    await ready(page);
    await hears(page, HELLO);
    expect(await page.locator('#examples').isVisible()).toBe(true);
    await say(page, 'the new one');
    await hears(page, 'second: the new one');
    expect(await bubbles(page, 'the old one').count()).toBe(0);
  });

  it('has left the old conversation before the server has given a new one', async () => {
    const { page } = await openChat(browser, running.origin);
    await say(page, 'the old one');
    await hears(page, 'second: the old one');
    const [asked, answer] = await held(page, '**/tokens/generate');
    await startOver(page);
    await asked;
    expect(await page.locator('#log').innerText()).toBe('');
    expect(await page.locator('#status').getAttribute('data-state')).toBe('connecting');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    answer();
    await ready(page);
    await hears(page, HELLO);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it.each<[string, OpenOptions]>([
    ['light and wide', {}],
    ['dark and wide', { dark: true }],
    ['light at 375 pixels', { width: 375, height: 700 }],
    ['dark at 375 pixels', { dark: true, width: 375, height: 700 }],
  ])('has no accessibility fault, %s', async (_name, options) => {
    const { page } = await openChat(browser, running.origin, options);
    await hears(page, HELLO);
    expect(await accessibilityFaults(page)).toEqual([]);
    await say(page, 'choose');
    await page.locator('#log').getByRole('button', { name: 'Yes' }).last().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await say(page, 'card');
    await hears(page, 'Free a session on the server');
    expect(await accessibilityFaults(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await askToStartOver(page);
    await page.locator('#ask-restart').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

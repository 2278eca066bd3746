import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createMemoryBoard, exampleTicket } from '../server/memory-board.ts';
import { removeTemporaryDirectories, startServer, type RunningServer } from '../server/running-server.ts';
import { accessibilityFaults } from './chat-flow.ts';
import { launchChromium } from './chromium.ts';

vi.setConfig({ testTimeout: 120_000 });

let browser: Browser;
let running: RunningServer;
const board = createMemoryBoard([exampleTicket('RC-1001'), exampleTicket('RC-1002')]);
const answersFor = () => [{ id: 'sign-off', title: 'Sign off the session that hangs', text: 'Sign off the session.' }];
beforeAll(async () => {
  browser = await launchChromium();
  running = await startServer({ parts: { helpdesk: { board, answersFor, password: 'correct horse battery' } } });
});
afterAll(async () => {
  await browser.close();
  await running.stop();
  removeTemporaryDirectories();
});

describe('the helpdesk page', () => {
  it.each([
    ['light and wide', 'light', 1100],
    ['dark at 375 pixels', 'dark', 375],
  ] as const)('can be read and worked in, %s', async (_name, colorScheme, width) => {
    const number = colorScheme === 'light' ? 'RC-1001' : 'RC-1002';
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
    context.setDefaultTimeout(40_000);
    const page = await context.newPage();
    await page.goto(`${running.origin}/helpdesk`);
    await page.getByLabel('Your name').fill('Grace');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Password').fill('guessed wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Your name').fill('Grace');
    await page.getByLabel('Password').fill('correct horse battery');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Tickets' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: number }).click();
    await page.getByLabel('Your answer').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

    // What somebody else does appears by itself, and what is being written stays.
    await page.getByLabel('Your answer').fill('I freed a session on the server.');
    await board.assign(number, 'Heidi', 'Heidi');
    await page.getByRole('heading', { name: 'Assigned to Heidi' }).waitFor();
    expect(await page.getByLabel('Your answer').inputValue()).toBe('I freed a session on the server.');
    await page.getByLabel('From the knowledge').selectOption({ label: 'Sign off the session that hangs' });
    expect(await page.getByLabel('Your answer').inputValue()).toBe('I freed a session on the server.\n\nSign off the session.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Your answer').fill('I freed a session on the server.');
    await page.getByRole('button', { name: 'Send answer' }).click();
    await page.locator('.message', { hasText: 'I freed a session on the server.' }).waitFor();
    expect(await page.locator('.message.helpdesk .who').innerText()).toContain('Grace');
    const cause = page.getByLabel('What was it?');
    expect(await cause.locator('option').allTextContents()).toEqual(['Not known', 'The server takes no more sessions (62\u00a0%)', 'Something else']);
    await cause.selectOption('session-limit');
    await page.getByRole('button', { name: 'Resolve' }).click();
    await page.locator('.badge.resolved').waitFor();
    expect(await cause.inputValue()).toBe('session-limit');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Password').waitFor();
    await page.goto(`${running.origin}/helpdesk/tickets/${number}`);
    await page.getByLabel('Password').waitFor();
    await context.close();
  });
});

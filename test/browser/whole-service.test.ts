import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../service/config.ts';
import { silentLog } from '../../server/log.ts';
import { startService, type Service } from '../../service/start.ts';
import { accessibilityFaults, bubbles, hears, openChat, press, ready, say, watchStatus } from './chat-flow.ts';
import { launchChromium } from './chromium.ts';

const DIALOG = '[Window Title]\nRemote Desktop Connection\n\n[Content]\nThis computer can\'t connect to the remote computer.\n\n[Expanded Information]\nError code: 0x904\nExtended error code: 0x7';
const MEANING = 'closed before you could sign in';

let browser: Browser;
let service: Service;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reconnect-service-'));
  [browser, service] = await Promise.all([launchChromium(), start()]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

function start(): Promise<Service> {
  return startService(readConfig({ PORT: '0', DATA_DIR: folder }), silentLog);
}

/** Everything that the service has on disk. */
async function written(directory: string): Promise<string> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')));
  return texts.join('\n');
}

describe('the whole service in a browser', () => {
  it('leads from the pasted dialog to a ticket, and brings the helpdesk\'s answer into the chat', async () => {
    const { page, context, strangers, complaints } = await openChat(browser, service.url);
    await say(page, DIALOG);
    await hears(page, MEANING);
    await say(page, 'my password is Sommer2026! and only this one server fails');
    await hears(page, 'something secret');
    expect(await written(folder)).not.toContain('Sommer2026');
    // Their own bubble, without a reload: the server's echo takes its place. What was read out loud goes a moment later.
    await bubbles(page, '[password removed]').first().waitFor();
    await expect.poll(() => page.locator('#log').innerText(), { timeout: 20_000 }).not.toContain('Sommer2026');
    await say(page, 'get me a human');
    await hears(page, 'I can hand this over to support');
    expect(await accessibilityFaults(page)).toEqual([]);
    await press(page, 'Open the ticket');
    await hears(page, 'Your ticket is #1');

    const helpdesk = await context.newPage();
    await helpdesk.goto(`${service.url}helpdesk/sign-in?key=${service.newKey}`);
    await helpdesk.getByLabel('Your name').fill('Anna');
    await helpdesk.getByRole('button', { name: 'Sign in' }).click();
    await helpdesk.getByRole('link', { name: '#1' }).click();
    await helpdesk.getByText('0x904').first().waitFor();
    await helpdesk.getByLabel('Your answer').fill('I renewed the certificate. Please try again.');
    await helpdesk.getByRole('button', { name: 'Send answer' }).click();
    await hears(page, 'I renewed the certificate');

    await page.reload();
    await ready(page);
    await hears(page, 'I renewed the certificate');
    expect(await bubbles(page, 'Your ticket is').count()).toBe(1);
    expect(await page.locator('#log').innerText()).not.toContain('Sommer2026');
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
  }, 120_000);

  it('goes on at the same step after the process was started anew', async () => {
    const { page } = await openChat(browser, service.url);
    await say(page, 'Error code: 0x904 Extended error code: 0x0');
    await hears(page, 'Reconnect to your session');
    const { port } = new URL(service.url);
    const status = await watchStatus(page);
    await service.stop();
    await status.said('waiting');
    service = await startService(readConfig({ PORT: port, DATA_DIR: folder }), silentLog);
    await ready(page);
    await press(page, "Didn't help");
    await hears(page, 'drop at the same moment');
    expect(await bubbles(page, 'Reconnect to your session').count()).toBe(1);
  }, 120_000);
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../server/log.ts';
import { readConfig } from '../../service/config.ts';
import { startService, type Service } from '../../service/start.ts';
import { hears, openChat, press, ready, say, watchStatus } from './chat-flow.ts';
import { launchChromium } from './chromium.ts';
import { freePort } from '../free-port.ts';
import { missingForTls, startNginx } from './nginx.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const missing = missingForTls();
if (missing !== undefined) console.warn(`\nSKIPPED: nothing was tried behind TLS, for want of ${missing}.\n`); // eslint-disable-line no-console

let browser: Browser;
let folder: string;
let service: Service | undefined;
let stopNginx: (() => Promise<void>) | undefined;

interface Shown {
  readonly site: string;
  readonly path: string;
  readonly withoutWebSockets?: boolean;
}

/** The service as an operator would set it up, and nginx before it. Answers the address in the browser. */
async function show({ site, path, withoutWebSockets = false }: Shown): Promise<string> {
  const port = await freePort();
  const publicUrl = `https://localhost:${port}${path}`;
  service = await startService(readConfig({ PORT: '0', DATA_DIR: join(folder, `data-${port}`), PUBLIC_URL: publicUrl, TRUST_PROXY: '127.0.0.1', HELPDESK_PASSWORD: 'correct horse battery' }), silentLog);
  stopNginx = await startNginx({ folder: join(folder, `nginx-${port}`), site, port, servicePort: Number(new URL(service.url).port), withoutWebSockets });
  return `${publicUrl}/`;
}

describe.skipIf(missing !== undefined)(`behind nginx with TLS${missing === undefined ? '' : `: SKIPPED, there is no ${missing}`}`, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reconnect-tls-'));
    browser = await launchChromium();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await stopNginx?.();
    await service?.stop();
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('the whole chat goes through wss, and the helpdesk answers into it', async () => {
    const address = await show({ site: 'nginx.conf', path: '' });
    const { page, context, strangers, complaints } = await openChat(browser, address, { ignoreHTTPSErrors: true });
    await say(page, 'Error code: 0x904 Extended error code: 0x7');
    await hears(page, 'closed before you could sign in');
    await say(page, 'get me a human');
    await hears(page, 'I can hand this over to support');
    await press(page, 'Open the ticket');
    await hears(page, 'Your ticket is #1');

    const helpdesk = await context.newPage();
    await helpdesk.goto(`${address}helpdesk`);
    await helpdesk.getByLabel('Your name').fill('Grace');
    await helpdesk.getByLabel('Password').fill('correct horse battery');
    await helpdesk.getByRole('button', { name: 'Sign in' }).click();
    await helpdesk.getByRole('link', { name: '#1' }).click();
    await helpdesk.getByLabel('Your answer').fill('I renewed the certificate.');
    await helpdesk.getByRole('button', { name: 'Send answer' }).click();
    await hears(page, 'I renewed the certificate');

    await page.reload();
    await ready(page);
    await hears(page, 'I renewed the certificate');
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
    const access = await readFile(join(folder, `nginx-${new URL(address).port}`, 'access.log'), 'utf8');
    expect(access).toMatch(/\/stream" 101/);
    expect(access).not.toContain('?');
  });

  it('under a path, with WebSockets blocked, it asks instead and says nothing alarming', async () => {
    const address = await show({ site: 'nginx-subpath.conf', path: '/rdp', withoutWebSockets: true });
    const { page } = await openChat(browser, address, { ignoreHTTPSErrors: true });
    const status = await watchStatus(page);
    await say(page, 'Error code: 0x904 Extended error code: 0x7');
    await hears(page, 'closed before you could sign in');
    await say(page, 'get me a human');
    await hears(page, 'I can hand this over to support');
    await press(page, 'Open the ticket');
    await hears(page, 'Your ticket is #1');
    expect(await page.locator('#status').innerText()).toBe('Ready');
    expect(await status.seen()).not.toContain('lost');
    expect(await status.seen()).not.toContain('waiting');
    const access = await readFile(join(folder, `nginx-${new URL(address).port}`, 'access.log'), 'utf8');
    expect(access).not.toMatch(/ 101 /);
  });
});

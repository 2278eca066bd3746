import { chmodSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ServerLog } from '../../server/log.ts';
import { readConfig } from '../../service/config.ts';
import { startService, type Service } from '../../service/start.ts';
import { DirectLineClient } from '../server/direct-line-client.ts';
import { ticketIn } from './ticket-flow.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let service: Service | undefined;
const logged: { fields: object; message: string }[] = [];
const note = (fields: object, message: string): void => void logged.push({ fields, message });
const log: ServerLog = { info: note, warn: note, error: note };

const start = async () => {
  service = await startService(readConfig({ PORT: '0', DATA_DIR: folder, HELPDESK_PASSWORD: 'correct horse battery' }), log);
  return service.url.replace(/\/$/, '');
};
const stop = async () => {
  await service?.stop();
  service = undefined;
};
const files = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
const bytesIn = () => files().reduce((sum, file) => sum + statSync(file).size, 0);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reconnect-disk-'));
  chmodSync(folder, 0o755);
});
afterEach(stop);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A line of an event log, again and again: what people paste by the hundred. */
const PASTE = 'Event 1149 TerminalServices-RemoteConnectionManager Remote Desktop Services: user authentication succeeded\n'.repeat(150);

describe('what the service keeps', () => {
  it('is no more than ten times what was sent, also while a person is offered and after the ticket', async () => {
    const origin = await start();
    const before = bytesIn();
    let sent = 0;
    const say = async (client: DirectLineClient, text: string) => {
      sent += text.length;
      expect((await client.say(text)).status).toBe(200);
    };
    const offered = await DirectLineClient.begin(origin);
    await say(offered, 'Error code: 0x904 Extended error code: 0x7');
    await say(offered, 'get me a human');
    for (let n = 0; n < 25; n++) await say(offered, `${n} ${PASTE}`);
    const client = await ticketIn(origin);
    for (let n = 0; n < 25; n++) await say(client, `${n} ${PASTE}`);
    expect(bytesIn() - before).toBeLessThanOrEqual(10 * sent);
    for (const seen of await offered.history()) expect(Buffer.byteLength(JSON.stringify(seen))).toBeLessThan(32_000);
    const items = files().filter((file) => file.includes('/state/items/'));
    expect(Math.max(...items.map((file) => statSync(file).size))).toBeLessThan(160 * 1024);
  });

  it('is for the user who runs it alone', async () => {
    await start();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const open = files().filter((file) => (statSync(file).mode & 0o077) !== 0);
    expect(open).toEqual([]);
    const folders = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
    expect(folders.filter((each) => (statSync(each).mode & 0o077) !== 0)).toEqual([]);
  });

  it('can be damaged in one place, and everything else is served, and nothing that was damaged is lost', async () => {
    let origin = await start();
    const [hurt, whole] = [await ticketIn(origin), await ticketIn(origin)];
    await stop();
    const tickets = files().filter((file) => /tickets\/\d+\.json$/.test(file)).sort();
    const damaged = tickets.at(-2) ?? '';
    truncateSync(damaged, 100);
    const rests = [damaged, join(folder, 'outbox.json')].map((file) => ({ file, text: readFileSync(file) }));
    rests[1] = { file: join(folder, 'outbox.json'), text: Buffer.alloc(300) };
    writeFileSync(join(folder, 'outbox.json'), Buffer.alloc(300));
    for (const file of files().filter((each) => each.includes('/conversations/') && readFileSync(each, 'utf8').includes(hurt.conversationId))) writeFileSync(file, Buffer.alloc(500));
    for (const file of files().filter((each) => each.includes('/state/items/') && readFileSync(each, 'utf8').includes(hurt.conversationId))) writeFileSync(file, '{"foreign":true}');
    logged.length = 0;

    origin = await start();
    const again = Object.assign(new DirectLineClient(origin), { token: whole.token, conversationId: whole.conversationId });
    expect((await again.say('does it still work?')).status).toBe(200);
    const lost = Object.assign(new DirectLineClient(origin), { token: hurt.token, conversationId: hurt.conversationId });
    // The page begins a new one when it hears this; a client that opens its own again may.
    expect((await lost.request('GET', `conversations/${lost.conversationId}`)).status).toBe(404);
    expect((await lost.request('POST', 'conversations')).status).toBe(201);
    expect((await lost.say('Error code: 0x904')).status).toBe(200);
    for (const { file, text } of rests) {
      const moved = files().find((each) => each.startsWith(`${file}.damaged-`)) ?? '';
      expect(readFileSync(moved).equals(text), moved).toBe(true);
    }
    expect(logged.filter(({ message }) => message.includes('damaged file was set aside')).length).toBeGreaterThanOrEqual(3);
    const ready = await fetch(`${origin}/readyz`);
    expect(ready.status).toBe(200);
    expect(((await ready.json()) as { checks: Record<string, string> }).checks['damaged']).toMatch(/files were set aside/);
    // Its answer still finds the person, although the outbox knew the way no more.
    const authorization = `Basic ${Buffer.from('Anna:correct horse battery').toString('base64')}`;
    const number = /(\d+)\.json$/.exec(tickets.at(-1) ?? '')?.[1];
    await fetch(`${origin}/helpdesk/tickets/${number}/replies`, { method: 'POST', redirect: 'manual', headers: { authorization, origin }, body: new URLSearchParams({ text: 'We are on it.', key: 'a-key-of-a-form' }) });
    await expect.poll(() => again.texts(), { timeout: 20_000 }).toContainEqual(expect.stringContaining('We are on it.'));
    expect(await (await fetch(`${origin}/helpdesk/tickets/${number}`, { headers: { authorization } })).text()).toMatch(/Delivered\./);
  });

  it('is not ready when the disk takes nothing, and lives all the same', async () => {
    const origin = await start();
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
    // A folder where the file should be: the write fails whoever runs this.
    renameSync(join(folder, 'health'), join(folder, 'health.before'));
    mkdirSync(join(folder, 'health'));
    await expect.poll(async () => (await fetch(`${origin}/readyz`)).status, { timeout: 10_000 }).toBe(503);
    const text = await (await fetch(`${origin}/healthz`)).text();
    expect(text).toContain('cannot be used: EISDIR');
    expect(text).not.toContain(folder);
    expect((await fetch(`${origin}/livez`)).status).toBe(200);
    rmSync(join(folder, 'health'), { recursive: true });
    await expect.poll(async () => (await fetch(`${origin}/readyz`)).status, { timeout: 10_000 }).toBe(200);
  });

  it('does not begin with a secret that a crash left behind', async () => {
    writeFileSync(join(folder, 'secret'), Buffer.alloc(43));
    await expect(start()).rejects.toThrow(/holds no secret/);
    for (const rest of ['A'.repeat(43), 'short', `${'x'.repeat(43)}\n${'y'.repeat(43)}`]) {
      writeFileSync(join(folder, 'secret'), rest);
      await expect(start()).rejects.toThrow(/holds no secret/);
    }
    rmSync(join(folder, 'secret'));
    await start();
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BOT, QUEUE } from '../../deploy/request-tracker/server.ts';
import { silentLog } from '../../server/log.ts';
import { readConfig } from '../../service/config.ts';
import { startService, type Service } from '../../service/start.ts';
import { freePort } from '../free-port.ts';
import { describeWithRequestTracker } from '../helpdesk/real-rt.ts';
import { rtAgent } from '../helpdesk/rt-agent.ts';
import { DirectLineClient } from '../server/direct-line-client.ts';

const SECRET = 'a secret of the webhook';
const SOON = { timeout: 20_000, interval: 100 };
let port = 0;

describeWithRequestTracker('a conversation on the website and Request Tracker', (server) => {
  let folder = '';
  let service: Service;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reconnect-service-'));
    service = await start();
  }, 120_000);
  afterAll(async () => {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const start = (): Promise<Service> =>
    startService(readConfig({ PORT: String(port), DATA_DIR: folder, HELPDESK: 'rt', RT_URL: server().url, RT_TOKEN: server().token, RT_QUEUE: QUEUE, RT_USER: BOT, RT_WEBHOOK_SECRET: SECRET }), silentLog);

  it('reach one another, also over a restart, until it is resolved', async () => {
    const agent = rtAgent(server());
    const person = await DirectLineClient.begin(`http://127.0.0.1:${port}`);
    const chat = async (): Promise<string> => (await person.texts()).join('\n');
    await person.say('Error code: 0x904\nExtended error code: 0x7');
    await person.say('get me a person');
    await person.say('yes');
    await expect.poll(chat, SOON).toMatch(/Your ticket is \*\*#\d+\*\*/);
    const number = /\*\*#(\d+)\*\*/.exec(await chat())?.[1] ?? '';
    expect(await agent.read(number)).toContain('Extended error code: 0x7');

    await person.say('It also happens at home.');
    await expect.poll(() => agent.read(number), SOON).toContain('It also happens at home.');
    await agent.reply(number, 'Please try again now.');
    await expect.poll(chat, SOON).toContain('**alice** (support): Please try again now.');

    await service.stop();
    await agent.reply(number, 'I wrote while you were away.');
    service = await start();
    await expect.poll(chat, SOON).toContain('I wrote while you were away.');
    await agent.resolve(number);
    await expect.poll(chat, SOON).toContain(`Ticket #${number} is marked as resolved.`);
    for (const told of ['Please try again now.', 'I wrote while you were away.', 'is marked as resolved']) expect((await chat()).split(told)).toHaveLength(2);
  }, 120_000);

  it('has no page of its own for tickets, and believes no webhook that is not signed', async () => {
    const origin = `http://127.0.0.1:${port}`;
    expect((await fetch(`${origin}/helpdesk`)).status).toBe(404);
    expect((await fetch(`${origin}/helpdesk/webhook`, { method: 'POST', body: '{"ticket":1}', headers: { 'x-rt-signature': '00' } })).status).toBe(401);
    expect(service.newKey).toBeUndefined();
  });
}, async () => {
  port = await freePort();
  return { url: `http://127.0.0.1:${port}/helpdesk/webhook`, secret: SECRET };
});

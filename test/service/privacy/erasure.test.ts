import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ServerLog } from '../../../server/log.ts';
import { readConfig } from '../../../service/config.ts';
import { openAtRest } from '../../../service/privacy/at-rest.ts';
import { cleanUp } from '../../../service/privacy/janitor.ts';
import { startService, type Service } from '../../../service/start.ts';
import { searchFolder } from '../../../storage/folder-search.ts';
import { DirectLineClient } from '../../server/direct-line-client.ts';
import { pressButton, ticketIn } from '../ticket-flow.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let service: Service | undefined;
const logged: { fields: object; message: string }[] = [];
const note = (fields: object, message: string): void => void logged.push({ fields, message });
const log: ServerLog = { info: note, warn: note, error: note };

const start = async (): Promise<string> => {
  service = await startService(readConfig({ PORT: '0', DATA_DIR: folder, HELPDESK_PASSWORD: 'correct horse battery' }), log);
  return service.url.replace(/\/$/, '');
};
const stop = async (): Promise<void> => {
  await service?.stop();
  service = undefined;
};
const command = async (...words: string[]): Promise<string> => {
  const run = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/privacy.ts', ...words], { env: { ...process.env, DATA_DIR: folder } });
  return run.stdout;
};
const filesWith = async (...ids: string[]): Promise<readonly string[]> => (await searchFolder(folder, ids)).found;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reconnect-privacy-'));
});
afterEach(stop);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a person is erased', () => {
  it('by their own words, everywhere, and nobody else', async () => {
    const origin = await start();
    const anna = await ticketIn(origin);
    const boris = await ticketIn(origin);
    writeFileSync(join(folder, 'tickets', '9.json.damaged-20260101T000000000Z'), `{"conversationId":"${anna.conversationId}`);
    expect((await filesWith(anna.userId, anna.conversationId)).length).toBeGreaterThan(4);

    await anna.say('please delete all my data');
    expect((await anna.texts()).at(-1)).toContain('nothing of it can be brought back');
    await pressButton(anna, 'Erase everything');
    await expect.poll(() => filesWith(anna.userId, anna.conversationId), { timeout: 30_000 }).toEqual([]);
    await expect.poll(() => logged.find(({ message }) => message === 'a person was erased')?.fields, { timeout: 30_000 }).toMatchObject({ left: [], erased: { tickets: 1 } });

    expect((await anna.say('are you there?')).status).toBe(404);
    expect((await filesWith(boris.conversationId)).length).toBeGreaterThan(2);
    await boris.say('still the same error');
    expect(await boris.texts()).toContainEqual(expect.stringContaining('Your ticket is **#2**'));
  });

  it('only after they said yes to it', async () => {
    const origin = await start();
    const client = await DirectLineClient.begin(origin);
    await client.say('delete my data');
    await client.say('Error code: 0x904');
    await client.say('erase everything');
    expect((await client.texts()).at(-1)).toContain('Press the button');
    await client.say('erase everything');
    await expect.poll(() => filesWith(client.conversationId), { timeout: 30_000 }).toEqual([]);
  });

  it('by the operator, while the service runs and while it does not; an erased number is not given again', async () => {
    let origin = await start();
    const carla = await ticketIn(origin);
    expect(await carla.texts()).toContainEqual(expect.stringContaining('Your ticket is **#3**'));
    const whole = JSON.parse(await command('export', carla.userId)) as Record<string, unknown[]>;
    expect(JSON.stringify(whole['tickets'])).toContain('0x904');
    expect(JSON.stringify(whole['conversations on the website'])).toContain('get me a human');
    expect(await command('erase', carla.conversationId)).toMatch(/Erased: .*tickets: 1.*A search of all \d+ files found nothing more\./s);
    expect(await filesWith(carla.userId, carla.conversationId)).toEqual([]);

    const dora = await ticketIn(origin);
    expect(await dora.texts()).toContainEqual(expect.stringContaining('Your ticket is **#4**'));
    await stop();
    expect(await command('erase', dora.userId)).toContain('found nothing more');
    expect(await filesWith(dora.userId, dora.conversationId)).toEqual([]);

    origin = await start();
    expect(await (await ticketIn(origin)).texts()).toContainEqual(expect.stringContaining('Your ticket is **#5**'));
    expect((await fetch(`${origin}/privacy`)).status).toBe(200);
  });

  it('is asked back for a name of several people, and told that nothing is kept of one that is not known', async () => {
    await expect(command('erase', 'nobody-of-that-id')).resolves.toContain('Nothing was kept.');
    await expect(command('erase')).rejects.toThrow(/npm run privacy/);
  });
});

describe('the janitor', () => {
  it('erases what was kept for its time, and says what it did', async () => {
    const rest = await openAtRest(folder);
    try {
      const before = await readdir(join(folder, 'ways'));
      const old = new Date('2020-01-01T00:00:00Z');
      for (const file of (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())) utimesSync(join(file.parentPath, file.name), old, old);
      const young = { conversations: Infinity, tickets: Infinity, outcomes: Infinity, damaged: Infinity };
      expect((await cleanUp(rest.holdings, young, new Date(), log)).erased).toEqual({});
      expect(await readdir(join(folder, 'ways'))).toEqual(before);

      const year = new Date(Date.now() + 366 * 86_400_000);
      const { erased, failed } = await cleanUp(rest.holdings, { conversations: 90, tickets: 365, outcomes: 180, damaged: 30 }, year, log);
      expect(failed).toEqual([]);
      expect(erased).toMatchObject({ 'conversations on the website': expect.any(Number), 'where conversations stand': expect.any(Number), 'ways back to conversations': before.length });
      // A ticket that nobody resolved is kept, however old it is.
      expect(erased['tickets']).toBeUndefined();
      expect(statSync(join(folder, 'tickets', '2.json')).size).toBeGreaterThan(1_000);
      expect(logged.at(-1)).toMatchObject({ message: 'what was kept for its time was erased', fields: { erased, days: { conversations: 90 } } });
    } finally {
      await rest.close();
    }
  });
});

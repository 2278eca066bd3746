import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../server/log.ts';
import { readConfig } from '../../service/config.ts';
import { startFailure } from '../../service/start-failure.ts';
import { startService, type Service } from '../../service/start.ts';
import { createSteadyClock } from '../../service/steady-clock.ts';
import { DirectLineClient } from '../server/direct-line-client.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let folder: string;
let service: Service | undefined;
const disks: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reconnect-trouble-'));
});
afterEach(async () => {
  await service?.stop();
  service = undefined;
  for (const path of disks.splice(0)) spawnSync('umount', ['-l', path]);
  rmSync(folder, { recursive: true, force: true });
});

const start = async (dataDir: string, environment: Record<string, string> = {}): Promise<string> => {
  service = await startService(readConfig({ PORT: '0', DATA_DIR: dataDir, HELPDESK_PASSWORD: 'correct horse battery', ...environment }), silentLog);
  return service.url.replace(/\/$/, '');
};
const failure = (dataDir: string, environment?: Record<string, string>): Promise<string> => start(dataDir, environment).then(() => 'it started', startFailure);

/** A disk of so many kB under the folder, if this user may have one. */
const mounts = (() => {
  const at = mkdtempSync(join(tmpdir(), 'reconnect-may-mount-'));
  const may = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', at]).status === 0;
  if (may) spawnSync('umount', [at]);
  rmSync(at, { recursive: true, force: true });
  return may;
})();
if (!mounts) process.stderr.write('Full and read-only disks are not tried: this user may not mount one.\n');

function disk(kilobytes: number): { readonly path: string; fill(): void; makeRoom(): void; protect(): void } {
  const path = join(folder, 'disk');
  mkdirSync(path);
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'none', path]).status).toBe(0);
  disks.push(path);
  return {
    path,
    fill: () => void spawnSync('dd', ['if=/dev/zero', `of=${join(path, 'filler')}`, 'bs=4k']),
    makeRoom: () => rmSync(join(path, 'filler')),
    protect: () => void spawnSync('mount', ['-o', 'remount,ro', path]),
  };
}

describe('a start that cannot be', () => {
  it('says why and what to do, and no stack', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await failure(join(file, 'data'))).toMatch(/DATA_DIR leads through a file\. Choose another DATA_DIR\.$/);
    expect(await failure(file)).toMatch(/DATA_DIR is a file\. Choose another DATA_DIR\.$/);
    mkdirSync(join(folder, 'odd', 'secret'), { recursive: true });
    expect(await failure(join(folder, 'odd'))).toMatch(/A folder stands where a file of DATA_DIR should be\. Move it away\.$/);
    expect(await failure(join(folder, 'elsewhere'), { HOST: '192.0.2.1', BOT_ID: '11111111-aaaa-4bbb-8ccc-222222222222', BOT_PASSWORD: 'x', BOT_TENANT_ID: '11111111-aaaa-4bbb-8ccc-222222222222' }))
      .toMatch(/This machine has no such address\. Set HOST to one that it has\.$/);
    await start(join(folder, 'held'));
    const held = service;
    expect(await failure(join(folder, 'held'))).toMatch(/is in use by process \d+ on .*Stop that one first/);
    expect(await failure(join(folder, 'other'), { PORT: new URL(held?.url ?? '').port })).toMatch(/Another program listens on that port\. Set PORT to a free one\.$/);
    service = held;
    for (const code of ['EMFILE', 'ENFILE', 'EIO', 'EDQUOT', 'EPERM', 'EACCES']) {
      const said = startFailure(Object.assign(new Error(`${code}: open`), { code }));
      expect(said.split('\n')).toHaveLength(2);
      expect(said).not.toContain('    at ');
    }
    expect(startFailure(new TypeError('ours'))).toContain('    at ');
  });

  it.skipIf(!mounts)('on a full disk leaves nothing behind that a later one stumbles over', async () => {
    const { path, fill, makeRoom } = disk(64);
    fill();
    expect(await failure(join(path, 'data'))).toMatch(/The disk under DATA_DIR is full\. Make room there\.$/);
    makeRoom();
    // Enough for folders and the lock, and not for what comes after.
    for (const kilobytes of [8, 20, 28]) {
      spawnSync('dd', ['if=/dev/zero', `of=${join(path, 'filler')}`, 'bs=1k', `count=${64 - kilobytes}`]);
      expect(await failure(join(path, 'data'))).toMatch(/it started|The disk under DATA_DIR is full/);
      await service?.stop();
      service = undefined;
      makeRoom();
    }
    spawnSync('mount', ['-o', 'remount,size=4m', path]);
    expect((await fetch(`${await start(join(path, 'data'))}/readyz`)).status).toBe(200);
  });

  it.skipIf(!mounts)('on a read-only disk says so', async () => {
    const { path, protect } = disk(64);
    protect();
    expect(await failure(join(path, 'data'))).toMatch(/The disk under DATA_DIR is read-only\. Choose another DATA_DIR\.$/);
  });
});

describe('a disk that becomes full', () => {
  it.skipIf(!mounts)('takes nothing and says so; what was acknowledged stays, and the same message goes through when there is room', async () => {
    const { path, fill, makeRoom } = disk(4_096);
    const origin = await start(path);
    const client = await DirectLineClient.begin(origin);
    expect((await client.say('Error code: 0x904 Extended error code: 0x7', 'before')).status).toBe(200);
    const before = await client.texts();
    fill();
    let refused = await client.say('only this server', 'while-full');
    // A last page of the log may still take a line or two.
    for (let n = 0; n < 40 && refused.status === 200; n++) refused = await client.say(`still the same ${n} ${'x'.repeat(2_000)}`, `full-${n}`);
    expect([502, 503]).toContain(refused.status);
    expect(refused.body).toMatchObject({ error: { message: expect.stringMatching(/safe to send it again|may be sent again/) } });
    await expect.poll(async () => (await fetch(`${origin}/readyz`)).status, { timeout: 10_000 }).toBe(503);
    expect(await (await fetch(`${origin}/readyz`)).text()).toContain('cannot be used: ENOSPC');
    expect(await new DirectLineClient(origin).request('POST', 'tokens/generate')).toMatchObject({ status: 200 });
    expect(await (await DirectLineClient.begin(origin)).request('POST', 'conversations')).toMatchObject({ status: 503, body: { error: { code: 'NothingCanBeKept' } } });
    makeRoom();
    expect((await client.say('only this server', 'once-more')).status).toBe(200);
    const after = await client.texts();
    expect(after.slice(0, before.length)).toEqual(before);
    await expect.poll(async () => (await fetch(`${origin}/readyz`)).status, { timeout: 10_000 }).toBe(200);
  });
});

describe('the steady clock', () => {
  it('goes on where it was when the clock is set back, and follows it when it is set on', () => {
    let wall = 1_000_000;
    const now = createSteadyClock(() => wall);
    const due = now() + 2_000;
    wall -= 3_600_000;
    expect(now()).toBe(1_000_000);
    wall += 2_500;
    expect(now()).toBeGreaterThan(due);
    wall += 7_200_000;
    expect(now()).toBe(1_000_000 + 2_500 + 7_200_000);
  });
});

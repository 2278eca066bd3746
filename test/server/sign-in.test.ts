import { mkdtempSync, statSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { trustedHops } from '../../server/trusted-hops.ts';
import { createAgentsFile, firstKey, type AgentsFile } from '../../storage/agents-file.ts';
import { createMemoryBoard, exampleTicket } from './memory-board.ts';
import { removeTemporaryDirectories, startServer, type RunningServer, type RunningServerOptions } from './running-server.ts';

let running: RunningServer;
afterEach(() => running.stop());
afterAll(removeTemporaryDirectories);

const agentsIn = (): { path: string; agents: AgentsFile } => {
  const path = join(mkdtempSync(join(tmpdir(), 'agents-')), 'agents.json');
  return { path, agents: createAgentsFile(path) };
};

async function start(helpdesk: object, identity: Partial<NonNullable<RunningServerOptions['parts']>> = {}) {
  const board = createMemoryBoard([exampleTicket('RC-1001')]);
  running = await startServer({ parts: { helpdesk: { board, ...helpdesk }, ...identity } });
  return board;
}

const ask = async (path: string, headers: Record<string, string> = {}, form?: Record<string, string>) => {
  const response = await fetch(running.origin + path, {
    redirect: 'manual',
    headers: { accept: 'text/html', origin: running.origin, ...headers },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  return { status: response.status, location: response.headers.get('location'), cookie: response.headers.get('set-cookie') ?? '', text: await response.text() };
};
const signIn = async (name: string, secret: string) => {
  const answer = await ask('/helpdesk/sign-in', {}, { name, secret });
  return { ...answer, cookie: answer.cookie.split(';')[0] ?? '' };
};
const answerAs = (cookie: string, text: string) => ask('/helpdesk/tickets/RC-1001/replies', { cookie }, { text, key: `key-of-${text}`, author: 'The director' });

describe('the helpdesk', () => {
  it('lets nobody in without a secret, whatever address and name they call by', async () => {
    await start({});
    for (const headers of [{}, { host: '127.0.0.1' }, { 'x-forwarded-user': 'Grace' }, { cookie: 'reconnect-helpdesk=x' }]) {
      expect(await ask('/helpdesk', headers as Record<string, string>)).toMatchObject({ status: 303, location: '/helpdesk/sign-in' });
      expect((await ask('/helpdesk/tickets/RC-1001', { ...headers, accept: '*/*' } as Record<string, string>)).status).toBe(401);
      expect((await ask('/helpdesk/tickets/RC-1001/status', headers as Record<string, string>, { status: 'closed' })).status).toBe(401);
    }
  });

  it('makes a key once, keeps it as a hash that only the owner reads, and takes it from the printed link', async () => {
    const { path, agents } = agentsIn();
    const key = (await firstKey(agents)) ?? '';
    expect(key.length).toBeGreaterThanOrEqual(24);
    expect(await firstKey(agents)).toBeUndefined();
    expect(readFileSync(path, 'utf8')).not.toContain(key);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await start({ agents });
    expect((await ask(`/helpdesk/sign-in?key=${key}`)).text).toContain(`value="${key}"`);
    expect((await signIn('Grace', `${key}x`)).status).toBe(401);
    const { status, cookie } = await signIn('Grace', key);
    expect(status).toBe(303);
    expect((await ask('/helpdesk', { cookie })).text).toContain('RC-1001');
  });

  it('writes down who answered, not what a form says', async () => {
    const { agents } = agentsIn();
    const password = await agents.add('Grace Hopper', new Date());
    const board = await start({ agents });
    const { cookie } = await signIn('grace hopper', password);
    expect((await answerAs(cookie, 'one')).status).toBe(303);
    expect((await board.get('RC-1001'))?.messages).toMatchObject([{ author: 'Grace Hopper', text: 'one' }]);
  });

  it('lets nobody take a name that has a password, with the shared one', async () => {
    const { agents } = agentsIn();
    await agents.add('Grace', new Date());
    const key = await agents.renewKey();
    await start({ agents });
    expect((await signIn('Grace', key)).status).toBe(401);
    expect((await signIn('Ada', key)).status).toBe(303);
  });

  it('forgets a browser at sign-out, and everybody whose password was taken', async () => {
    const { agents } = agentsIn();
    const password = await agents.add('Grace', new Date());
    await start({ agents });
    const first = await signIn('Grace', password);
    const second = await signIn('Grace', password);
    expect((await ask('/helpdesk/sign-out', { cookie: first.cookie }, {})).location).toBe('/helpdesk/sign-in');
    expect((await ask('/helpdesk', { cookie: first.cookie })).status).toBe(303);
    expect((await ask('/helpdesk', { cookie: second.cookie })).status).toBe(200);
    await agents.remove('Grace');
    expect((await ask('/helpdesk', { cookie: second.cookie })).status).toBe(303);
    expect((await signIn('Grace', password)).status).toBe(401);
  });

  it('counts a try before it compares: after the limit the right password is not looked at', async () => {
    await start({ password: 'correct horse battery' });
    const statuses: number[] = [];
    for (let n = 0; n < 11; n++) statuses.push((await signIn('Grace', `guess ${n}`)).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses[10]).toBe(429);
    expect((await signIn('Grace', 'correct horse battery')).status).toBe(429);
  });

  it('does not tire of who knows the password', async () => {
    await start({ password: 'correct horse battery' });
    const statuses = new Set<number>();
    for (let n = 0; n < 15; n++) statuses.add((await signIn('Grace', 'correct horse battery')).status);
    expect([...statuses]).toEqual([303]);
  });

  it('takes no sign-in and no sign-out from another site', async () => {
    await start({ password: 'correct horse battery' });
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      expect((await ask('/helpdesk/sign-in', headers as Record<string, string>, { name: 'Grace', secret: 'correct horse battery' })).status).toBe(403);
      expect((await ask('/helpdesk/sign-out', headers as Record<string, string>, {})).status).toBe(403);
    }
  });

  it('believes a header about who is signed in from the proxy only', async () => {
    const board = await start({ signInHeader: 'x-forwarded-user' }, { publicUrl: 'http://127.0.0.1', trustedHops: trustedHops('127.0.0.1')! });
    const grace = { 'x-forwarded-user': 'Grace' };
    expect((await ask('/helpdesk', grace)).status).toBe(200);
    expect((await ask('/helpdesk')).status).toBe(303);
    await ask('/helpdesk/tickets/RC-1001/replies', { ...grace, 'sec-fetch-site': 'same-origin' }, { text: 'hello', key: 'key-of-hello' });
    expect((await board.get('RC-1001'))?.messages).toMatchObject([{ author: 'Grace' }]);
    await running.stop();
    await start({ signInHeader: 'x-forwarded-user' }, { publicUrl: 'http://127.0.0.1', trustedHops: trustedHops('10.0.0.1')! });
    expect((await ask('/helpdesk', grace)).status).toBe(303);
  });

  it('gives its cookie to nobody else: not to scripts, not without TLS, not to the rest of the site', async () => {
    await start({ password: 'correct horse battery' }, { publicUrl: 'https://help.example.com/rdp' });
    const { cookie } = await ask('/helpdesk/sign-in', { 'sec-fetch-site': 'same-origin' }, { name: 'Grace', secret: 'correct horse battery' });
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/rdp/helpdesk']) expect(cookie).toContain(part);
  });
});

import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../server/limits.ts';
import type { TicketBoard } from '../../helpdesk/board.ts';
import { createMemoryBoard, exampleTicket, HOSTILE } from './memory-board.ts';
import { removeTemporaryDirectories, startServer, type RunningServer } from './running-server.ts';

let running: RunningServer;
let board: TicketBoard;

const PASSWORD = 'correct horse battery';
const basic = (password: string, name = 'Grace') => ({ authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}` });

beforeEach(async () => {
  board = createMemoryBoard([exampleTicket('RC-1001')]);
  running = await startServer({ parts: { helpdesk: { board, password: PASSWORD } } });
});
afterEach(() => running.stop());
afterAll(removeTemporaryDirectories);

const page = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(running.origin + path, { redirect: 'manual', ...init, headers: { ...basic(PASSWORD), ...(init.headers as Record<string, string>) } });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const submit = (path: string, fields: Record<string, string>, headers: Record<string, string> = { origin: running.origin }) =>
  page(`/helpdesk/tickets/RC-1001/${path}`, { method: 'POST', body: new URLSearchParams(fields), headers });

describe('the helpdesk page', () => {
  it('lists tickets and shows one with all that was handed over, and lets no markup through', async () => {
    const list = await page('/helpdesk');
    expect(list.status).toBe(200);
    expect(list.text).toContain('href="/helpdesk/tickets/RC-1001"');
    const ticket = await page('/helpdesk/tickets/RC-1001');
    for (const part of ['Only this one server is affected.', '62\u00a0%', 'Did not help', 'Could not be done', 'Sign off the session that hangs', 'the other side closed it', '<code>0x904</code>']) {
      expect(ticket.text).toContain(part);
    }
    for (const { text } of [list, ticket]) {
      expect(text).not.toContain(HOSTILE);
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
    }
    expect(ticket.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await page('/helpdesk/helpdesk.css')).status).toBe(200);
  });

  it('shows so many tickets on a page, and every one on some page', async () => {
    await running.stop();
    board = createMemoryBoard(Array.from({ length: 2 * LIMITS.ticketList.page + 1 }, (_, n) => exampleTicket(`RC-${n}`)));
    running = await startServer({ parts: { helpdesk: { board, password: PASSWORD } } });
    const numbersOn = async (path: string) => [...(await page(path)).text.matchAll(/tickets\/(RC-\d+)"/g)].map((match) => match[1]);
    const [first, second, third] = [await numbersOn('/helpdesk'), await numbersOn('/helpdesk?page=2'), await numbersOn('/helpdesk?page=3')];
    expect([first.length, second.length, third.length]).toEqual([LIMITS.ticketList.page, LIMITS.ticketList.page, 1]);
    expect(new Set([...first, ...second, ...third]).size).toBe(2 * LIMITS.ticketList.page + 1);
    expect((await page('/helpdesk?page=2')).text).toMatch(/page=1"[^]*page=3"/);
    expect(await numbersOn('/helpdesk?page=x')).toEqual(first);
    expect(await numbersOn('/helpdesk?page=99')).toEqual(third);
  });

  it('shows the numbers of the last days with what was given up first, and gives them as CSV, to those who are signed in', async () => {
    await running.stop();
    const asked: number[] = [];
    const numbers = {
      async accounts(since: Date) {
        asked.push(Math.round((Date.now() - since.getTime()) / 86_400_000));
        return [{ id: '1', openedAt: '2026-11-20T09:00:00.000Z', problem: 'p', end: 'solved', confirmed: true, askedAgain: false, solvedBy: 'a', askedBack: 1, takenBack: 0, score: 5, line: HOSTILE }] as const;
      },
      deadLetters: async () => [{ what: 'A ticket that was not opened', why: HOSTILE }],
      titleOf: (id: string) => `title of ${id}`,
    };
    running = await startServer({ parts: { helpdesk: { board, password: PASSWORD, numbers } } });
    const { text } = await page('/helpdesk/numbers?days=7');
    for (const part of ['Numbers of the last 7 days', 'Confirmed on another day', 'title of p', 'title of a', 'A ticket that was not opened']) expect(text).toContain(part);
    expect(text).not.toContain(HOSTILE);
    expect(text.indexOf('Given up')).toBeLessThan(text.indexOf('by how they ended'));
    expect((await page('/helpdesk/numbers.csv')).text).toContain('2026-11-20T09:00:00.000Z,p,confirmed');
    expect((await page('/helpdesk/numbers?days=-1')).status).toBe(200);
    expect(asked).toEqual([7, 30, 30]);
    for (const path of ['/helpdesk/numbers', '/helpdesk/numbers.csv']) expect((await fetch(running.origin + path)).status).toBe(401);
  });

  it('hands a conversation back to the assistant, once somebody has answered', async () => {
    expect((await page('/helpdesk/tickets/RC-1001')).text).not.toContain('Hand back to the assistant');
    await board.reply('RC-1001', 'Grace', 'Look here.', 'key-12345');
    expect((await page('/helpdesk/tickets/RC-1001')).text).toContain('Hand back to the assistant');
    expect((await submit('hand-back', {})).status).toBe(303);
    expect((await board.get('RC-1001'))?.deeds).toMatchObject([{ author: 'Grace', what: 'handed-back' }]);
  });

  it('gives metrics to whoever has the token, and to nobody else', async () => {
    await running.stop();
    running = await startServer({ parts: { metrics: { token: 'a-token-of-the-metrics', read: async () => ({ type: 'text/plain; version=0.0.4', text: 'reconnect_x 1\n' }) } } });
    const read = (headers: Record<string, string>) => fetch(`${running.origin}/metrics`, { headers });
    expect((await read({ authorization: 'Bearer another-token-of-them' })).status).toBe(401);
    expect([await (await read({ authorization: 'Bearer a-token-of-the-metrics' })).text(), (await read({})).status]).toEqual(['reconnect_x 1\n', 401]);
  });

  it('answers 404 for a ticket that is not there', async () => {
    expect((await page('/helpdesk/tickets/RC-9')).status).toBe(404);
    expect((await page('/helpdesk/tickets/..%2F..%2Fetc')).status).toBe(404);
  });

  it('takes an answer once, and a status', async () => {
    const fields = { author: 'Somebody else', text: 'I freed a session.', key: 'form-key-1' };
    expect(await submit('replies', fields)).toMatchObject({ status: 303 });
    await submit('replies', fields);
    expect((await board.get('RC-1001'))?.messages).toMatchObject([{ author: 'Grace', text: 'I freed a session.' }]);
    expect((await submit('status', { status: 'resolved' })).headers.get('location')).toBe('/helpdesk/tickets/RC-1001');
    expect((await board.get('RC-1001'))?.status).toBe('resolved');
    expect((await page('/helpdesk/tickets/RC-1001')).text).toContain('I freed a session.');
  });

  it('takes the cause that it was with a ticket that is done, and only one that the ticket has', async () => {
    const asked = await page('/helpdesk/tickets/RC-1001');
    expect(asked.text).toContain('<option value="session-limit">The server takes no more sessions (62\u00a0%)</option>');
    expect(asked.text).toContain('Something else');
    expect(await submit('status', { status: 'resolved', cause: 'made-up' })).toMatchObject({ status: 400 });
    expect((await board.get('RC-1001'))?.status).toBe('new');
    await submit('status', { status: 'resolved', cause: 'session-limit' });
    expect(await board.get('RC-1001')).toMatchObject({ status: 'resolved', cause: 'session-limit' });
    expect((await page('/helpdesk/tickets/RC-1001')).text).toContain('<option value="session-limit" selected>');
    await submit('status', { status: 'open', cause: 'session-limit' });
    expect(await board.get('RC-1001')).not.toHaveProperty('cause');
    await submit('status', { status: 'closed', cause: 'unknown' });
    expect(await board.get('RC-1001')).toMatchObject({ cause: 'unknown' });
    await submit('status', { status: 'closed', cause: '' });
    expect(await board.get('RC-1001')).not.toHaveProperty('cause');
  });

  it('takes what helped, and only a step that the form offered', async () => {
    expect(await submit('status', { status: 'resolved', fix: 'made-up' })).toMatchObject({ status: 400 });
    await submit('status', { status: 'resolved', cause: '', fix: 'restart-service' });
    expect(await board.get('RC-1001')).toMatchObject({ status: 'resolved', fix: 'restart-service' });
  });

  it('says who has taken it and who did what', async () => {
    await submit('assignment', { to: 'Grace' });
    await submit('status', { status: 'waiting' });
    const { text } = await page('/helpdesk/tickets/RC-1001');
    for (const part of ['assigned to Grace', 'Give it back', 'Grace took it', 'Grace set it to “Waiting for the person”']) expect(text).toContain(part);
    await submit('assignment', { to: '' });
    expect((await page('/helpdesk/tickets/RC-1001')).text).toContain('nobody has taken it');
  });

  it('tells whether anything changed, to those who are signed in', async () => {
    const version = async () => (JSON.parse((await page('/helpdesk/version')).text) as { version: string }).version;
    const before = await version();
    expect(await version()).toBe(before);
    await submit('assignment', { to: 'Grace' });
    expect(await version()).not.toBe(before);
    expect((await fetch(`${running.origin}/helpdesk/version`)).status).toBe(401);
  });

  it('refuses forms from elsewhere and forms that are not whole', async () => {
    const fields = { author: 'Grace', text: 'hello', key: 'form-key-1' };
    for (const headers of [{}, { origin: 'https://evil.example' }, { origin: 'null' }, { origin: running.origin, 'sec-fetch-site': 'cross-site' }]) {
      expect((await submit('replies', fields, headers as Record<string, string>)).status).toBe(403);
    }
    expect((await submit('replies', { ...fields, text: ' ' })).status).toBe(400);
    expect((await submit('status', { status: 'gone' })).status).toBe(400);
    expect((await board.get('RC-1001'))?.messages).toEqual([]);
  });
});

import { connect } from 'node:net';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createChatPage } from '../../server/chat/page.ts';
import { addressOf, visitorOf, withoutBase } from '../../server/public-identity.ts';
import type { ServerParts } from '../../server/create-server.ts';
import { trustedHops } from '../../server/trusted-hops.ts';
import { DirectLineClient } from './direct-line-client.ts';
import { createMemoryBoard, exampleTicket } from './memory-board.ts';
import { removeTemporaryDirectories, startServer, type RunningServer } from './running-server.ts';

let running: RunningServer;
afterEach(() => running?.stop());
afterAll(removeTemporaryDirectories);

const start = async (parts: Partial<ServerParts>) => {
  running = await startServer({ parts });
};

/** A request as a proxy or a rebound name would send it: `fetch` sets these headers itself. */
async function call(path: string, headers: Record<string, string>, method = 'GET') {
  const sent = httpRequest(`${running.origin}${path}`, { method, headers });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode, headers: response.headers, text };
}

const requestFrom = (remoteAddress: string, forwarded?: string) =>
  ({ headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, socket: { remoteAddress }, connection: { remoteAddress } }) as unknown as Parameters<typeof addressOf>[0];

describe('who a visitor is', () => {
  it.each([
    [undefined, '127.0.0.1', '203.0.113.7', '127.0.0.1'],
    ['127.0.0.1', '127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['127.0.0.1', '198.51.100.1', '203.0.113.7', '198.51.100.1'],
    ['127.0.0.1', '127.0.0.1', '6.6.6.6, 203.0.113.7', '203.0.113.7'],
    ['127.0.0.1, 10.0.0.0/8', '127.0.0.1', '203.0.113.7, 10.1.2.3', '203.0.113.7'],
    ['1', '127.0.0.1', '6.6.6.6, 203.0.113.7', '203.0.113.7'],
    ['2', '127.0.0.1', '203.0.113.7, 10.1.2.3', '203.0.113.7'],
    ['0', '127.0.0.1', '203.0.113.7', '127.0.0.1'],
  ])('trusting %s, called by %s for %s: %s', (setting, peer, forwarded, visitor) => {
    const hops = trustedHops(setting ?? '');
    expect(addressOf(requestFrom(peer, forwarded), hops ? { trustedHops: hops } : {})).toBe(visitor);
  });

  it('counts a household of IPv6 as one, and an IPv4 address however it is written', () => {
    expect(visitorOf('2001:db8:1:2:aaaa::1')).toBe(visitorOf('2001:db8:1:2::ffff'));
    expect(visitorOf('2001:db8:1:2::1')).not.toBe(visitorOf('2001:db8:1:3::1'));
    expect(visitorOf('2001:db8::1')).toBe('2001:db8:0:0');
    expect(visitorOf('::1')).toBe('0:0:0:0');
    expect(visitorOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
  });

  it('has limits of their own behind a trusted proxy, and none can borrow another\'s name', async () => {
    const { FileConversationLog } = await import('../../storage/conversation-log.ts');
    running = await startServer();
    const log = new FileConversationLog(running.directory);
    const bot = running.testBot.bot;
    await running.stop();
    const strangers = { burst: 2, perSecond: 0.001 };
    await start({ publicUrl: 'https://help.example.com', trustedHops: trustedHops('127.0.0.1')!, directLine: { conversationLog: log, bot, tokens: { secret: 'x'.repeat(40) }, limits: { strangers } } });
    const generate = async (forwarded: string) => (await call('/v3/directline/tokens/generate', { host: 'help.example.com', 'x-forwarded-for': forwarded }, 'POST')).status;
    expect([await generate('203.0.113.7'), await generate('203.0.113.7'), await generate('203.0.113.7')]).toEqual([200, 200, 429]);
    expect(await generate('203.0.113.8')).toBe(200);
    expect(await generate('203.0.113.99, 203.0.113.7')).toBe(429);
    log.close();
  });
});

describe('a public address with a path', () => {
  const publicUrl = 'https://help.example.com/rdp';
  const parts = () => ({ publicUrl, chatPage: createChatPage(), helpdesk: { board: createMemoryBoard([exampleTicket('RC-1')]), password: 'correct horse battery' } });

  it('is understood whether the proxy leaves the path or takes it away', () => {
    for (const [path, ours] of [['/rdp/helpdesk', '/helpdesk'], ['/rdp', '/'], ['/rdp?x=1', '/?x=1'], ['/rdp/', '/'], ['/helpdesk', '/helpdesk'], ['/rdpx', '/rdpx']]) {
      expect(withoutBase(path ?? '', { publicUrl }), path).toBe(ours);
    }
  });

  it('stands in the stream\'s address, which is wss', async () => {
    await start(parts());
    const answer = await new DirectLineClient(running.origin).request('POST', 'tokens/generate');
    const client = Object.assign(new DirectLineClient(running.origin), answer.body);
    const { body } = await client.request('POST', 'conversations');
    expect((body as { streamUrl: string }).streamUrl).toMatch(/^wss:\/\/help\.example\.com\/rdp\/v3\/directline\/conversations\//);
  });

  it('stands in every link of the pages, and in where the forms lead', async () => {
    await start(parts());
    const authorization = `Basic ${Buffer.from('G:correct horse battery').toString('base64')}`;
    for (const path of ['/', '/rdp/', '/helpdesk', '/rdp/helpdesk/tickets/RC-1', '/helpdesk/sign-in']) {
      const { status, text } = await call(path, { authorization });
      expect(status, path).toBe(200);
      const links = [...text.matchAll(/ (?:href|src|action)="(\/[^"]*)"/g)].map((match) => match[1]);
      expect(links.length, path).toBeGreaterThan(0);
      expect(links.filter((link) => !link?.startsWith('/rdp/')), path).toEqual([]);
      for (const link of links.filter((each) => /\.(css|js)$/.test(each ?? ''))) expect((await call(link ?? '', {})).status, link).toBe(200);
    }
    expect((await call('/rdp/helpdesk', { accept: 'text/html' })).headers.location).toBe('/rdp/helpdesk/sign-in');
  });
});

describe('pages of other sites', () => {
  const generate = '/v3/directline/tokens/generate';

  it('speak with the assistant when they are on the list, and are refused when not', async () => {
    await start({ publicUrl: 'https://help.example.com', allowedOrigins: ['https://intranet.example.com'] });
    const listed = await call(generate, { origin: 'https://intranet.example.com', 'sec-fetch-site': 'cross-site' }, 'POST');
    expect(listed).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': 'https://intranet.example.com' } });
    const asked = await call(generate, { origin: 'https://intranet.example.com', 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' }, 'OPTIONS');
    expect(asked.status).toBe(204);
    expect(asked.headers['access-control-allow-headers']).toContain('authorization');
    const stranger = await call(generate, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 'POST');
    expect(stranger.status).toBe(403);
    expect(stranger.headers['access-control-allow-origin']).toBeUndefined();
    expect((await call(generate, { origin: 'https://help.example.com' }, 'POST')).status).toBe(200);
    expect((await call(generate, {}, 'POST')).status).toBe(200);
  });

  it('are never given the helpdesk', async () => {
    await start({ allowedOrigins: ['https://intranet.example.com'], helpdesk: { board: createMemoryBoard(), password: 'correct horse battery' } });
    expect((await call('/helpdesk/sign-in', { origin: 'https://intranet.example.com' })).headers['access-control-allow-origin']).toBeUndefined();
  });

  it('do not get in by a name that they lead to this machine, while everybody is believed', async () => {
    await start({ trustsEverybody: true, messages: async (_request, response) => void response.send(200) });
    const post = (headers: Record<string, string>) => call('/api/messages', headers, 'POST');
    expect((await post({ host: 'evil.example' })).status).toBe(421);
    expect((await call(generate, { host: 'evil.example:3978', 'sec-fetch-site': 'same-origin' }, 'POST')).status).toBe(421);
    expect((await post({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).status).toBe(403);
    // A body without a type: it came as far as the reader.
    expect((await post({})).status).toBe(400);
    expect((await call('/healthz', { host: '10.0.0.7:3978' })).status).toBe(200);
  });

  it('open no stream', async () => {
    await start({ trustsEverybody: true });
    const upgrade = async (path: string, headers: string): Promise<string> => {
      const socket = connect(Number(new URL(running.origin).port), '127.0.0.1');
      socket.write(`GET ${path} HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${headers}\r\n\r\n`);
      const [answer] = (await once(socket, 'data')) as [Buffer];
      socket.destroy();
      return answer.toString().split('\r\n')[0] ?? '';
    };
    expect(await upgrade('/v3/directline/conversations/x/stream', 'Host: evil.example')).toContain('421');
    expect(await upgrade('/v3/directline/conversations/x/stream', 'Host: 127.0.0.1\r\nOrigin: https://evil.example')).toContain('403');
    expect(await upgrade('////', 'Host: 127.0.0.1')).toContain('400');
    expect(await upgrade('/v3/directline/conversations/x/stream', 'Host: 127.0.0.1')).toContain('401');
  });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer as createTlsServer } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { freePort } from '../free-port.ts';
import { answerOf, probe, REQUEST, type Probed } from './probe-twin.ts';
import { certificatesIn, missingServers, startScreen, startShadow, startXrdp, type Running } from './rdp-servers.ts';
import vectors from './vectors.json' with { type: 'json' };

const missing = missingServers();
if (missing !== undefined) console.warn(`\nSKIPPED: the probe met no real server of Remote Desktop; ${missing}\n`); // eslint-disable-line no-console

if (missing !== undefined && process.env['RECONNECT_TEST_RDP'] === 'required') throw new Error(`The probe must meet real servers here: ${missing}.`);

const { graph } = await loadKnowledge(fileURLToPath(new URL('../../knowledge', import.meta.url)));
const script = graph?.diagnostics.get('client-check')?.command.text ?? '';

describe('answers to the request', () => {
  test.each(vectors)('$what', ({ bytes, stage, end, protocol, failure }) => {
    const wanted = { stage, end, ...(protocol !== undefined && { protocol }), ...(failure !== undefined && { failure }) };
    expect(answerOf(Buffer.from(bytes, 'hex'), true)).toEqual(wanted);
  });

  test('too few bytes are waited for', () => {
    const [whole] = vectors;
    for (let have = 0; have < 19; have += 1) expect(answerOf(Buffer.from(whole?.bytes ?? '', 'hex').subarray(0, have), false)).toBeUndefined();
  });

  test('the script sends the same bytes, and takes the same for the same', () => {
    const sent = /\[byte\[\]\]\(([\d, ]+)\)/.exec(script)?.[1] ?? '';
    expect(Buffer.from(sent.split(',').map(Number))).toEqual(REQUEST);
    expect(script).toContain("$size -lt 11 -or $size -gt 64");
    expect(script).toContain("$body[1] -ne 208");
    expect(script).toContain("$size -lt 19 -or $body[7] -eq 0");
    expect(script).toContain("switch ($body[11]) { 0 { 'rdp' } 1 { 'tls' } 2 { 'nla' } 8 { 'nla-ex' } default { 'none' } }");
  });
});

describe('ports that are no Remote Desktop, or end it', () => {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();

  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
  });

  async function listening(server: Server): Promise<number> {
    const port = await freePort();
    server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    servers.push(server);
    return port;
  }
  const confirming = Buffer.from('030000130ed000001234000200080001000000', 'hex');

  const kinds: readonly (readonly [string, (socket: Socket) => void, Partial<Probed>])[] = [
    ['closes at once', (socket) => socket.end(), { stage: 'x224', end: 'closed' }],
    ['closes after the request, as a tunnel without a target does', (socket) => socket.once('data', () => socket.end()), { stage: 'x224', end: 'closed' }],
    ['resets after the request', (socket) => socket.once('data', () => socket.resetAndDestroy()), { stage: 'x224', end: 'reset' }],
    ['says nothing', () => undefined, { stage: 'x224', end: 'timeout' }],
    ['is a web proxy', (socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')), { stage: 'x224', end: 'not-rdp' }],
    ['is SSH', (socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'), { stage: 'x224', end: 'not-rdp' }],
    ['agrees on TLS, then closes', (socket) => socket.once('data', () => socket.write(confirming, () => socket.once('data', () => socket.end()))), { stage: 'tls', end: 'closed', protocol: 'tls' }],
    ['agrees on TLS, then resets', (socket) => socket.once('data', () => socket.write(confirming, () => socket.once('data', () => socket.resetAndDestroy()))), { stage: 'tls', end: 'reset', protocol: 'tls' }],
    ['answers the handshake with an alert', (socket) => socket.once('data', () => socket.write(confirming, () => socket.once('data', () => socket.end(Buffer.from('15030300020228', 'hex'))))), { stage: 'tls', end: 'alert', protocol: 'tls' }],
    ['loses the answer to the handshake', (socket) => socket.once('data', () => socket.write(confirming)), { stage: 'tls', end: 'timeout', protocol: 'tls' }],
  ];

  test.each(kinds)('%s', async (_, behave, wanted) => {
    const port = await listening(createServer(behave));
    expect(await probe('127.0.0.1', port, 700)).toEqual({ tcp: 'open', ...wanted });
  });

  test('a TLS server that knows no Remote Desktop', async () => {
    const port = await listening(createTlsServer({}));
    expect(await probe('127.0.0.1', port, 700)).toMatchObject({ tcp: 'open', stage: 'x224' });
  });

  test('nothing listens', async () => {
    expect(await probe('127.0.0.1', await freePort())).toEqual({ tcp: 'refused', stage: 'tcp', end: 'refused' });
  });
});

describe.skipIf(missing !== undefined)(`real servers${missing === undefined ? '' : `: SKIPPED, ${missing}`}`, () => {
  let folder: string;
  let screen: Awaited<ReturnType<typeof startScreen>> | undefined;
  let server: Running | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'probe-'));
    certificatesIn(folder);
    screen = await startScreen();
  });
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });
  afterAll(async () => {
    await screen?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const isOver = ({ certificate }: Probed): boolean => Date.parse(certificate?.valid_to ?? '') < Date.now();

  test('xrdp with TLS', async () => {
    server = await startXrdp({ folder, security: 'negotiate', certificate: 'good.pem', key: 'key.pem' });
    const probed = await probe('127.0.0.1', server.port);
    expect(probed).toMatchObject({ tcp: 'open', stage: 'done', end: 'ok', protocol: 'tls', certificate: { subject: { CN: 'rdp.example' }, issuer: { CN: 'rdp.example' }, bits: 2048 } });
    expect(isOver(probed)).toBe(false);
  });

  test('xrdp with a certificate that has expired', async () => {
    server = await startXrdp({ folder, security: 'tls', certificate: 'expired.pem', key: 'key.pem' });
    const probed = await probe('127.0.0.1', server.port);
    expect(probed).toMatchObject({ stage: 'done', end: 'ok', protocol: 'tls' });
    expect(isOver(probed)).toBe(true);
  });

  test('xrdp whose key cannot be read, TLS required: it says that it has no certificate', async () => {
    server = await startXrdp({ folder, security: 'tls', certificate: 'good.pem', key: 'nobody-may-read.pem' });
    expect(await probe('127.0.0.1', server.port)).toEqual({ tcp: 'open', stage: 'x224', end: 'failure', failure: 3 });
  });

  test('xrdp whose key cannot be read: it falls back to classic security', async () => {
    server = await startXrdp({ folder, security: 'negotiate', certificate: 'good.pem', key: 'nobody-may-read.pem' });
    expect(await probe('127.0.0.1', server.port)).toEqual({ tcp: 'open', stage: 'done', end: 'ok', protocol: 'rdp' });
    expect(await readFile(join(folder, `xrdp-${server.port}.log`), 'utf8')).toMatch(/key/i);
  });

  test('xrdp with classic security', async () => {
    server = await startXrdp({ folder, security: 'rdp', certificate: 'good.pem', key: 'key.pem' });
    expect(await probe('127.0.0.1', server.port)).toEqual({ tcp: 'open', stage: 'done', end: 'ok', protocol: 'rdp' });
  });

  test.each([
    ['nla', { stage: 'done', end: 'ok', protocol: 'nla' }],
    ['tls', { stage: 'done', end: 'ok', protocol: 'tls' }],
    ['rdp', { stage: 'x224', end: 'failure', failure: 2 }],
  ] as const)('FreeRDP\'s shadow server with %s', async (security, wanted) => {
    server = await startShadow(folder, security, screen?.display ?? '');
    const probed = await probe('127.0.0.1', server.port);
    expect(probed).toMatchObject({ tcp: 'open', ...wanted });
    expect(probed.certificate !== undefined).toBe(security !== 'rdp');
  });

  test('a forwarded port in front of a server is seen through; one without it closes at the greeting', async () => {
    server = await startXrdp({ folder, security: 'negotiate', certificate: 'good.pem', key: 'key.pem' });
    const target = { port: server.port };
    const forward = createServer((socket) => {
      const beyond = connect(target.port, '127.0.0.1');
      for (const end of [socket, beyond]) end.on('error', () => [socket, beyond].forEach((each) => each.destroy()));
      socket.pipe(beyond).pipe(socket);
    });
    const port = await freePort();
    await new Promise<void>((resolve) => forward.listen(port, '127.0.0.1', resolve));
    expect(await probe('127.0.0.1', port)).toMatchObject({ stage: 'done', protocol: 'tls' });
    target.port = await freePort();
    expect(['closed', 'reset']).toContain((await probe('127.0.0.1', port)).end);
    await new Promise((resolve) => forward.close(resolve));
  });
});

import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { HelpdeskError } from '../../../helpdesk/port.ts';
import { readConfig } from '../../../service/config.ts';
import { examine } from '../../../service/doctor/examine.ts';
import { ok, report, type Finding } from '../../../service/doctor/finding.ts';
import { agentsFindings, reachableFinding } from '../../../service/doctor/helpdesk.ts';
import { knowledgeFinding, modelFinding, retentionFinding } from '../../../service/doctor/knowledge.ts';
import { clockFinding, nodeFinding, portFinding, roomFinding, secrecyFinding, storageFinding } from '../../../service/doctor/machine.ts';
import { publicFindings, reachFinding } from '../../../service/doctor/public.ts';
import { certificateFinding, signInFinding } from '../../../service/doctor/sign-in.ts';

const GUID = '11111111-2222-3333-4444-555555555555';
const BOT = { BOT_ID: GUID, BOT_TENANT_ID: GUID, BOT_PASSWORD: 'a secret' };
const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is asked of every finding that is not good: what, why or a remedy, as sentences. */
function told(finding: Finding | undefined): string {
  const { level, what, fix } = finding ?? ok('', '');
  expect(level).not.toBe('ok');
  expect(what).toMatch(/[.)]$|:/);
  if (level === 'problem') expect(fix).toMatch(/\S/);
  return `${level}: ${what} ${fix ?? ''}`;
}

describe('the doctor finds', () => {
  it('a Node that is too old, and one that gets no fixes', () => {
    expect(told(nodeFinding('18.20.4'))).toMatch(/^problem: this is Node 18.*Install Node 24/);
    expect(told(nodeFinding('20.18.0'))).toMatch(/^problem/);
    expect(told(nodeFinding('20.19.0'))).toMatch(/^note/);
    expect(nodeFinding('24.3.0').level).toBe('ok');
  });

  it('a port that another program has, and not one that Reconnect has itself', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(told(await portFinding('127.0.0.1', port, () => Promise.resolve(false)))).toMatch(/EADDRINUSE.*Set PORT to a free one/);
    expect((await portFinding('127.0.0.1', port, () => Promise.resolve(true))).level).toBe('ok');
    await new Promise((resolve) => server.close(resolve));
    expect((await portFinding('127.0.0.1', 0, () => Promise.resolve(false))).level).toBe('ok');
    expect(told(await portFinding('192.0.2.1', 0, () => Promise.resolve(false)))).toMatch(/Set HOST to one that it has/);
  });

  it('a data folder that cannot be written, or holds a damaged secret', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(told(await storageFinding(join(folder, 'file', 'data')))).toMatch(/Choose another DATA_DIR/);
    mkdirSync(join(folder, 'damaged'));
    writeFileSync(join(folder, 'damaged', 'secret'), Buffer.alloc(43));
    expect((await storageFinding(join(folder, 'damaged'))).what).toMatch(/holds no secret\. Delete it/);
    expect((await storageFinding(join(folder, 'fresh'))).level).toBe('ok');
    expect(statSync(join(folder, 'fresh')).mode & 0o777).toBe(0o700);
  });

  it('a disk with little room, a clock that is wrong, a file that others can read', async () => {
    expect(told(await roomFinding(folder, Promise.resolve(120)))).toMatch(/^problem: 120 MB are free/);
    expect((await roomFinding(folder, Promise.resolve(900))).level).toBe('ok');
    expect(told(await roomFinding(folder, Promise.reject(new Error('no statfs'))))).toMatch(/^note/);
    const now = new Date('2026-03-02T09:00:00Z');
    expect(told(clockFinding(now, new Date('2026-03-02T10:00:00Z')))).toMatch(/60 minutes behind/);
    expect(told(clockFinding(now, new Date('2026-03-02T08:00:00Z')))).toMatch(/60 minutes ahead/);
    expect(clockFinding(now, new Date('2026-03-02T09:01:00Z')).level).toBe('ok');
    expect(told(clockFinding(now, undefined))).toMatch(/^note/);
    const key = join(folder, 'bot.pem');
    writeFileSync(key, '', { mode: 0o600 });
    expect((await secrecyFinding('certificate file', key)).level).toBe('ok');
    chmodSync(key, 0o644);
    expect(told(await secrecyFinding('certificate file', key))).toMatch(/chmod 600/);
  });

  it.each([
    ['AADSTS7000215: Invalid client secret provided.', /client secret is wrong/],
    ['AADSTS7000222: The provided client secret keys are expired.', /client secret has ended/],
    ['AADSTS700016: Application with identifier was not found in the directory.', /no app BOT_ID in the tenant/],
    ['AADSTS90002: Tenant not found.', /no tenant BOT_TENANT_ID/],
    ['AADSTS7000229: The client application is missing service principal in the tenant.', /no service principal/],
    ['AADSTS700027: The certificate with identifier is not registered.', /does not know the certificate/],
    ['AADSTS70021: No matching federated identity record found.', /no federated credential/],
    ['AADSTS700213: No matching federated identity record found for presented assertion.', /no federated credential/],
    ['managed_identity_unreachable_network_error', /no such managed identity/],
    ['getaddrinfo ENOTFOUND login.microsoftonline.com', /was not reached/],
    ['There was no answer within 8 s.', /was not reached/],
    ['AADSTS99999: something new', /no token was given: .*AADSTS99999/],
  ])('why Microsoft gives no token: %s', async (message, what) => {
    const { credentials } = readConfig(BOT);
    expect(told(await signInFinding(credentials, () => Promise.reject(new Error('failed', { cause: new Error(message) }))))).toMatch(what);
  });

  it('a bot that is not registered, or signs in well, and a certificate that ends soon', async () => {
    expect(told(await signInFinding(undefined, () => Promise.reject(new Error('not asked'))))).toMatch(/^note: there is no BOT_ID/);
    expect((await signInFinding(readConfig(BOT).credentials, () => Promise.resolve('token'))).level).toBe('ok');
    const ending = (days: number) => certificateFinding({ appId: GUID, certificate: { thumbprint: '', privateKey: '', ends: new Date(days * 86_400_000) } }, new Date(0));
    expect(told(ending(9))).toMatch(/ends in 9 days/);
    expect(ending(300)?.level).toBe('ok');
    expect(certificateFinding({ appId: GUID }, new Date(0))).toBeUndefined();
  });

  it('a public address that is missing, bare, or does not lead here', async () => {
    const of = (environment: Record<string, string>) => publicFindings(readConfig(environment));
    expect(of({}).map(({ level }) => level)).toEqual(['ok']);
    expect(told(of(BOT)[0])).toMatch(/Set PUBLIC_URL/);
    expect(told(of({ PUBLIC_URL: 'http://help.example.com', TRUST_PROXY: '1' })[0])).toMatch(/not encrypted/);
    expect(told(of({ PUBLIC_URL: 'https://help.example.com' })[1])).toMatch(/^note.*TRUST_PROXY/);
    expect(of({ PUBLIC_URL: 'https://help.example.com', TRUST_PROXY: '1' }).map(({ level }) => level)).toEqual(['ok', 'ok']);
    expect((await reachFinding('https://a.example', () => Promise.resolve(200))).level).toBe('ok');
    expect(told(await reachFinding('https://a.example', () => Promise.resolve(502)))).toMatch(/answers 502/);
    expect(told(await reachFinding('https://a.example', () => Promise.reject(new Error('fetch failed'))))).toMatch(/does not answer/);
  });

  it('a helpdesk whose password can be guessed, that nobody signs in to by name, or that does not answer', async () => {
    const of = (environment: Record<string, string>, names: string[] = []) => agentsFindings(readConfig(environment), names);
    for (const weak of ['password1234', 'aaaaaaaaaaaaaa', 'abababababababab']) expect(told(of({ HELPDESK_PASSWORD: weak })[0])).toMatch(/can be guessed/);
    expect(of({ HELPDESK_PASSWORD: 'correct horse battery' }).map(({ level }) => level)).toEqual(['ok']);
    expect(told(of({ PUBLIC_URL: 'https://a.example' })[0])).toMatch(/^note: nobody has a password/);
    expect(of({ PUBLIC_URL: 'https://a.example' }, ['Grace']).map(({ level }) => level)).toEqual(['ok']);
    expect(of({ HELPDESK: 'none' })).toEqual([]);
    const refused = new HelpdeskError('Request Tracker does not take the token.', { outcome: 'refused', retriable: false });
    expect(told(await reachableFinding('request-tracker', { since: () => Promise.reject(refused) }))).toMatch(/does not take the token/);
    expect((await reachableFinding('request-tracker', { since: () => Promise.resolve({ events: [], cursor: '', more: false }) })).level).toBe('ok');
  });

  it('knowledge with faults, a model that is to be built, and what is kept for ever', () => {
    const fault = { file: 'graph/a.yaml', line: 3, rule: 'r', severity: 'error', what: 'there is no cause "x"', why: 'nothing could be likely', remedy: 'Name one that there is.' } as const;
    expect(told(knowledgeFinding(undefined, [fault]))).toMatch(/it has 1 faults?:.*graph\/a\.yaml/);
    expect(knowledgeFinding('abc', []).level).toBe('ok');
    expect(told(modelFinding([join(folder, 'no-model.bin')]))).toMatch(/^note.*npm run train/);
    expect(told(retentionFinding(readConfig({ RETENTION_DAYS: 'tickets=forever' }).retention))).toMatch(/tickets are kept for ever/);
    expect(retentionFinding(readConfig({}).retention).level).toBe('ok');
  });
});

describe('the whole examination', () => {
  it('names every fault of the configuration and looks no further', async () => {
    const findings = await examine({ PORT: 'abc', RETENTION_DAYS: 'soon' });
    expect(findings.at(-1)).toMatchObject({ about: 'configuration', level: 'problem', what: expect.stringMatching(/PORT[^]*RETENTION_DAYS/) });
  });

  it('finds nothing in the way of a start on this machine', async () => {
    const findings = await examine({ PORT: '0', DATA_DIR: join(folder, 'whole') });
    expect(findings.filter(({ level }) => level === 'problem')).toEqual([]);
    expect(findings.map(({ about }) => about)).toEqual(expect.arrayContaining(['Node', 'port', 'data folder', 'disk', 'knowledge', 'model', 'retention', 'public address', 'helpdesk', 'bot sign-in']));
  });

  it('is told with the problems last', () => {
    const text = report([{ about: 'b', level: 'problem', what: 'it is broken.', why: 'It fell.', fix: 'Mend it.' }, ok('a', 'it is well.')]);
    expect(text.split('\n')).toEqual(['ok      a: it is well.', 'PROBLEM b: it is broken.', '         Why: It fell.', '         Fix: Mend it.', '', '1 problem.']);
    expect(report([ok('a', 'it is well.')])).toMatch(/Nothing stands in the way\.$/);
  });
});

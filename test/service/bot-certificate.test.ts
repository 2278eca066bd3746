import { spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CertificateServiceClientCredentialsFactory, ManagedIdentityServiceClientCredentialsFactory, PasswordServiceClientCredentialFactory } from 'botframework-connector';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authenticationFor } from '../../bots/connecting/authentication.ts';
import type { BotCredentials } from '../../bots/connecting/credentials.ts';
import { readBotCertificate } from '../../service/bot-certificate.ts';
import { readConfig } from '../../service/config.ts';

const APP_ID = '11111111-2222-3333-4444-555555555555';
const folder = mkdtempSync(join(tmpdir(), 'bot-certificate-'));
const at = (name: string): string => join(folder, name);
const textOf = (name: string): string => readFileSync(at(name), 'utf8');
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl) process.stderr.write('Certificates are not tried: there is no openssl.\n');

function make(name: string, ...more: readonly string[]): void {
  const { status } = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=bot', '-keyout', at(`${name}.key`), '-out', at(`${name}.crt`), ...more]);
  expect(status).toBe(0);
  writeFileSync(at(`${name}.pem`), textOf(`${name}.key`) + textOf(`${name}.crt`));
}

describe.skipIf(!hasOpenssl)('the certificate of a bot', () => {
  beforeAll(() => {
    make('good', '-days', '30');
    make('other', '-days', '30');
    writeFileSync(at('mixed.pem'), textOf('other.key') + textOf('good.crt'));
    writeFileSync(at('locked.pem'), `${textOf('good.crt')}-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n`);
    writeFileSync(at('damaged.pem'), `${textOf('good.key')}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is read with the name that Entra has for it', () => {
    const { thumbprint, privateKey, ends } = readBotCertificate(at('good.pem'));
    expect(thumbprint).toBe(createHash('sha1').update(new X509Certificate(textOf('good.crt')).raw).digest('hex').toUpperCase());
    expect(privateKey).toBe(textOf('good.key').trim());
    expect(ends.getTime()).toBeGreaterThan(Date.now());
  });

  it.each([
    ['nowhere.pem', /cannot be read \(ENOENT\)/],
    ['good.key', /holds no certificate .*To make one: openssl/],
    ['good.crt', /holds no private key .*To make both: openssl/],
    ['mixed.pem', /private key is another certificate's/],
    ['locked.pem', /private key has a password/],
    ['damaged.pem', /is damaged/],
  ])('is refused with why: %s', (name, why) => {
    expect(() => readBotCertificate(at(name))).toThrow(why);
  });

  it('is refused before and after its time', () => {
    const day = 86_400_000;
    expect(() => readBotCertificate(at('good.pem'), new Date(Date.now() + 31 * day))).toThrow(/ended on \d{4}-\d\d-\d\d; add a new one/);
    expect(() => readBotCertificate(at('good.pem'), new Date(Date.now() - day))).toThrow(/begins on .* is this machine's clock right/);
  });

  it('signs in, in one tenant or in many, as the other ways do', () => {
    const both = { BOT_ID: APP_ID, BOT_TENANT_ID: APP_ID };
    const factoryFor = (environment: Record<string, string>): unknown => (authenticationFor(readConfig(environment).credentials as BotCredentials) as unknown as { inner: { credentialsFactory: { inner?: unknown } } }).inner.credentialsFactory;
    const innerFor = (environment: Record<string, string>): unknown => (factoryFor(environment) as { inner?: unknown }).inner;
    expect(innerFor({ ...both, BOT_CERTIFICATE: at('good.pem') })).toBeInstanceOf(CertificateServiceClientCredentialsFactory);
    expect(innerFor({ ...both, BOT_TYPE: 'MultiTenant', BOT_CERTIFICATE: at('good.pem') })).toBeInstanceOf(CertificateServiceClientCredentialsFactory);
    expect(innerFor({ ...both, BOT_TYPE: 'UserAssignedMSI' })).toBeInstanceOf(ManagedIdentityServiceClientCredentialsFactory);
    expect(innerFor({ ...both, BOT_PASSWORD: 'x' })).toBeInstanceOf(PasswordServiceClientCredentialFactory);
    expect((factoryFor({ ...both, BOT_FEDERATED_CLIENT_ID: APP_ID }) as object).constructor.name).toBe('FederatedServiceClientCredentialsFactory');
  });
});

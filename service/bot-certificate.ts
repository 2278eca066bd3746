import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { BotCertificate } from '../bots/connecting/credentials.ts';

/** Why a certificate cannot sign the bot in, as the rest of a sentence that begins with the variable's name. */
export class BotCertificateError extends Error {}

const HOW = 'openssl req -x509 -newkey rsa:2048 -nodes -days 365 -subj /CN=reconnect -keyout key.pem -out cert.pem; cat key.pem cert.pem > bot.pem';

/** Reads a PEM file that holds a certificate and its private key. Throws a BotCertificateError. */
export function readBotCertificate(path: string, now = new Date()): BotCertificate {
  let pem: string;
  try {
    pem = readFileSync(path, 'utf8');
  } catch (error) {
    throw new BotCertificateError(`names ${path}, which cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  const certificate = /-----BEGIN CERTIFICATE-----[^]+?-----END CERTIFICATE-----/.exec(pem)?.[0];
  const key = /-----BEGIN (?:RSA )?PRIVATE KEY-----[^]+?-----END (?:RSA )?PRIVATE KEY-----/.exec(pem)?.[0];
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(pem)) throw new BotCertificateError(`names ${path}, whose private key has a password; give one without, readable by this user only`);
  if (certificate === undefined) throw new BotCertificateError(`names ${path}, which holds no certificate (BEGIN CERTIFICATE). To make one: ${HOW}`);
  if (key === undefined) throw new BotCertificateError(`names ${path}, which holds no private key (BEGIN PRIVATE KEY) beside the certificate. To make both: ${HOW}`);
  const { validFrom, validTo, fingerprint } = parsed(path, certificate, key);
  const [begins, ends] = [new Date(validFrom), new Date(validTo)];
  if (ends < now) throw new BotCertificateError(`names ${path}, whose certificate ended on ${dayOf(ends)}; add a new one to the registration and name its file`);
  if (begins > now) throw new BotCertificateError(`names ${path}, whose certificate begins on ${dayOf(begins)}; is this machine's clock right?`);
  return { thumbprint: fingerprint.replaceAll(':', ''), privateKey: key, ends };
}

function parsed(path: string, pem: string, key: string): X509Certificate {
  try {
    const certificate = new X509Certificate(pem);
    if (certificate.checkPrivateKey(createPrivateKey(key))) return certificate;
  } catch {
    throw new BotCertificateError(`names ${path}, whose certificate or key is damaged`);
  }
  throw new BotCertificateError(`names ${path}, whose private key is another certificate's`);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

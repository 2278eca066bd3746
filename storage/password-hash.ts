import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** OWASP, "Password Storage Cheat Sheet": scrypt with N = 2^15, r = 8, p = 3; 32 MB and tens of milliseconds a guess. */
const COST: ScryptOptions = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const BYTES = 32;

function derived(secret: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, BYTES, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** `scrypt/SALT/KEY` in base64url. */
export async function hashPassword(secret: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt/${salt.toString('base64url')}/${(await derived(secret, salt)).toString('base64url')}`;
}

/** Takes as long for a hash that is not there as for one that is. */
export async function matchesPassword(secret: string, hash: string | undefined): Promise<boolean> {
  const [, salt = '', kept = ''] = (hash ?? '').split('/');
  const given = await derived(secret, Buffer.from(salt, 'base64url'));
  const expected = Buffer.from(kept, 'base64url');
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** 144 random bits that can be typed. */
export function newPassword(): string {
  return randomBytes(18).toString('base64url');
}

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** A file of a page, packed once. Its address changes with its content, so a browser may keep it forever. */
export interface Asset {
  readonly href: string;
  readonly hash: string;
  readonly contentType: string;
  readonly gzipped: Buffer;
  readonly plain: Buffer;
}

/** @param folder where the pages' routes look for it. */
export async function createAsset(name: string, contentType: string, content: Buffer | string, folder = '/assets'): Promise<Asset> {
  const plain = Buffer.from(content);
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 16);
  const href = `${folder}/${hash}/${name}`;
  return { href, hash, contentType, plain, gzipped: await compress(plain, { level: 9 }) };
}

import type { Request, Response } from 'restify';
import { ApiError } from '../api-error.ts';
import type { Asset } from './assets.ts';

const FOREVER = 'public, max-age=31536000, immutable';

/** To be kept forever by the browser, unless said otherwise; 404 when there is none. */
export function sendAsset(request: Request, response: Response, asset: Asset | undefined, cacheControl = FOREVER): void {
  if (!asset) throw new ApiError(404, 'NotFound', 'There is no such file. Load the page again.');
  const zipped = acceptsGzip(request);
  response.setHeader('Cache-Control', cacheControl);
  response.setHeader('Content-Type', asset.contentType);
  response.setHeader('Vary', 'Accept-Encoding');
  if (zipped) response.setHeader('Content-Encoding', 'gzip');
  const body = zipped ? asset.gzipped : asset.plain;
  response.setHeader('Content-Length', body.length);
  response.writeHead(200);
  response.end(body);
}

export function acceptsGzip(request: Request): boolean {
  return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
}

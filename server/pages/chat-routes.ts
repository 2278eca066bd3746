import { randomBytes } from 'node:crypto';
import type { Server } from 'restify';
import { ApiError } from '../api-error.ts';
import type { ServerLog } from '../log.ts';
import { route } from '../route.ts';
import type { ChatPage } from './chat-page.ts';
import { sendText } from './send-text.ts';

/** `GET /` and the files it loads. */
export function addChatRoutes(server: Server, page: ChatPage, log: ServerLog): void {
  server.get('/', route(log, async (_request, response) => {
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('Content-Security-Policy', page.policy(nonce));
    sendText(response, 'text/html', await page.html(nonce));
  }));

  server.get('/assets/:hash/:name', route(log, async (request, response) => {
    const asset = await page.asset(request.getPath());
    if (!asset) throw new ApiError(404, 'NotFound', 'There is no such file. Load the page again.');
    const zipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    response.setHeader('Content-Type', asset.contentType);
    response.setHeader('Vary', 'Accept-Encoding');
    if (zipped) response.setHeader('Content-Encoding', 'gzip');
    const body = zipped ? asset.gzipped : asset.plain;
    response.setHeader('Content-Length', body.length);
    response.writeHead(200);
    response.end(body);
  }));
}

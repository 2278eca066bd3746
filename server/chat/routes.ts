import { randomBytes } from 'node:crypto';
import type { Server } from 'restify';
import type { ServerLog } from '../log.ts';
import { route } from '../route.ts';
import type { ChatPage } from './page.ts';
import { sendAsset } from '../pages/send-asset.ts';
import { sendText } from '../pages/send-text.ts';

/** `GET /` and the files it loads. */
export function addChatRoutes(server: Server, page: ChatPage, base: string, log: ServerLog): void {
  server.get('/', route(log, async (_request, response) => {
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('Content-Security-Policy', page.policy(nonce));
    sendText(response, 'text/html', await page.html(nonce), base);
  }));

  server.get('/assets/:hash/:name', route(log, async (request, response) => {
    sendAsset(request, response, await page.asset(request.getPath()));
  }));
}

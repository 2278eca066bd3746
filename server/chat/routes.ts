import type { Request, Response, Server } from 'restify';
import type { ServerLog } from '../log.ts';
import { route } from '../route.ts';
import type { ChatPage } from './page.ts';
import { sendAsset } from '../pages/send-asset.ts';
import { sendText } from '../pages/send-text.ts';

/** A new `widget.js` reaches every site within an hour; a site that pins its address by hash decides for itself. */
const LOADER_CACHE = 'public, max-age=3600';

/** `GET /`, `/frame` and the files they load; `/widget.js`, which other sites load. */
export function addChatRoutes(server: Server, page: ChatPage, base: string, log: ServerLog): void {
  const shown = (how: 'alone' | 'framed') => route(log, async (_request, response) => {
    response.setHeader('Content-Security-Policy', page.policy);
    sendText(response, 'text/html', await page.html(how), base);
  });
  server.get('/', shown('alone'));
  server.get('/frame', shown('framed'));

  server.get('/assets/:hash/:name', route(log, async (request, response) => {
    const asset = await page.asset(request.getPath());
    if (asset === (await page.loader()).script) openToSites(response);
    sendAsset(request, response, asset);
  }));

  server.get('/widget.js', route(log, async (request, response) => {
    const { script } = await page.loader();
    openToSites(response);
    response.setHeader('ETag', `"${script.hash}"`);
    if (isUnchanged(request, script.hash)) {
      response.setHeader('Cache-Control', LOADER_CACHE);
      response.writeHead(304);
      response.end();
      return;
    }
    sendAsset(request, response, script, LOADER_CACHE);
  }));

  server.get('/reconnect.d.ts', route(log, async (request, response) => {
    sendAsset(request, response, (await page.loader()).types, LOADER_CACHE);
  }));
}

/** Any site may load the script, also with `integrity`; what the chat itself may be shown on is `frame-ancestors`. */
function openToSites(response: Response): void {
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  response.setHeader('Access-Control-Allow-Origin', '*');
}

/** A proxy that compresses anew marks the tag as weak. */
function isUnchanged(request: Request, hash: string): boolean {
  return (request.headers['if-none-match'] ?? '').includes(`"${hash}"`);
}

import { fileURLToPath } from 'node:url';
import type { Server } from 'restify';
import { ApiError } from '../api-error.ts';
import type { ServerLog } from '../log.ts';
import { createAsset } from '../pages/assets.ts';
import { bundled } from '../pages/bundled.ts';
import { sendAsset } from '../pages/send-asset.ts';
import { sendText } from '../pages/send-text.ts';
import { route } from '../route.ts';
import { demoHtml } from './html.ts';

/** What docs/site-owners tells a site with a strict policy to allow, and nothing else. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";
const STYLE = fileURLToPath(new URL('../../widget/demo.css', import.meta.url));

/** `/demo`: an ordinary company's pages with the chat on them. */
export function addDemoRoutes(server: Server, base: string, log: ServerLog): void {
  const style = bundled(STYLE).then((content) => createAsset('demo.css', 'text/css; charset=utf-8', content, '/demo/assets'));
  // A failure belongs to the request that needs it.
  style.catch(() => undefined);
  const page = route(log, async (request, response) => {
    const markup = demoHtml(request.getPath(), (await style).href);
    if (markup === undefined) throw new ApiError(404, 'NotFound', 'There is no such page.');
    response.setHeader('Content-Security-Policy', POLICY);
    sendText(response, 'text/html', markup, base);
  });
  server.get('/demo', page);
  server.get('/demo/:page', page);
  server.get('/demo/assets/:hash/:name', route(log, async (request, response) => {
    const asset = await style;
    sendAsset(request, response, asset.href === request.getPath() ? asset : undefined);
  }));
}

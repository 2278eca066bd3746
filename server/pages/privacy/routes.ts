import { fileURLToPath } from 'node:url';
import type { Server } from 'restify';
import type { ServerLog } from '../../log.ts';
import { route } from '../../route.ts';
import { bundled } from '../bundled.ts';
import { sendText } from '../send-text.ts';
import { privacyHtml, type PrivacyNotice } from './html.ts';

export type { PrivacyNotice };

const POLICY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'self'";
const STYLE = fileURLToPath(new URL('../../../widget/privacy.css', import.meta.url));

/** `/privacy`: what is kept, for how long, and how to have it erased. */
export function addPrivacyRoutes(server: Server, notice: PrivacyNotice, base: string, log: ServerLog): void {
  let style: Promise<string> | undefined;
  server.get('/privacy', route(log, async (_request, response) => {
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('Cache-Control', 'no-cache');
    sendText(response, 'text/html', privacyHtml(notice, '/privacy/style.css'), base);
  }));
  server.get('/privacy/style.css', route(log, async (_request, response) => {
    sendText(response, 'text/css', await (style ??= bundled(STYLE)));
  }));
}

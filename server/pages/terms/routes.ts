import type { Server } from 'restify';
import type { ServerLog } from '../../log.ts';
import { route } from '../../route.ts';
import { sendText } from '../send-text.ts';
import { termsHtml } from './html.ts';

const POLICY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'self'";

/** `/terms`: the terms of use that the app's listing names. It looks as the page on privacy does, and takes its style. */
export function addTermsRoute(server: Server, base: string, log: ServerLog): void {
  server.get('/terms', route(log, async (_request, response) => {
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('Cache-Control', 'no-cache');
    sendText(response, 'text/html', termsHtml('/privacy/style.css'), base);
  }));
}

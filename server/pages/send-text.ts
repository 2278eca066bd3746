import type { Response } from 'restify';
import { underBase } from './base-path.ts';

/** Past restify's formatters, which know only JSON and would make a download of a page. */
export function sendText(response: Response, contentType: 'text/html' | 'text/css' | 'text/javascript' | 'text/csv', text: string, base = '', status = 200): void {
  const body = Buffer.from(underBase(text, base));
  response.setHeader('Content-Type', `${contentType}; charset=utf-8`);
  response.setHeader('Content-Length', body.length);
  response.writeHead(status);
  response.end(body);
}

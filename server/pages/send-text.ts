import type { Response } from 'restify';

/** Past restify's formatters, which know only JSON and would make a download of a page. */
export function sendText(response: Response, contentType: 'text/html' | 'text/css', text: string): void {
  const body = Buffer.from(text);
  response.setHeader('Content-Type', `${contentType}; charset=utf-8`);
  response.setHeader('Content-Length', body.length);
  response.writeHead(200);
  response.end(body);
}

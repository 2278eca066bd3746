import type { Request } from 'restify';

export interface OriginOptions {
  /** Where the world reaches this server, when a proxy stands before it: `https://help.example.com`. */
  readonly publicUrl?: string;
  /** Believe `X-Forwarded-For`: only behind a proxy that sets it. */
  readonly trustProxy?: boolean;
}

/** `scheme://host` as the browser knows it. */
export function originOf(request: Request, options: OriginOptions): string {
  if (options.publicUrl) return new URL(options.publicUrl).origin;
  return `http://${request.headers.host ?? 'localhost'}`;
}

/** The caller's address; behind a proxy, the one that the proxy saw. */
export function addressOf(request: Request, options: OriginOptions): string {
  const forwarded = options.trustProxy ? String(request.headers['x-forwarded-for'] ?? '') : '';
  return forwarded.split(',').at(-1)?.trim() || (request.socket.remoteAddress ?? '');
}

/** The name in the Host header is this very machine: a page elsewhere that rebinds its own name here does not pass. */
export function isLoopbackHost(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? '');
}

/** The form was sent from a page of this server. Browsers set both headers and no page can change them. */
export function isSameOrigin(request: Request, options: OriginOptions): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return request.headers.origin === originOf(request, options);
}

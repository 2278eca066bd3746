import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import proxyAddr from 'proxy-addr';
import type { TrustedHops } from './trusted-hops.ts';

/** How the world sees this server. Nothing set: a program of this machine, called by its loopback name. */
export interface PublicIdentity {
  /** Where the world reaches it, without a slash at the end: `https://help.example.com/rdp`. */
  readonly publicUrl?: string;
  /** The proxies whose `X-Forwarded-For` is believed. */
  readonly trustedHops?: TrustedHops;
  /** Other sites whose pages may speak with the assistant and show it in a frame: `https://intranet.example.com`. */
  readonly allowedOrigins?: readonly string[];
}

/** The path under which the world sees `/`: empty, or `/rdp`. */
export function basePath({ publicUrl }: PublicIdentity): string {
  return publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/$/, '');
}

/** Where a browser reaches `/`, without a slash at the end. */
export function rootUrl(request: IncomingMessage, identity: PublicIdentity): string {
  return identity.publicUrl ?? `http://${request.headers.host ?? 'localhost'}`;
}

/** The address that `path` has here, whether the proxy took the public path's own part away or left it. */
export function withoutBase(path: string, identity: PublicIdentity): string {
  const base = basePath(identity);
  if (base === '' || !path.startsWith(base)) return path;
  const rest = path.slice(base.length);
  if (rest === '' || rest.startsWith('?')) return `/${rest}`;
  return rest.startsWith('/') ? rest : path;
}

/** The visitor's address: behind trusted proxies the one that the outermost of them saw. */
export function addressOf(request: IncomingMessage, { trustedHops }: PublicIdentity): string {
  return proxyAddr(request, trustedHops ?? (() => false)) ?? '';
}

/** What a limit counts as one visitor: an IPv4 address, or the 64 bits of an IPv6 one that a household gets. */
export function visitorOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? 0 : tail.split(':').length;
  while (tail !== undefined && groups.length + after < 8) groups.push('0');
  return groups.slice(0, 4).map((group) => Number.parseInt(group || '0', 16).toString(16)).join(':');
}

/** What `visitorOf` answers for this very machine. */
export function isLoopback(visitor: string): boolean {
  return visitor.startsWith('127.') || visitor === '0:0:0:0';
}

/** The name in the Host header is this very machine: a page elsewhere that rebinds its own name here does not pass. */
export function isLoopbackHost(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? '');
}

/** The name that was called is one of ours: the public one, or this machine's own. */
export function isOwnHost(request: IncomingMessage, { publicUrl }: PublicIdentity): boolean {
  const { host } = request.headers;
  if (isLoopbackHost(host)) return true;
  if (publicUrl === undefined || host === undefined) return false;
  const url = new URL(publicUrl);
  // A proxy may name the port although it is the usual one, or leave it out although it is not.
  return host.toLowerCase() === url.host || host.toLowerCase().replace(/:\d+$/, '') === url.hostname;
}

/** The request comes from a page of this server. Browsers set these headers and no page can change them; without any, no browser sent it. */
export function isSameOrigin(request: IncomingMessage, identity: PublicIdentity): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || (site === 'none' && request.method === 'GET');
  const { origin, host } = request.headers;
  if (origin === undefined) return false;
  if (identity.publicUrl !== undefined && origin === new URL(identity.publicUrl).origin) return true;
  return isLoopbackHost(host) || identity.publicUrl === undefined ? origin === `http://${host ?? ''}` : false;
}

/** An origin of the list, as the request names it; undefined for every other one and for none. */
export function allowedOrigin(request: IncomingMessage, { allowedOrigins = [] }: PublicIdentity): string | undefined {
  const { origin } = request.headers;
  return origin !== undefined && allowedOrigins.includes(origin) ? origin : undefined;
}

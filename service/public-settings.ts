import { z } from 'zod';
import { trustedHops, type TrustedHops } from '../server/trusted-hops.ts';

/** An empty variable counts as one that is not set: that is how compose files and CI leave them out. */
export const optional = z.string().optional().transform((value) => (value === '' ? undefined : value));

export const HEADER_NAME = /^[A-Za-z0-9-]{1,64}$/;

/** Paths of our own: a public path that begins with one of them could not be told from it. */
const OWN_PATHS = new Set(['api', 'assets', 'healthz', 'helpdesk', 'knowledge', 'livez', 'metrics', 'privacy', 'readyz', 'v3']);

/** `https://help.example.com/rdp`, without a slash at the end. */
export const publicAddress = optional.transform((value, context) => {
  if (value === undefined) return undefined;
  const fault = (message: string): typeof z.NEVER => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return fault('must be an address that browsers use, such as https://help.example.com or https://example.com/rdp');
  const url = new URL(value);
  if (url.search !== '' || url.hash !== '' || url.username !== '') return fault('must be an address without a query, a fragment or a user');
  const first = url.pathname.split('/')[1] ?? '';
  if (OWN_PATHS.has(first.toLowerCase())) return fault(`must have another path than /${first}: the service has pages of its own there`);
  if (!/^[\w./~-]*$/.test(url.pathname) || url.pathname.includes('//')) return fault('must have a path of letters, digits and - . _ ~');
  return `${url.origin}${url.pathname.replace(/\/$/, '')}`;
});

export interface TrustedProxies {
  readonly by: 'count' | 'address';
  readonly trusted: TrustedHops;
}

export const trustedProxies = optional.transform((value, context): TrustedProxies | undefined => {
  if (value === undefined) return undefined;
  try {
    const trusted = trustedHops(value);
    return trusted && { by: /^\s*\d+\s*$/.test(value) ? 'count' : 'address', trusted };
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
});

/** `https://intranet.example.com, https://shop.example.com:8443` */
export const originList = optional.transform((value, context): readonly string[] | undefined => {
  const origins = (value ?? '').split(',').map((each) => each.trim()).filter((each) => each !== '');
  for (const each of origins) {
    const origin = URL.canParse(each) ? new URL(each).origin : '';
    if (!/^https?:/.test(origin) || origin !== each.toLowerCase()) {
      context.addIssue({ code: 'custom', message: `has "${each}", which is no origin: scheme and host, such as https://intranet.example.com, with commas between them` });
    }
  }
  return origins.length === 0 ? undefined : origins.map((each) => each.toLowerCase());
});

/** GUIDs, with commas between them. */
export const tenantList = optional.transform((value, context): readonly string[] | undefined => {
  const tenants = (value ?? '').split(',').map((each) => each.trim().toLowerCase()).filter((each) => each !== '');
  for (const each of tenants) {
    if (!z.guid().safeParse(each).success) context.addIssue({ code: 'custom', message: `has "${each}", which is not the GUID of a tenant` });
  }
  return tenants.length === 0 ? undefined : tenants;
});

import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { ApiError } from './api-error.ts';
import { allowedOrigin, isOwnHost, isSameOrigin, withoutBase, type PublicIdentity } from './public-identity.ts';
import { sendError } from './route.ts';

export interface AdmissionParts extends PublicIdentity {
  /** Everybody is believed at `/api/messages`: pages of other sites must not reach this server by any name. */
  readonly trustsEverybody?: boolean;
}

/** Paths that other sites' pages may speak with when their origin is on the list. */
const SHARED = /^\/v3\/directline(\/|$)/;
/** Probes call by the machine's address and see nothing of anybody. */
const PROBES = /^\/(livez|readyz|healthz)$/;
const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
  'Access-Control-Max-Age': '600',
};

/** Before any route: the public path becomes ours, and what a page of another site sent is refused unless it may. */
export function addAdmission(server: Server, parts: AdmissionParts): void {
  server.pre((request: Request, response: Response, next: (go?: false) => void) => {
    request.url = withoutBase(request.url ?? '/', parts);
    const shared = SHARED.test(request.url) ? allowedOrigin(request, parts) : undefined;
    if (shared !== undefined) {
      response.setHeader('Access-Control-Allow-Origin', shared);
      response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      response.setHeader('Vary', 'Origin');
    }
    const refusal = refusalOf(request, parts);
    if (refusal) {
      sendError(response, refusal);
      return next(false);
    }
    if (shared !== undefined && request.method === 'OPTIONS') {
      for (const [name, value] of Object.entries(PREFLIGHT)) response.setHeader(name, value);
      response.send(204);
      return next(false);
    }
    return next();
  });
}

/** Why the request is not let in; undefined when it is. Its path is already ours. */
export function refusalOf(request: IncomingMessage, parts: AdmissionParts): ApiError | undefined {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (PROBES.test(path)) return undefined;
  if (parts.trustsEverybody && !isOwnHost(request, parts)) {
    return new ApiError(421, 'UnknownHost', 'This server does not know the name that it was called by. Behind a proxy, set PUBLIC_URL to the address that browsers use.');
  }
  const spoken = SHARED.test(path) || (parts.trustsEverybody === true && path.startsWith('/api/'));
  if (!spoken || !isFromAPage(request) || isSameOrigin(request, parts)) return undefined;
  if (SHARED.test(path) && allowedOrigin(request, parts) !== undefined) return undefined;
  return new ApiError(403, 'OriginRefused', 'Pages of this site may not speak with the assistant. Behind a proxy, set PUBLIC_URL; for another site, add its origin to ALLOWED_ORIGINS.');
}

/** A browser's page sent it; other programs send neither header. */
function isFromAPage({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
}

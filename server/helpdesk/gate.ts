import type { Request } from 'restify';
import { ApiError } from '../api-error.ts';
import { addressOf, visitorOf, type PublicIdentity } from '../public-identity.ts';
import type { Credentials } from './credentials.ts';
import type { Agent, Sessions } from './sessions.ts';

export interface GateParts {
  readonly identity: PublicIdentity;
  readonly credentials: Credentials;
  readonly sessions: Sessions;
  /** The header, in lower case, in which a trusted proxy names who is signed in there. */
  readonly signInHeader?: string;
}

export const COOKIE = 'reconnect-helpdesk';

/** Who asks; undefined for nobody that is known. Throws an ApiError 429 for too many wrong passwords. */
export async function whoAsks(request: Request, parts: GateParts): Promise<Agent | undefined> {
  const vouched = vouchedFor(request, parts);
  if (vouched) return vouched;
  const seated = parts.sessions.find(ticketOf(request));
  if (seated && (await parts.credentials.holds(seated))) return seated;
  const [, encoded] = /^Basic (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const given = Buffer.from(encoded, 'base64').toString('utf8');
  const at = given.indexOf(':');
  return parts.credentials.check(visitorOf(addressOf(request, parts.identity)), given.slice(0, at), given.slice(at + 1));
}

export function ticketOf(request: Request): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(';').map((each) => each.trim());
  return cookies.find((each) => each.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
}

/** A program's answer; a browser is led to the sign-in page. */
export function signInNeeded(): ApiError {
  return new ApiError(401, 'SignInNeeded', 'The helpdesk is for those who are signed in: /helpdesk/sign-in.', {
    'WWW-Authenticate': 'Basic realm="Reconnect helpdesk", charset="UTF-8"',
  });
}

/** Only the proxy itself is believed, never who stands behind it: it must replace what a visitor wrote into that header. */
function vouchedFor(request: Request, { signInHeader, identity }: GateParts): Agent | undefined {
  if (signInHeader === undefined || !identity.trustedHops?.(request.socket.remoteAddress ?? '', 0)) return undefined;
  const name = String(request.headers[signInHeader] ?? '').trim().slice(0, 100);
  return name === '' ? undefined : { name, mark: '', shared: false };
}

/** The path under which the page's own server is seen: `/`, or `/rdp/`. */
const BASE = document.body.dataset['base'] ?? '/';

const DIRECT_LINE_PATH = '/v3/directline';

/** Direct Line, from the root of this host. */
export const DIRECT_LINE = `${BASE.replace(/\/$/, '')}${DIRECT_LINE_PATH}`;

/**
 * The stream's address on the host, and by the scheme, that this page itself came from. Whatever a server that does not
 * know its proxy thinks its name is, the page knows where it is.
 */
export function streamHere(streamUrl: string | URL): string {
  const given = new URL(streamUrl);
  const at = given.pathname.indexOf(DIRECT_LINE_PATH);
  if (at === -1) return given.href;
  const here = new URL(DIRECT_LINE + given.pathname.slice(at + DIRECT_LINE_PATH.length) + given.search, location.href);
  here.protocol = location.protocol.replace('http', 'ws');
  return here.href;
}

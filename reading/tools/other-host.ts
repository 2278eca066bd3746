import { isPrivateAddress } from '../reader.ts';

/** What people try to see whether the internet is there: names that serve no desktop. */
const PUBLIC_NAME =
  /(?:^|\.)(?:google|googleapis|youtube|gstatic|bing|yahoo|baidu|qq|yandex|ya|wikipedia|wikimedia|github|gitlab|cloudflare|akamai\w*|akadns|facebook|instagram|twitter|amazon|apple|icloud|netflix|microsoft|office|office365|msn|live|outlook|msedge|windowsupdate|msftconnecttest|msftncsi|heise|orange|t-online|telekom)\.[a-z]{2,3}(?:\.[a-z]{2})?\.?$|^dns\.google$|^one\.one\.one\.one$|^fritz\.box$|^_gateway$|^www\.|^speedport\.ip$|^(?:router|gateway|livebox|modem)(?:\.\w+)?$/;
/** A machine of the cloud has a name below the same domain. */
const CLOUD_HOST = /\.(?:cloudapp\.azure|cloudapp|wvd\.microsoft|wvdselfhost\.microsoft|windows365\.microsoft|compute\.amazonaws|database\.windows)\.(?:com|net)\.?$|\.cloudapp\.azure\.com$|wvd\.microsoft\.com$/;
/** Public name servers. */
const PUBLIC_ADDRESS = /^(?:8\.8\.8\.8|8\.8\.4\.4|1\.1\.1\.1|1\.0\.0\.1|9\.9\.9\.9|149\.112\.112\.112|208\.67\.22[02]\.22[02]|4\.2\.2\.[1-6]|114\.114\.11[45]\.11[45]|223\.[56]\.[56]\.[56]|77\.88\.8\.[18]|2001:4860:4860::88(?:88|44)|2606:4700:4700::1(?:111|001))$/;
const LOOPBACK = /^(?:127\.|::1$|0\.0\.0\.0$)/;
/** The first and the last address of a network are its router's. */
const ROUTER = /^(?:192\.168\.\d{1,3}|10\.\d{1,3}\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])\.\d{1,3})\.(?:1|254)$/;

/**
 * Whether a name or an address is one of those that are tried to test a line: public sites and name servers, the router, the
 * computer itself. What they answer says nothing of the computer that somebody wants to reach. Lower case.
 */
export function isOtherHost(host: string | undefined): boolean {
  if (host === undefined || host === '') return false;
  if (PUBLIC_ADDRESS.test(host) || LOOPBACK.test(host)) return true;
  if (isPrivateAddress(host)) return ROUTER.test(host);
  return PUBLIC_NAME.test(host) && !CLOUD_HOST.test(host);
}

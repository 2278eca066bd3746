import { isIP } from 'node:net';
import proxyAddr from 'proxy-addr';

/** Whether the n-th hop before this server (0: who opened the socket) may say for whom it calls. */
export type TrustedHops = (address: string, hop: number) => boolean;

const MOST_HOPS = 10;

/**
 * `2`: so many proxies stand before this server. `127.0.0.1, 10.0.0.0/8`, `loopback`, `linklocal`, `uniquelocal`: those are
 * proxies, whoever else calls is a visitor. undefined for `0` and nothing. Throws a RangeError that says what is wrong.
 */
export function trustedHops(setting: string): TrustedHops | undefined {
  const parts = setting.split(',').map((part) => part.trim()).filter((part) => part !== '');
  const [only = ''] = parts;
  if (parts.length === 0 || setting.trim() === '0') return undefined;
  if (parts.length === 1 && /^\d+$/.test(only)) {
    const hops = Number(only);
    if (hops > MOST_HOPS) throw new RangeError(`counts ${hops} proxies; ${MOST_HOPS} are the most`);
    return (_address, hop) => hop < hops;
  }
  try {
    const trust = proxyAddr.compile(parts);
    // The library throws on what is no address, such as a socket that is closed already.
    return (address, hop) => isIP(address) !== 0 && trust(address, hop);
  } catch {
    throw new RangeError('must be a number of proxies, or addresses and networks: 127.0.0.1, 10.0.0.0/8, loopback');
  }
}

import type { Config } from '../config.ts';
import { ok, type Finding } from './finding.ts';

/** How it is shown to the world. */
export function publicFindings({ publicUrl, trustedHops, credentials, host }: Config): Finding[] {
  const about = 'public address';
  if (publicUrl === undefined) {
    if (!credentials) return [ok(about, 'none: for this machine only.')];
    return [{ about, level: 'problem', what: `PUBLIC_URL is not set, and the bot is registered${host === '127.0.0.1' ? '' : ` and listens on ${host}`}.`, why: 'The website\'s chat cannot open its stream behind a proxy with TLS, and links to tickets lead nowhere.', fix: 'Set PUBLIC_URL to the address that browsers use (deploy/proxy).' }];
  }
  return [
    publicUrl.startsWith('https:') || isLoopback(publicUrl)
      ? ok(about, `${publicUrl}.`)
      : { about, level: 'problem', what: `${publicUrl} is not encrypted.`, why: 'What people paste can be read and changed on the way, and Teams accepts HTTPS only.', fix: 'Put a proxy with TLS before it (deploy/proxy) and set PUBLIC_URL to https.' },
    trustedHops
      ? ok('proxy', 'visitors are told apart by the proxy\'s word.')
      : { about: 'proxy', level: 'note', what: 'PUBLIC_URL is set and no proxy is trusted.', why: 'Behind a proxy all visitors then count as one: they share one limit, and one of them can use it up.', fix: 'Set TRUST_PROXY to the proxy\'s address; without a proxy nothing is wrong.' },
  ];
}

/** Whether the world's address leads to this service. @param answerOf the status of a GET; rejects when nobody answers. */
export async function reachFinding(publicUrl: string, answerOf: (url: string) => Promise<number>): Promise<Finding> {
  const url = `${publicUrl}/livez`;
  const about = 'reached from outside';
  try {
    const status = await answerOf(url);
    if (status === 200) return ok(about, `${url} answers.`);
    return { about, level: 'problem', what: `${url} answers ${status}.`, why: 'The proxy does not lead here, or Reconnect is not running.', fix: 'Start Reconnect, and compare the proxy with deploy/proxy.' };
  } catch (error) {
    return { about, level: 'problem', what: `${url} does not answer (${error instanceof Error ? error.message : String(error)}).`, why: 'A name, a certificate or a firewall stands between; some networks do not let a machine reach itself by its public name.', fix: `Open ${url} in a browser elsewhere; when that works, nothing is wrong.` };
  }
}

function isLoopback(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

import { isLoopback } from './loopback.ts';

/**
 * Hosts that channels answer from, in the public and the government clouds.
 * Source: Bot Framework's channel service hosts, Microsoft Learn, "Bot Connector REST API" and "Teams: send proactive messages".
 */
const CHANNEL_HOSTS = [
  'smba.trafficmanager.net',
  '*.botframework.com',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
  '*.botframework.azure.us',
  '*.botframework.azure.cn',
];

export interface ServiceUrlPolicy {
  /** Without credentials only this machine is spoken to. */
  readonly authenticated: boolean;
  /** The only tenants whose people are answered on Teams; everybody's when not given. */
  readonly tenants?: readonly string[];
  /** More hosts, exact or `*.suffix`. */
  readonly hosts?: readonly string[];
}

/** Whether replies may be sent there: a message names the address itself, so any other would make the bot a puppet. */
export function isServiceUrlAllowed(serviceUrl: string, { authenticated, hosts = [] }: ServiceUrlPolicy): boolean {
  const url = URL.canParse(serviceUrl) ? new URL(serviceUrl) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return false;
  const { hostname } = url;
  if (!authenticated) return isLoopback(hostname);
  if (hosts.some((pattern) => matches(hostname, pattern))) return true;
  return url.protocol === 'https:' && CHANNEL_HOSTS.some((pattern) => matches(hostname, pattern));
}

function matches(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

import type { Command, Confidence, Fix, Question, Role, Side, Space } from '../../knowledge/compiler/types.ts';

/** Words of the pages; facts come from the graph. */

export const SPACE: Readonly<Record<Space, string>> = {
  'mstsc-disconnect': 'Remote Desktop Connection: error code',
  'mstsc-extended': 'Remote Desktop Connection: extended error code',
  errinfo: 'Error info that the server sends (ERRINFO)',
  errconnect: 'FreeRDP: ERRCONNECT',
  gateway: 'Remote Desktop Gateway',
  'windows-app': 'Windows App and the clients for macOS, iOS and Android',
  'azure-virtual-desktop': 'Azure Virtual Desktop',
  hresult: 'Security results of Windows (SSPI, Schannel)',
  'tls-alert': 'TLS alerts',
  event: 'Event log',
  fatal: 'Fatal errors of Remote Desktop Connection',
  logon: 'Logon errors and warnings',
};

export const SIDE: Readonly<Record<Side, string>> = {
  client: 'Your computer',
  server: 'Remote computer',
  network: 'Network between',
};

export const ROLE: Readonly<Record<Role, string>> = {
  user: 'Anybody',
  'client-admin': 'Administrator of your computer',
  'server-admin': 'Administrator of the remote computer',
  'network-admin': 'Whoever runs the network or the firewall',
  'domain-admin': 'Administrator of the domain',
  'cloud-admin': 'Whoever manages the cloud subscription',
};

export const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  official: 'Documented by the vendor',
  case: 'Reported by people who had this error',
  inferred: 'Our inference from documented facts',
  general: 'General Windows knowledge',
  'second-hand': 'Second-hand reports only',
  judgement: 'Our judgement',
};

export const RISK: Readonly<Record<Fix['risk']['level'], string>> = {
  none: 'No risk',
  low: 'Low risk',
  medium: 'Medium risk',
  high: 'High risk',
};

export const KIND: Readonly<Record<Question['kind'], string>> = { told: 'Asked', measured: 'Measured' };

export const SHELL: Readonly<Record<Command['shell'], string>> = { powershell: 'PowerShell', cmd: 'Command prompt', bash: 'Terminal' };

/** Between a number and its unit. */
const NBSP = '\u00a0';

export function percent(probability: number): string {
  if (probability > 0 && probability < 0.01) return `<1${NBSP}%`;
  return `${Math.round(probability * 100)}${NBSP}%`;
}

export function minutes(count: number): string {
  return `${count}${NBSP}min`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

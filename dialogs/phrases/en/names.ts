import type { Command, Confidence, Role, Side, Space } from '../../../knowledge/compiler/types.ts';

/** One term for each thing (docs/authors/style.md). */

export const SIDE: Readonly<Record<Side, string>> = {
  client: 'on your computer',
  server: 'on the remote computer',
  network: 'in the network between them',
};

export const SIDE_NOUN: Readonly<Record<Side, string>> = {
  client: 'your computer',
  server: 'the remote computer',
  network: 'the network between them',
};

export const WHO: Readonly<Record<Role, string>> = {
  user: 'you',
  'client-admin': 'an administrator of your computer',
  'server-admin': 'an administrator of the remote computer',
  'network-admin': 'whoever runs the network or the firewall',
  'domain-admin': 'an administrator of the domain',
  'cloud-admin': 'whoever manages the cloud subscription',
};

export const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  official: 'The vendor says so.',
  case: 'Reported by people who had this very error.',
  inferred: 'Worked out from documented facts.',
  general: 'Common knowledge about Windows.',
  'second-hand': 'Second-hand reports only, so take it with care.',
  judgement: 'Our judgment.',
};

/** Where each number space is seen. */
export const PLACE: Readonly<Record<Space, string>> = {
  'mstsc-disconnect': 'Remote Desktop Connection on Windows',
  'mstsc-extended': 'After "Extended error code"',
  errinfo: 'A FreeRDP or xrdp log',
  errconnect: 'A FreeRDP or Remmina message',
  gateway: 'A message about the RD Gateway',
  'windows-app': 'The Windows App, on a Mac or a phone',
  'azure-virtual-desktop': 'Azure Virtual Desktop',
  hresult: 'A Windows error message',
  'tls-alert': 'A TLS or Schannel alert',
  event: 'The event log',
  fatal: 'A fatal error of the client',
  logon: 'A logon error',
};

/** How to get to where a command is typed. */
export const HOW_TO_OPEN: Readonly<Record<Command['shell'], (admin: boolean, where: string) => string>> = {
  powershell: (admin, where) => `To type the command ${where}: press the Windows key, type *powershell*, ${asAdministrator(admin)}. Right-click to paste.`,
  cmd: (admin, where) => `To type the command ${where}: press the Windows key, type *cmd*, ${asAdministrator(admin)}. Right-click to paste.`,
  bash: (admin, where) => `To type the command ${where}: open a terminal${admin ? ' and put *sudo* in front of the command' : ''}.`,
};

function asAdministrator(admin: boolean): string {
  return admin ? 'right-click the first result and choose *Run as administrator*' : 'and press Enter';
}

export function percent(probability: number): string {
  if (probability > 0.99) return 'over 99 %';
  if (probability < 0.01) return 'under 1 %';
  return `${Math.round(probability * 100)} %`;
}

/** How often, the way people say it. Completes "It fixes ...". */
export function oftenInWords(probability: number): string {
  if (probability >= 0.6) return 'most cases like this';
  if (probability >= 0.4) return 'about half of the cases like this';
  const oneIn = Math.round(1 / Math.max(probability, 0.01));
  return oneIn > 20 ? 'few cases like this' : `about 1 in ${oneIn} cases like this`;
}

export function minutes(value: number): string {
  const rounded = Math.max(1, Math.round(value));
  return rounded === 1 ? '1 minute' : `${rounded} minutes`;
}

/** "a", "a and b", "a, b and c". */
export function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

import type { Command, Side } from '../knowledge/compiler/types.ts';

export const HEADING = {
  risk: 'Risk:',
  check: 'Check:',
  undo: 'Undo:',
  details: 'Details:',
  source: 'Source:',
  summary: 'What support will read',
  sendThis: (who: string) => `Send this to ${who}:`,
  minutes: (value: number) => `${value} min`,
  asAdministrator: ', as administrator',
} as const;

export const RISK_NAME = { none: 'no risk', low: 'low risk', medium: 'medium risk', high: 'high risk' } as const;

export const SIDE_NAME: Readonly<Record<Side, string>> = {
  client: 'on your computer',
  server: 'on the remote computer',
  network: 'in the network between them',
};

export const SHELL: Readonly<Record<Command['shell'], string>> = {
  powershell: 'PowerShell',
  cmd: 'Command Prompt',
  bash: 'terminal',
};

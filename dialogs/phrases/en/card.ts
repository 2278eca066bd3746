import type { Command, Fix } from '../../../knowledge/compiler/types.ts';

/** What stands on a card beside the facts. */
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

/** As a sentence about a risk begins. */
export const RISK_LEVEL: Readonly<Record<Fix['risk']['level'], string>> = { none: 'None', low: 'Low', medium: 'Medium', high: 'High' };

export const SHELL: Readonly<Record<Command['shell'], string>> = {
  powershell: 'PowerShell',
  cmd: 'Command Prompt',
  bash: 'terminal',
};

import type { Command, Fix } from '../../../knowledge/compiler/types.ts';

export const HEADING = {
  risk: 'Risiko:',
  check: 'Prüfen:',
  undo: 'Rückgängig:',
  details: 'Einzelheiten:',
  source: 'Quelle:',
  summary: 'Was der Support liest',
  sendThis: (who: string) => `Schicken Sie das an ${who}:`,
  minutes: (value: number) => `${value} Min.`,
  asAdministrator: ', als Administrator',
} as const;

export const RISK_NAME = { none: 'kein Risiko', low: 'geringes Risiko', medium: 'mittleres Risiko', high: 'hohes Risiko' } as const;

export const RISK_LEVEL: Readonly<Record<Fix['risk']['level'], string>> = { none: 'Keines', low: 'Gering', medium: 'Mittel', high: 'Hoch' };

export const SHELL: Readonly<Record<Command['shell'], string>> = {
  powershell: 'PowerShell',
  cmd: 'Eingabeaufforderung',
  bash: 'Terminal',
};

import type { StepOutcome } from '../../ledger.ts';

export const REPORT = {
  record: 'Problem: ',
  noProblem: 'Remotedesktop funktioniert nicht',
  extended: (code: string): string => `erweitert ${code}`,
  reported: (day: string, clock: string, by: string | undefined): string => `Gemeldet: ${day} ${clock}${by === undefined ? '' : ` von ${by}`}`,
  inTheirWords: (text: string): string => `In eigenen Worten: ${text}`,
  known: 'Bekannt',
  measured: 'Gemessen',
  likeliest: 'Wahrscheinlichste Ursachen',
  unknown: 'unbekannt',
  tried: 'Versucht:',
  triedNothing: 'Versucht: noch nichts',
} as const;

export const OUTCOME: Readonly<Record<StepOutcome, string>> = {
  offered: 'vorgeschlagen, Ergebnis nicht genannt',
  doing: 'in Arbeit',
  done: 'ausgeführt, Ergebnis nicht genannt',
  'put-off': 'verschoben',
  worked: 'hat geholfen',
  failed: 'hat nicht geholfen',
  partly: 'hat zum Teil geholfen',
  cannot: 'war nicht möglich',
  'not-applicable': 'trifft nicht zu',
  skipped: 'übersprungen',
};

import type { StepOutcome } from '../../ledger.ts';

/** The report that support reads and the person corrects. */
export const REPORT = {
  /** With this the record begins; what the person added stands above it. */
  record: 'Problem: ',
  noProblem: 'Remote Desktop does not work',
  extended: (code: string): string => `extended ${code}`,
  reported: (day: string, clock: string, by: string | undefined): string => `Reported: ${day} ${clock}${by === undefined ? '' : ` by ${by}`}`,
  inTheirWords: (text: string): string => `In their words: ${text}`,
  known: 'Known',
  measured: 'Measured',
  likeliest: 'Likeliest causes',
  unknown: 'unknown',
  tried: 'Tried:',
  triedNothing: 'Tried: nothing yet',
} as const;

/** How a step went, for whoever reads the report. */
export const OUTCOME: Readonly<Record<StepOutcome, string>> = {
  offered: 'offered, result not told',
  doing: 'under way',
  done: 'done, result not told',
  'put-off': 'put off',
  worked: 'worked',
  failed: 'did not help',
  partly: 'helped in part',
  cannot: 'could not be done',
  'not-applicable': 'does not apply',
  skipped: 'skipped',
};

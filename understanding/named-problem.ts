import type { Act } from './act.ts';
import { assess } from './assess.ts';
import type { Utterance } from './utterance.ts';

/** A code that leads to another problem than the open one, or makes it more exact; undefined where there is none. Pure. */
export function newProblem({ mind, table, text, now, reading }: Utterance): Act | undefined {
  if (reading.codes.length === 0) return undefined;
  const assessment = assess(mind, text, now);
  const isKnown = (code: string, role: 'code' | 'extended'): boolean => table.codes.some((each) => each.role === role && each.code === code);
  const extended = assessment.reading.codes.find((each) => each.role === 'extended');
  if (!assessment.code) return extended && !isKnown(extended.code, 'extended') ? { kind: 'problem', assessment } : undefined;
  if (isKnown(assessment.code.code, 'code') && (!assessment.extended || isKnown(assessment.extended.code, 'extended'))) return undefined;
  if (assessment.code.certain && assessment.problems.length === 0) return undefined;
  // A code inside pasted output (an event's number, a status) is evidence for the problem at hand.
  if (assessment.reading.findings.some((finding) => finding.basis === 'measured')) return undefined;
  return { kind: 'problem', assessment };
}

/** Nothing but codes that are known already: that they are still there, or that they are not understood? Pure. */
export function isKnownCodeAlone({ table, text, reading }: Utterance): boolean {
  if (reading.codes.length === 0 || text.trim().split(/\s+/).length > 2 * reading.codes.length) return false;
  return reading.codes.every((each) => table.codes.some((known) => known.code === each.code && known.role === each.role));
}

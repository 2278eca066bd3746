import { z } from 'zod';
import { POPULATIONS, type Population } from '../knowledge/compiler/types.ts';
import { FINDING_SOMEBODY_HOURS, USUAL_WAIT_HOURS, type Site } from '../dialogs/site.ts';
import { optional } from './public-settings.ts';

const LEAST_WAIT_HOURS = 0.25;
/** A month. */
const LONGEST_WAIT_HOURS = 720;

/** How long people wait for the helpdesk: `8`, `0.5`. */
export const waitHours = optional.transform((value, context) => {
  if (value === undefined) return undefined;
  const hours = Number(value);
  if (hours >= LEAST_WAIT_HOURS && hours <= LONGEST_WAIT_HOURS) return hours;
  context.addIssue({ code: 'custom', message: `must be a number of hours from ${LEAST_WAIT_HOURS} to ${LONGEST_WAIT_HOURS}, such as 4` });
  return z.NEVER;
});

/** Who asks here: `managed`, or shares such as `managed 80, private 20`. */
export const populations = optional.transform((value, context) => {
  if (value === undefined) return undefined;
  const weights: Partial<Record<Population, number>> = {};
  for (const part of value.split(',')) {
    const [, name, weight] = /^\s*([a-z]+)(?:\s+(\d+(?:\.\d+)?))?\s*$/i.exec(part) ?? [];
    const population = POPULATIONS.find((each) => each === name?.toLowerCase());
    if (!population || weights[population] !== undefined || Number(weight ?? 1) <= 0) {
      context.addIssue({ code: 'custom', message: `has "${part.trim()}"; it must name each of ${POPULATIONS.join(', ')} once at most, with commas and shares between them: managed 80, private 20` });
      return z.NEVER;
    }
    weights[population] = Number(weight ?? 1);
  }
  return weights;
});

/** @param hours what the operator set, if anything */
export function siteOf(hasHelpdesk: boolean, hours = hasHelpdesk ? USUAL_WAIT_HOURS : FINDING_SOMEBODY_HOURS, asking?: Site['populations']): Site {
  return { hasHelpdesk, waitMinutes: 60 * hours, ...(asking && { populations: asking }) };
}

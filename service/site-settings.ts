import { z } from 'zod';
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

/** @param hours what the operator set, if anything */
export function siteOf(hasHelpdesk: boolean, hours = hasHelpdesk ? USUAL_WAIT_HOURS : FINDING_SOMEBODY_HOURS): Site {
  return { hasHelpdesk, waitMinutes: 60 * hours };
}

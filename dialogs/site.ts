import type { Population } from '../knowledge/compiler/types.ts';
import type { OpeningHours } from './opening-hours.ts';

/** What the operator says of the place that the assistant works for. */
export interface Site {
  /** Minutes until a person has solved what they are handed, waiting included. */
  readonly waitMinutes: number;
  /** Somebody reads tickets. */
  readonly hasHelpdesk: boolean;
  /** When the helpdesk's people are there; absent: that is not known, and nothing is said of it. */
  readonly hours?: OpeningHours;
  /** Population -> weight of the people who ask here; absent: anybody. */
  readonly populations?: Readonly<Partial<Record<Population, number>>>;
}

/**
 * A working day: most tickets are answered on the same day or the next one. Judgement; operators who measure theirs set it.
 * Far below it the assistant sends people away with the right step untried, since every step looks dearer than a ticket.
 */
export const USUAL_WAIT_HOURS = 8;

/** Where there is no helpdesk, somebody has to be found first: a working week of 40 hours. Judgement. */
export const FINDING_SOMEBODY_HOURS = 40;

export const USUAL_SITE: Site = { waitMinutes: 60 * USUAL_WAIT_HOURS, hasHelpdesk: true };

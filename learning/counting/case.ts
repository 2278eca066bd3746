import type { CaseAccount } from '../../helpdesk/numbers.ts';
import type { ConversationOutcome } from '../profile.ts';
import type { OutcomeRecord } from '../../dialogs/turn.ts';

/** A conversation about one fault that may still go on. Plain JSON; it holds ids and no text, and is forgotten once it is counted. */
export interface Case extends OutcomeRecord {
  /** Whole weeks since 1970-01-01, of its beginning. */
  readonly week: number;
  /** Who reported, as a hash of that week. */
  readonly reporter: string;
  /** When it came to the end that it has. ISO 8601. */
  readonly endedAt?: string;
  /** The same person came with the same problem again within the patience for what was solved. */
  readonly askedAgain?: true;
  /** Set while the helpdesk has it closed. */
  readonly closed?: Closing;
}

export interface Closing {
  /** ISO 8601. */
  readonly at: string;
  /** The cause that it was: an id, or `unknown` where it was none of those that are known. */
  readonly cause?: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** How long a case is waited for, in days, before what is known of it counts. */
export const PATIENCE = {
  /** A fault that comes back within this time was not repaired. */
  solved: 7,
  /** People wait for an administrator, or for Monday. */
  silent: 14,
  /** A closed ticket may be opened again, or its cause corrected. */
  closed: 7,
  /** The ticket that nobody closes. */
  unclosed: 90,
} as const;

/** Weeks after which a case is not taken up any more, however late its report: its id may be forgotten then. */
export const OLDEST_WEEKS = 26;

export function weekOf(time: string): number {
  return Math.floor(Date.parse(time) / WEEK_MS);
}

/** When the case counts, in milliseconds since the epoch, unless something is heard of it before. */
export function dueAt(one: Case): number {
  if (one.closed) return Date.parse(one.closed.at) + PATIENCE.closed * DAY_MS;
  const days = one.escalationId !== undefined ? PATIENCE.unclosed : one.end === 'solved' ? PATIENCE.solved : PATIENCE.silent;
  return Date.parse(one.reportedAt) + days * DAY_MS;
}

/** The case as learning counts it; undefined where nothing was found out and nothing tried. */
export function outcomeOf(one: Case): ConversationOutcome | undefined {
  const { id, problem, graphVersion, findings, failed, solvedBy, capabilities, reporter, week } = one;
  const confirmedCause = one.closed?.cause;
  if (findings.length === 0 && failed.length === 0 && solvedBy === undefined && confirmedCause === undefined) return undefined;
  return {
    id,
    problem,
    graphVersion,
    findings: findings.map((finding) => finding.id),
    told: findings.filter(({ basis }) => basis === 'told').map((finding) => finding.id),
    failed,
    ...(solvedBy !== undefined && { solvedBy }),
    capabilities,
    ...(confirmedCause !== undefined && { confirmedCause }),
    reporter,
    week,
    // Somebody who went silent may have gone because it worked; what worked once may not have lasted.
    certainty: one.escalationId === undefined && (one.end === 'open' || (one.end === 'solved' && !one.confirmed)) ? 'implied' : 'explicit',
  };
}

/** The case as the operator counts it. */
export function accountOf({ id, openedAt, problem, end, endedAt, confirmed, askedAgain, solvedBy, closed, tally, rating }: Case): CaseAccount {
  return {
    id, openedAt, problem, end,
    ...(endedAt !== undefined && { endedAt }),
    confirmed: confirmed === true,
    askedAgain: askedAgain === true,
    ...(solvedBy !== undefined && { solvedBy }),
    ...(closed?.cause !== undefined && { cause: closed.cause }),
    ...(tally?.firstStepAt !== undefined && { firstStepAt: tally.firstStepAt }),
    askedBack: tally?.askedBack ?? 0,
    takenBack: tally?.takenBack ?? 0,
    ...rating,
  };
}

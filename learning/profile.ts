import type { Role } from '../knowledge/compiler/types.ts';
import { byId } from '../troubleshooting/model.ts';

/** One finished conversation as learning takes it in: no text, no person. */
export interface ConversationOutcome {
  /** Recorded once, however often it is reported. */
  readonly id: string;
  readonly problem: string;
  readonly graphVersion: string;
  /** Finding ids. */
  readonly findings: readonly string[];
  /** Those of them that the person only said. What is missing here came in the way that its question expects. */
  readonly told?: readonly string[];
  readonly failed: readonly string[];
  readonly solvedBy?: string;
  readonly capabilities: Readonly<Record<string, boolean>>;
  /** The cause that the helpdesk found in the end. */
  readonly confirmedCause?: string;
  /**
   * Who reported, as a salted and truncated hash with a new salt every week: enough to notice that one person reports
   * much, too little to find the person.
   */
  readonly reporter: string;
  /** Whole weeks since 1970-01-01. */
  readonly week: number;
  /** `explicit`: the person said whether it works. `implied`: it was gathered. */
  readonly certainty: 'explicit' | 'implied';
}

/** What a conversation says about the numbers: the set of its evidence, in canonical order, and how it ended. */
export interface Profile {
  readonly graphVersion: string;
  readonly problem: string;
  readonly week: number;
  readonly reporter: string;
  readonly certainty: 'explicit' | 'implied';
  readonly findings: readonly string[];
  readonly told: readonly string[];
  readonly failed: readonly string[];
  readonly solvedBy: string | undefined;
  readonly capabilities: readonly (readonly [Role, boolean])[];
  readonly confirmedCause: string | undefined;
}

/** The key under which equal profiles are counted. Equal sets give equal keys, in whatever order things happened. */
export function profileKey(outcome: ConversationOutcome): string {
  const capabilities = Object.entries(outcome.capabilities).sort(([a], [b]) => byId(a, b));
  return JSON.stringify([
    outcome.graphVersion,
    outcome.problem,
    outcome.week,
    outcome.reporter,
    outcome.certainty,
    sortedSet(outcome.findings),
    sortedSet(outcome.failed.filter((fix) => fix !== outcome.solvedBy)),
    outcome.solvedBy ?? null,
    capabilities,
    outcome.confirmedCause ?? null,
    sortedSet(outcome.told ?? []),
  ]);
}

type Row = [string, string, number, string, 'explicit' | 'implied', string[], string[], string | null, [Role, boolean][], string | null, string[]];

/** The inverse of `profileKey`. */
export function profileOf(key: string): Profile {
  const row = JSON.parse(key) as Row;
  const [graphVersion, problem, week, reporter, certainty, findings, failed, solvedBy, capabilities, confirmedCause, told] = row;
  return {
    graphVersion,
    problem,
    week,
    reporter,
    certainty,
    findings,
    told,
    failed,
    solvedBy: solvedBy ?? undefined,
    capabilities,
    confirmedCause: confirmedCause ?? undefined,
  };
}

function sortedSet(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort(byId);
}

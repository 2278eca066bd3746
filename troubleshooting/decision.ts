import type { Role } from '../knowledge/compiler/types.ts';
import type { Finding } from '../reading/evidence.ts';

/** Everything that bears on the next step. Order-free: the decision depends on the sets alone. */
export interface Evidence {
  readonly findings: readonly Finding[];
  /** Questions answered with "I don't know", or refused. */
  readonly unanswered: readonly string[];
  /** Fixes carried out in vain. */
  readonly failed: readonly string[];
  /** Fixes set aside without being tried. */
  readonly skipped: readonly string[];
  /** Of those the ones whose thing does not exist here ("there is no VPN"): what only they repair is unlikely. */
  readonly absent?: readonly string[];
  /** What this person can or may do, where it is known. */
  readonly capabilities: Readonly<Partial<Record<Role, boolean>>>;
}

export interface CauseBelief {
  readonly cause: string;
  readonly probability: number;
}

export type Action =
  | { readonly type: 'ask'; readonly id: string }
  | { readonly type: 'fix'; readonly id: string; /** The person cannot do it: hand it to whoever can. */ readonly handover: boolean }
  | { readonly type: 'escalate'; readonly id: 'person' };

/** A candidate with its expected cost of repair in minutes, were it chosen now. */
export interface Candidate {
  readonly action: Action;
  readonly expectedMinutes: number;
}

/** Why this one now, as data; the phrases make sentences of it. */
export interface Reasons {
  /** The causes that it bears on most, with their posterior. */
  readonly causes: readonly CauseBelief[];
  /** Findings that moved those causes, strongest first, with the factor on the odds. */
  readonly findings: readonly { readonly answer: string; readonly factor: number }[];
  /** For a fix: P(it helps). */
  readonly probability?: number;
  /** For a fix: minutes with everything counted. */
  readonly minutes?: number;
}

export interface Decision {
  readonly action: Action;
  readonly expectedMinutes: number;
  readonly posterior: readonly CauseBelief[];
  readonly reasons: Reasons;
  /** Other steps, cheapest first, for `explain`. */
  readonly candidates: readonly Candidate[];
}

/** Belief and policy for one problem, compiled once and reused. Pure. */
export interface Troubleshooter {
  readonly problem: string;
  /** Best first, summing to 1. */
  posterior(evidence: Evidence): readonly CauseBelief[];
  decide(evidence: Evidence): Decision;
}

import { byId } from '../troubleshooting/model.ts';
import { profileKey, profileOf, type ConversationOutcome, type Profile } from './profile.ts';

/**
 * How often each profile was seen, as grow-only counters: one number for each replica, which only that replica raises.
 * Plain JSON. Merging takes the larger number of each replica, so it may be done in any order and any number of times.
 * Fractional counts of the fitting are not kept: they depend on the parameters of the day and would not merge.
 */
export interface OutcomeCounts {
  /** Profile key -> replica -> conversations. */
  readonly profiles: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Ids that were counted -> week, so that none counts twice. */
  readonly counted: Readonly<Record<string, number>>;
}

export const NO_COUNTS: OutcomeCounts = { profiles: {}, counted: {} };

/** Counts each conversation once; a conversation reports to the replica that led it. Nothing is copied for each. */
export function recordAll(counts: OutcomeCounts, outcomes: readonly ConversationOutcome[], replica: string): OutcomeCounts {
  const profiles: Record<string, Record<string, number>> = { ...counts.profiles };
  const counted: Record<string, number> = { ...counts.counted };
  for (const outcome of outcomes) {
    if (Object.hasOwn(counted, outcome.id)) continue;
    counted[outcome.id] = outcome.week;
    const key = profileKey(outcome);
    const seen = profiles[key] ?? {};
    profiles[key] = { ...seen, [replica]: (seen[replica] ?? 0) + 1 };
  }
  return { profiles, counted };
}

/** Commutative, associative and idempotent. */
export function merge(a: OutcomeCounts, b: OutcomeCounts): OutcomeCounts {
  return { profiles: mergeRecords(a.profiles, b.profiles, mergeNumbers), counted: mergeNumbers(a.counted, b.counted) };
}

/** Ids are kept for as long as a report may be repeated. */
export function forgetIds(counts: OutcomeCounts, beforeWeek: number): OutcomeCounts {
  const kept = Object.entries(counts.counted).filter(([, week]) => week >= beforeWeek);
  return { profiles: counts.profiles, counted: Object.fromEntries(kept) };
}

/** The same counts without these ids: nothing leads from them to a conversation any more. The same object where it has none of them. */
export function withoutCounted(counts: OutcomeCounts, ids: readonly string[]): OutcomeCounts {
  const gone = new Set(ids.filter((id) => Object.hasOwn(counts.counted, id)));
  if (gone.size === 0) return counts;
  return { profiles: counts.profiles, counted: Object.fromEntries(Object.entries(counts.counted).filter(([id]) => !gone.has(id))) };
}

function mergeNumbers(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  return mergeRecords(a, b, Math.max);
}

function mergeRecords<T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>, join: (a: T, b: T) => T): Record<string, T> {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort(byId);
  return Object.fromEntries(
    keys.map((key) => {
      const left = a[key];
      const right = b[key];
      return [key, left === undefined ? (right as T) : right === undefined ? left : join(left, right)];
    }),
  );
}

/** A profile with the weight that it has in the fitting. */
export interface WeightedProfile {
  readonly profile: Profile;
  readonly weight: number;
}

export interface ReadingRules {
  readonly graphVersion: string;
  /** Whole weeks since 1970-01-01. */
  readonly now: number;
  /** Conversations of one reporter and week that count in full; more of them share that weight. */
  readonly perReporter: number;
  /** All conversations under older versions of the graph together count no more than this for each problem. */
  readonly olderVersions: number;
}

export const DEFAULT_RULES = { perReporter: 3, olderVersions: 30 };

/** 0.5 ^ (1 / 26): a conversation counts half after half a year. */
const WEEKLY_DECAY = 0.9736927206974342;
const IMPLIED = 0.5;

/**
 * The counts as weighted profiles, in canonical order, so that every replica sums in the same order and fits the same
 * numbers to the last bit. Decay and caps are applied here, never to what is stored.
 */
export function readProfiles(counts: OutcomeCounts, rules: ReadingRules): WeightedProfile[] {
  const rows = Object.keys(counts.profiles)
    .sort(byId)
    .map((key) => ({ profile: profileOf(key), conversations: sum(counts.profiles[key] ?? {}) }));
  const byReporter = total(rows, ({ profile }) => `${profile.week} ${profile.reporter}`, ({ conversations }) => conversations);

  const weighted = rows.map(({ profile, conversations }) => {
    const reported = byReporter.get(`${profile.week} ${profile.reporter}`) ?? 0;
    const share = Math.min(1, rules.perReporter / reported);
    const certainty = profile.certainty === 'explicit' ? 1 : IMPLIED;
    return { profile, weight: conversations * share * certainty * decay(rules.now - profile.week) };
  });

  const older = weighted.filter(({ profile }) => profile.graphVersion !== rules.graphVersion);
  const byProblem = total(older, ({ profile }) => profile.problem, ({ weight }) => weight);
  return weighted.map((row) => {
    if (row.profile.graphVersion === rules.graphVersion) return row;
    const all = byProblem.get(row.profile.problem) ?? 0;
    return { profile: row.profile, weight: row.weight * Math.min(1, rules.olderVersions / all) };
  });
}

/** By multiplication: powers are not rounded alike everywhere. */
function decay(weeks: number): number {
  let factor = 1;
  for (let week = 0; week < weeks; week++) factor *= WEEKLY_DECAY;
  return factor;
}

function sum(replicas: Readonly<Record<string, number>>): number {
  return Object.values(replicas).reduce((all, n) => all + n, 0);
}

function total<T>(rows: readonly T[], key: (row: T) => string, amount: (row: T) => number): Map<string, number> {
  const totals = new Map<string, number>();
  for (const row of rows) totals.set(key(row), (totals.get(key(row)) ?? 0) + amount(row));
  return totals;
}

import { merge, NO_COUNTS, type OutcomeCounts } from '../counts.ts';
import { profileOf } from '../profile.ts';
import type { CountStore } from './stores.ts';

/** Everything that was counted here or brought here. */
export async function allCounts(...stores: readonly CountStore[]): Promise<OutcomeCounts> {
  let all = NO_COUNTS;
  for (const store of stores) {
    for (const week of await store.weeks()) all = merge(all, await store.week(week));
  }
  return all;
}

/** The profiles of a file of counts by their week; throws at one that is no profile, by its key. */
export function profilesByWeek(profiles: OutcomeCounts['profiles']): Map<number, OutcomeCounts> {
  const weeks = new Map<number, Record<string, Readonly<Record<string, number>>>>();
  for (const [key, replicas] of Object.entries(profiles)) {
    const week = weekOfKey(key);
    const of = weeks.get(week) ?? {};
    of[key] = replicas;
    weeks.set(week, of);
  }
  return new Map([...weeks].map(([week, own]) => [week, { profiles: own, counted: {} }]));
}

function weekOfKey(key: string): number {
  try {
    const { week, findings, failed, capabilities } = profileOf(key);
    if (Number.isInteger(week) && [findings, failed, capabilities].every(Array.isArray)) return week;
  } catch {
    // Said below.
  }
  throw new Error(`"${key.slice(0, 80)}" is no profile of a conversation.`);
}

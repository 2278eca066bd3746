import type { RegressionRecord } from './schema.ts';

/** What the ledger adds to a cause. */
export interface FromLedger {
  /** One sentence an entry, newest first; empty where the ledger has none. */
  readonly detail: string;
  readonly sources: readonly string[];
}

/** Entries that are told of a cause; older ones have been fixed long enough to have been installed. */
const TOLD = 3;

/** The family of updates: what a cause says of the updates that were seen to bring it about. Pure. */
export function fromLedger(entries: readonly RegressionRecord[], cause: string): FromLedger {
  const own = entries.filter((entry) => entry.cause === cause).sort((a, b) => b.since.localeCompare(a.since)).slice(0, TOLD);
  return { detail: own.map(sentenceOf).join(' '), sources: [...new Set(own.flatMap((entry) => entry.sources))] };
}

function sentenceOf({ since, symptom, systems, byDesign, workaround }: RegressionRecord): string {
  const updates = systems.map(({ system, brokenBy, fixedBy }) => `${system} (${brokenBy}${fixedBy ? `, fixed by ${fixedBy}` : ''})`).join(', ');
  const state = byDesign ? ' It is meant so.' : '';
  return `Since ${monthOf(since)}, ${symptom}: ${updates}.${state}${workaround ? ` ${workaround}` : ''}`;
}

function monthOf(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

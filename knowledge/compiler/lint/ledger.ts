import type { Fault } from '../finding.ts';
import type { Library, Written } from '../library.ts';
import type { RegressionRecord } from '../schema.ts';
import { dangling } from './references.ts';

/** Days after which nobody has looked for new regressions for too long. */
const STALE_AFTER_DAYS = 60;
const DAY = 24 * 60 * 60 * 1000;

/** Entries name causes and sources that exist, and dates in their order. */
export function ledger({ regressions, causes, sources }: Library): Fault[] {
  return [...regressions.values()].flatMap((entry) => [
    ...(causes.has(entry.value.cause) ? [] : [dangling('cause', entry.value.cause, { file: entry.file, path: [...entry.path, 'cause'] }, causes)]),
    ...entry.value.sources.filter((id) => !sources.has(id)).map((id, at) => dangling('source', id, { file: entry.file, path: [...entry.path, 'sources', at] }, sources)),
    ...misdated(entry),
  ]);
}

/** Whether somebody looked for new regressions lately. The warning comes with time, so the clock is an argument and it never stops a build. */
export function staleLedger(today: Date): (library: Library) => Fault[] {
  return ({ regressions }) => {
    const newest = [...regressions.values()].sort((a, b) => b.value.lookedUp.localeCompare(a.value.lookedUp))[0];
    if (!newest) return [];
    const days = Math.floor((today.getTime() - Date.parse(newest.value.lookedUp)) / DAY);
    if (days <= STALE_AFTER_DAYS) return [];
    return [
      {
        rule: 'stale-ledger',
        severity: 'warning',
        at: { file: newest.file, path: [...newest.path, 'lookedUp'] },
        what: `The ledger of regressions was last looked up ${days} days ago, on ${newest.value.lookedUp}.`,
        why: 'Updates come every month, and people ask about the newest one.',
        remedy: 'Look at Windows release health and at reports; add what is new, and set `lookedUp` of what still holds.',
      },
    ];
  };
}

function misdated(entry: Written<RegressionRecord>): Fault[] {
  const { since, lookedUp, systems } = entry.value;
  const early = systems.findIndex(({ fixedOn }) => fixedOn !== undefined && fixedOn < since);
  const path = lookedUp < since ? ['lookedUp'] : early >= 0 ? ['systems', early, 'fixedOn'] : undefined;
  if (!path) return [];
  return [
    {
      rule: 'misdated-regression',
      at: { file: entry.file, path: [...entry.path, ...path] },
      what: `"${entry.id}" began on ${since}, and this day is before it.`,
      why: 'Nothing is fixed or looked up before it began.',
      remedy: 'Mend one of the two days.',
    },
  ];
}

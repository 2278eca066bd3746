import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { CaseAccount } from '../helpdesk/numbers.ts';
import type { EndedCases } from '../learning/counting/stores.ts';
import { JsonDocument } from './json-document.ts';
import { whenMissing } from './missing-file.ts';
import { FOLDER_MODE } from './modes.ts';
import type { OnSetAside } from './set-aside.ts';

const account = z.looseObject({ id: z.string(), openedAt: z.iso.datetime(), problem: z.string(), end: z.enum(['open', 'solved', 'handed-over']), confirmed: z.boolean(), askedAgain: z.boolean(), askedBack: z.number(), takenBack: z.number() });

interface Week {
  readonly cases: readonly CaseAccount[];
}

const NOBODY: Week = { cases: [] };

/** `ended/WEEK.json`: what is left of the cases that were counted, for the operator's numbers. Weeks before the limit are emptied. */
export function createEndedCases(folder: string, onSetAside?: OnSetAside): EndedCases {
  const documents = new Map<number, JsonDocument<Week>>();
  const document = (week: number): JsonDocument<Week> => {
    const known = documents.get(week);
    if (known) return known;
    const made = new JsonDocument<Week>({ path: join(folder, `${week}.json`), empty: NOBODY, parse: (value) => z.object({ cases: z.array(account) }).parse(value) as unknown as Week, ...(onSetAside && { onSetAside }) });
    documents.set(week, made);
    return made;
  };
  const weeks = async (): Promise<number[]> => (await readdir(folder).catch(whenMissing([]))).flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? []).map(Number);

  return {
    async add(week, cases) {
      await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
      await document(week).update(({ cases: before }) => {
        const known = new Set(before.map(({ id }) => id));
        return { cases: [...before, ...cases.filter(({ id }) => !known.has(id))] };
      });
    },
    async all() {
      const all: CaseAccount[] = [];
      for (const week of await weeks()) all.push(...(await document(week).read()).cases);
      return all;
    },
    async forget(ids, beforeWeek) {
      const gone = new Set(ids);
      for (const week of await weeks()) {
        await document(week).update((before) => {
          const kept = week < beforeWeek ? [] : before.cases.filter(({ id }) => !gone.has(id));
          return kept.length === before.cases.length ? before : { cases: kept };
        });
      }
    },
  };
}

import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { OutcomeCounts } from '../learning/counts.ts';
import type { CountStore } from '../learning/counting/stores.ts';
import { JsonDocument } from './json-document.ts';
import { whenMissing } from './missing-file.ts';
import { FOLDER_MODE } from './modes.ts';
import type { OnSetAside } from './set-aside.ts';

const whole = z.number().int().nonnegative();

const shape = z.object({
  profiles: z.record(z.string(), z.record(z.string(), whole)),
  counted: z.record(z.string(), whole),
});

/** Counters as one file a week (`2954.json`): old weeks are never written again. A week that is damaged is set aside and begins anew. */
export function createFileCountStore(folder: string, onSetAside?: OnSetAside): CountStore {
  const documents = new Map<number, JsonDocument<OutcomeCounts>>();
  const document = (week: number): JsonDocument<OutcomeCounts> => {
    const known = documents.get(week);
    if (known) return known;
    const made = new JsonDocument<OutcomeCounts>({ path: join(folder, `${week}.json`), empty: { profiles: {}, counted: {} }, parse: (value) => shape.parse(value), ...(onSetAside && { onSetAside }) });
    documents.set(week, made);
    return made;
  };

  return {
    week: (week) => document(week).read(),
    async update(week, change) {
      await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
      await document(week).update(change);
    },
    async weeks() {
      const found = await readdir(folder).catch(whenMissing([]));
      const names = found.flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? []);
      return names.map(Number).sort((a, b) => a - b);
    },
  };
}

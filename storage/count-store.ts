import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { OutcomeCounts } from '../diagnosis/learning/counts.ts';
import type { CountStore } from '../outcomes/stores.ts';
import { JsonDocument } from './json-document.ts';

const whole = z.number().int().nonnegative();

export const countsShape = z.object({
  profiles: z.record(z.string(), z.record(z.string(), whole)),
  counted: z.record(z.string(), whole),
});

export interface FileCountStore extends CountStore {
  /** The weeks that have a file, ascending. */
  weeks(): Promise<number[]>;
}

/** Counters as one file a week (`2954.json`): old weeks are never written again. */
export function createFileCountStore(folder: string): FileCountStore {
  const documents = new Map<number, JsonDocument<OutcomeCounts>>();
  const document = (week: number): JsonDocument<OutcomeCounts> => {
    const known = documents.get(week);
    if (known) return known;
    const made = new JsonDocument<OutcomeCounts>({ path: join(folder, `${week}.json`), empty: { profiles: {}, counted: {} }, parse: (value) => countsShape.parse(value) });
    documents.set(week, made);
    return made;
  };

  return {
    week: (week) => document(week).read(),
    async update(week, change) {
      await mkdir(folder, { recursive: true });
      await document(week).update(change);
    },
    async weeks() {
      await mkdir(folder, { recursive: true });
      const names = (await readdir(folder)).flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? []);
      return names.map(Number).sort((a, b) => a - b);
    },
  };
}

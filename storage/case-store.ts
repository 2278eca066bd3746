import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Case } from '../learning/counting/case.ts';
import type { CaseStore } from '../learning/counting/stores.ts';
import { DurableFile } from './durable-file.ts';
import { whenMissing } from './missing-file.ts';
import { FOLDER_MODE } from './modes.ts';
import { readMany } from './read-many.ts';
import { readNowOrSetAside, type OnSetAside } from './set-aside.ts';

const time = z.iso.datetime();
const shape = z.looseObject({
  id: z.string(),
  openedAt: time,
  reportedAt: time,
  problem: z.string(),
  end: z.enum(['open', 'solved', 'handed-over']),
  findings: z.array(z.object({ id: z.string(), basis: z.enum(['told', 'measured']) })),
  failed: z.array(z.string()),
  week: z.number().int(),
  reporter: z.string(),
  closed: z.object({ at: time, cause: z.string().optional() }).optional(),
});

/** One small file a case, so that a report costs the same however many are open. */
export function createFileCaseStore(folder: string, onSetAside?: OnSetAside): CaseStore {
  const path = (id: string): string => join(folder, `${id}.json`);
  const file = (id: string) =>
    new DurableFile<Case>({
      path: path(id),
      temporary: join(folder, `${id}.tmp`),
      // A killed process is survived without it; a power cut may cost a report that no person was promised.
      fsync: false,
      stringify: (one) => JSON.stringify(one),
      parse: (text) => shape.parse(JSON.parse(text)) as unknown as Case,
    });

  let made: Promise<unknown> | undefined;

  return {
    async all() {
      const found = await readdir(folder).catch(whenMissing([]));
      const ids = found.flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : []));
      const read = (id: string) => file(id).readNow();
      const cases = await readMany(ids, (id) => (onSetAside ? readNowOrSetAside(path(id), () => read(id), null, onSetAside) : read(id)));
      return cases.filter((one) => one !== null);
    },
    async save(one) {
      await (made ??= mkdir(folder, { recursive: true, mode: FOLDER_MODE }));
      await file(one.id).write(one);
    },
    forget: (id) => file(id).remove(),
  };
}

import type { ServerLog } from '../../server/log.ts';
import type { Holding } from './holding.ts';
import type { Retention } from './retention.ts';

/** What was found too old, by holding. */
export interface Round {
  readonly at: Date;
  readonly erased: Readonly<Record<string, number>>;
  /** Holdings that could not be looked through; the next round tries again. */
  readonly failed: readonly string[];
}

const DAY_MS = 86_400_000;

/** Erases what was kept for its time, and says what it did. A holding that fails stops no other. */
export async function cleanUp(holdings: readonly Holding[], retention: Retention, now: Date, log: ServerLog): Promise<Round> {
  const erased: Record<string, number> = {};
  const failed: string[] = [];
  for (const { name, kind, prune } of holdings) {
    const days = retention[kind];
    if (days === Infinity) continue;
    try {
      const count = await prune(new Date(now.getTime() - days * DAY_MS));
      if (count > 0) erased[name] = count;
    } catch (error) {
      failed.push(name);
      log.error({ holding: name, reason: error instanceof Error ? error.message : String(error) }, 'what is too old could not be erased; it is tried again');
    }
  }
  log.info({ erased, days: { ...retention } }, Object.keys(erased).length > 0 ? 'what was kept for its time was erased' : 'nothing was kept for longer than it may be');
  return { at: now, erased, failed };
}

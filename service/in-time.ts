import type { ServerLog } from '../server/log.ts';

/** A process manager kills after ten seconds or more; the parts of a stop share them. */
const PATIENCE_MS = 2_500;

/** Waits for a part of the stop, and goes on without it when it does not end. What was acknowledged is on the disk by then. */
export async function inTime(work: Promise<unknown>, log: ServerLog, what: string, milliseconds = PATIENCE_MS): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), milliseconds);
  });
  const outcome = await Promise.race([work, late]);
  clearTimeout(timer);
  if (outcome === 'late') log.warn({ what }, 'something was still under way at the stop and was left');
}

import type { ServerLog } from '../server/log.ts';

/**
 * Waits for a part of the stop, and goes on without it when it does not end: whoever stops a process kills it after ten
 * seconds, and the parts share them. What was acknowledged is on the disk by then.
 */
export async function inTime(work: Promise<unknown>, log: ServerLog, what: string, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), milliseconds);
  });
  const outcome = await Promise.race([work, late]);
  clearTimeout(timer);
  if (outcome === 'late') log.warn({ what }, 'something was still under way at the stop and was left');
}

import type { Delivery } from './board.ts';
import { cursorOf } from './cursor.ts';
import type { Outbox } from './outbox.ts';

/** How it stands with what somebody of the embedded helpdesk did: what is owed is pending, what was given up has failed, what is gone has arrived. */
export async function deliveryIn(outbox: Outbox, eventId: string, sequence: number): Promise<Delivery> {
  const entry = (await outbox.pending()).find(({ id }) => id === `event/${eventId}`);
  if (entry?.parked !== undefined) return { state: 'failed', why: entry.parked };
  if (entry) return { state: 'pending', ...(entry.reason !== undefined && { why: `${entry.reason}; tried ${entry.attempts === 1 ? 'once' : `${entry.attempts} times`}` }) };
  return { state: Number((await cursorOf(outbox, 'embedded')) ?? 0) >= sequence ? 'delivered' : 'pending' };
}

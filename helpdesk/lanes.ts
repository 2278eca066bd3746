import type { OutboxEntry, Owed } from './outbox.ts';

/** Each escalation has one lane; its verdicts have another, since they need not wait for a channel that is down. */
export function laneOf(owed: Owed): string {
  if (owed.kind === 'open') return owed.ticket.escalationId;
  return owed.kind === 'judge' ? `verdict/${owed.escalationId}` : owed.escalationId;
}

/**
 * The entry of each lane that is next, whether it is due or not. Entries of a lane go strictly in order. A dead letter holds
 * up nothing, except what is for a ticket that does not exist because of it.
 */
export function nextInLanes(entries: readonly OutboxEntry[]): ReadonlyMap<string, OutboxEntry> {
  const next = new Map<string, OutboxEntry>();
  const unopened = new Set<string>();
  for (const entry of entries) {
    const lane = laneOf(entry.owed);
    if (entry.parked !== undefined) {
      if (entry.owed.kind === 'open') unopened.add(lane);
    } else if (!next.has(lane) && !(entry.owed.kind === 'append' && unopened.has(lane))) next.set(lane, entry);
  }
  return next;
}

/** Lanes whose next entry may be carried out now. */
export function dueLanes(entries: readonly OutboxEntry[], now: number): ReadonlySet<string> {
  return new Set([...nextInLanes(entries)].flatMap(([lane, { dueAt }]) => (dueAt <= now ? [lane] : [])));
}

/** Whether carrying it out is a call of the helpdesk. */
export function callsHelpdesk({ kind }: Owed): boolean {
  return kind === 'open' || kind === 'append';
}

import type { EscalationTicket } from '../dialogs/ticket.ts';
import { LIMITS } from '../server/limits.ts';
import { RateLimit } from '../server/rate-limit.ts';

/** Who opens a ticket: the person, and from where if that is known. */
export interface Opener {
  readonly person: string;
  readonly visitor?: string;
}

/** Milliseconds until a ticket of these may be opened: 0 for at once. Each call takes the next place in the hour. */
export type TicketRate = (ticket: EscalationTicket, opener: Opener) => number;

export function createTicketRate(now?: () => number): TicketRate {
  const clock = now ? { now } : {};
  const persons = new RateLimit({ ...LIMITS.tickets.person, ...clock });
  const visitors = new RateLimit({ ...LIMITS.tickets.visitor, ...clock });
  const taken = new Map<string, number>();
  return ({ escalationId }, { person, visitor }) => {
    // A turn that is run again after a kill asks again for the same ticket.
    const before = taken.get(escalationId);
    if (before !== undefined) return before;
    const wait = Math.max(persons.reserve(person), visitor === undefined ? 0 : visitors.reserve(visitor));
    taken.set(escalationId, wait);
    const [oldest] = taken.keys();
    if (taken.size > 1_000 && oldest !== undefined) taken.delete(oldest);
    return wait;
  };
}

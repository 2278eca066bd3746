import type { Effect, UserEvent } from '../../dialogs/turn.ts';

/** A helpdesk that takes tickets and gives them numbers, for as long as the process lives. */
export class MemoryDesk {
  readonly #tickets = new Map<string, { readonly number: string; readonly summary: string }>();

  /** Carries an effect out; what comes of it for the conversation, if anything. */
  carryOut(effect: Effect): UserEvent | undefined {
    if (effect.type !== 'open-ticket') return undefined;
    const { escalationId, summary } = effect.ticket;
    const ticket = this.#tickets.get(escalationId) ?? { number: String(this.#tickets.size + 1), summary };
    this.#tickets.set(escalationId, ticket);
    return { type: 'ticket-opened', escalationId, number: ticket.number };
  }

  /** What its people read of a ticket. */
  summaryOf(escalationId: string): string | undefined {
    return this.#tickets.get(escalationId)?.summary;
  }
}

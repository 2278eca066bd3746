import type { EscalationTicket, TicketStatus } from '../dialogs/ticket.ts';

/** What every helpdesk adapter implements. Nothing of Bot Framework and nothing of a product is in it. */

export interface TicketRef {
  readonly system: string;
  readonly number: string;
  readonly url?: string;
}

/** Something that a person of the helpdesk did. At least once, order not promised: dedupe by `eventId`. */
export type HelpdeskEvent =
  | { readonly kind: 'reply'; readonly eventId: string; readonly escalationId: string; readonly author: string; readonly text: string; readonly at: string }
  | {
      readonly kind: 'status';
      readonly eventId: string;
      readonly escalationId: string;
      readonly author: string;
      readonly status: TicketStatus;
      /** The cause that it was, where whoever closed the ticket said so: an id, or `unknown` for none of those that are known. */
      readonly cause?: string;
      readonly at: string;
    };

export interface EventPage {
  readonly events: readonly HelpdeskEvent[];
  readonly cursor: string;
  readonly more: boolean;
}

export interface Helpdesk {
  readonly name: string;
  readonly can: {
    /** The product itself refuses a second ticket with the same key. */
    readonly nativeIdempotency: boolean;
    /** After an unknown outcome, milliseconds to wait before looking the ticket up. */
    readonly settleMs: number;
  };
  /** Idempotent by `escalationId`. */
  open(ticket: EscalationTicket, signal: AbortSignal): Promise<{ readonly ref: TicketRef; readonly existed: boolean }>;
  /** Idempotent by `messageKey`. */
  append(escalationId: string, message: { readonly messageKey: string; readonly text: string }, signal: AbortSignal): Promise<{ readonly existed: boolean }>;
  status(escalationId: string, signal: AbortSignal): Promise<TicketStatus>;
  /** Events of the helpdesk's people after the cursor. */
  since(cursor: string | undefined, signal: AbortSignal): Promise<EventPage>;
}

/** `refused`: it was not done. `unknown`: it may have been done; look it up before trying again. */
export class HelpdeskError extends Error {
  readonly code = 'HELPDESK';
  readonly outcome: 'refused' | 'unknown';
  readonly retriable: boolean;
  constructor(message: string, outcome: 'refused' | 'unknown', retriable: boolean, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'HelpdeskError';
    this.outcome = outcome;
    this.retriable = retriable;
  }
}

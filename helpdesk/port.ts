import type { EscalationTicket, TicketStatus } from '../dialogs/ticket.ts';

/** What every helpdesk adapter implements. Nothing of Bot Framework and nothing of a product is in it. */

export interface TicketRef {
  readonly system: string;
  readonly number: string;
  readonly url?: string;
}

/** A ticket as it is known here once it is open. */
export interface TicketHandle {
  /** Ours. */
  readonly escalationId: string;
  /** Missing for a ticket that was opened before references were kept: look it up. */
  readonly ref?: TicketRef;
}

/** Something to put on a ticket. */
export interface TicketNote {
  /** The same key is the same note. */
  readonly messageKey: string;
  /** Plain text. */
  readonly text: string;
  /** For the helpdesk's own eyes: not from the person. */
  readonly internal?: boolean;
  /** What the person makes of the ticket with it. Not told back as an event. */
  readonly status?: 'open' | 'closed';
}

/** Something that a person of the helpdesk did. At least once, order not promised: dedupe by `eventId`. */
export type HelpdeskEvent =
  | { readonly kind: 'reply'; readonly eventId: string; readonly escalationId: string; readonly author: string; readonly text: string; readonly at: string }
  /** The conversation is the assistant's again; the ticket stays as it is. */
  | { readonly kind: 'handed-back'; readonly eventId: string; readonly escalationId: string; readonly author: string; readonly at: string }
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
  /** Where to go on. The adapter's own: nobody else reads it. */
  readonly cursor: string;
  /** There is more at once. */
  readonly more: boolean;
}

/** What a product can do, so that the core need not know products. */
export interface Capabilities {
  /** The product itself refuses a second ticket with the same key. Otherwise `open` looks first, and calls for one ticket must not overlap. */
  readonly nativeIdempotency: boolean;
  /** A ticket can be found as soon as it was made. */
  readonly immediateLookup: boolean;
  /** What its people write to the person can be told from what they write to one another. */
  readonly publicReplies: boolean;
  /** It can say that something happened, signed. */
  readonly webhook: boolean;
  /** Bytes that one attached file may have; 0 for no files. */
  readonly attachments: number;
  /** Its people see by themselves whether an answer reached the person. */
  readonly showsDelivery: boolean;
  /** How long a request whose answer was lost may still be at work, or not yet be found, in milliseconds. */
  readonly settleMs: number;
}

export interface Helpdesk {
  readonly name: string;
  readonly can: Capabilities;
  /** Idempotent by `escalationId`. */
  open(ticket: EscalationTicket, signal: AbortSignal): Promise<{ readonly ref: TicketRef; readonly existed: boolean }>;
  /** Idempotent by `messageKey`. */
  append(ticket: TicketHandle, note: TicketNote, signal: AbortSignal): Promise<{ readonly existed: boolean }>;
  status(ticket: TicketHandle, signal: AbortSignal): Promise<TicketStatus>;
  /** Events of the helpdesk's people after the cursor, at least once. What the assistant wrote itself is not among them. */
  since(cursor: string | undefined, signal: AbortSignal): Promise<EventPage>;
  /** Whether a call of the product's is real. It is a reason to look, never the truth itself. Missing where `can.webhook` is false. */
  verifyWebhook?(headers: Readonly<Record<string, string | undefined>>, body: Buffer): boolean;
}

export interface Failure {
  /** `refused`: it was not done. `unknown`: it may have been done; look it up before trying again. */
  readonly outcome: 'refused' | 'unknown';
  /** Whether the same call may succeed later. */
  readonly retriable: boolean;
  /** When to try again at the earliest, in milliseconds from now, where the product said so. */
  readonly retryAfterMs?: number;
  /** False when nobody was asked, since the product is left alone for a while: it says nothing of this call. */
  readonly tried?: boolean;
}

/** A call that did not succeed. Its message is for an operator: it names the product, what failed, and the remedy where there is one. */
export class HelpdeskError extends Error {
  readonly code = 'HELPDESK';
  readonly outcome: Failure['outcome'];
  readonly retriable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly tried: boolean;
  constructor(message: string, { outcome, retriable, retryAfterMs, tried = true }: Failure, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'HelpdeskError';
    this.outcome = outcome;
    this.retriable = retriable;
    this.retryAfterMs = retryAfterMs;
    this.tried = tried;
  }
}

/** Done by nobody, and it will not be: somebody has to change something. */
export const FOR_GOOD: Failure = { outcome: 'refused', retriable: false };
/** Not done now. */
export const NOT_NOW: Failure = { outcome: 'refused', retriable: true };
/** Nobody knows. */
export const UNKNOWN: Failure = { outcome: 'unknown', retriable: true };

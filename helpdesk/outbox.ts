import type { UserEvent } from '../dialogs/turn.ts';
import type { EscalationTicket } from '../dialogs/ticket.ts';
import type { TicketRef } from './port.ts';

/** Where a conversation is reached again; opaque here, the bot's edge knows its shape. Plain JSON. */
export type ConversationAddress = Readonly<Record<string, unknown>>;

/** A call that is owed to the world. */
export type Owed =
  | { readonly kind: 'open'; readonly ticket: EscalationTicket }
  | { readonly kind: 'append'; readonly escalationId: string; readonly messageKey: string; readonly text: string; /** For the helpdesk's own eyes. */ readonly internal?: boolean; readonly status?: 'open' | 'closed' }
  | { readonly kind: 'notify'; readonly escalationId: string; readonly event: UserEvent }
  | ({ readonly kind: 'judge' } & TicketVerdict);

/** What the helpdesk says of a ticket's end, for learning. */
export interface TicketVerdict {
  readonly escalationId: string;
  /** False once it is open again. */
  readonly done: boolean;
  /** The cause that it was, where the helpdesk said so: an id, or `unknown` for none of those that are known. */
  readonly cause?: string;
  /** ISO 8601. */
  readonly at: string;
}

export interface OutboxEntry {
  /** Idempotency key: a second `put` with it changes nothing. */
  readonly id: string;
  readonly owed: Owed;
  readonly attempts: number;
  /** Not before, in milliseconds since the epoch. */
  readonly dueAt: number;
  /** When it began to be owed, in milliseconds since the epoch. */
  readonly putAt?: number;
  /** Why the last try failed. */
  readonly reason?: string;
  /** A dead letter: parked after an answer that no retry can change, and kept for the operator. */
  readonly parked?: string;
}

/** What is owed anew. */
export type Addition = Pick<OutboxEntry, 'id' | 'owed'> & { /** Not before; at once when not given. */ readonly dueAt?: number };

/** Durable and small: what is done is taken out. Every method resolves when the change is on disk. */
export interface Outbox {
  /** Entries in the order in which they were put. */
  pending(): Promise<readonly OutboxEntry[]>;
  put(entries: readonly Addition[], addresses: Readonly<Record<string, ConversationAddress>>): Promise<void>;
  /** Nobody may try it before then, also after a restart: a call that was begun may still be at work. */
  claim(id: string, until: number): Promise<void>;
  /** Takes an entry out and puts what follows from it, in one write. */
  done(id: string, follow?: readonly Addition[]): Promise<void>;
  /** @param tried false: nobody was asked, so that it does not count as an attempt. */
  postpone(id: string, dueAt: number, reason: string, tried?: boolean): Promise<void>;
  /** Parks it and puts what follows from that, in one write. */
  park(id: string, reason: string, follow?: readonly Addition[]): Promise<void>;
  /** Where the conversation of an escalation is reached. */
  address(escalationId: string): Promise<ConversationAddress | undefined>;
  /** Keeps under which number an escalation's ticket is found. */
  keepTicket(escalationId: string, ref: TicketRef): Promise<void>;
  ticket(escalationId: string): Promise<TicketRef | undefined>;
  cursor(): Promise<string | undefined>;
  /** Moves the helpdesk's cursor and puts the events that it passed, in one write. */
  advanceCursor(cursor: string, events: readonly Addition[]): Promise<void>;
}

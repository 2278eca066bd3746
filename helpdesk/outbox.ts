import type { UserEvent } from '../dialogs/turn.ts';
import type { EscalationTicket } from '../dialogs/ticket.ts';

/** Where a conversation is reached again; opaque here, the bot's edge knows its shape. Plain JSON. */
export type ConversationAddress = Readonly<Record<string, unknown>>;

/** A call that is owed to the world. */
export type Owed =
  | { readonly kind: 'open'; readonly ticket: EscalationTicket }
  | { readonly kind: 'append'; readonly escalationId: string; readonly messageKey: string; readonly text: string }
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
  /** Parked after an answer that no retry can change; kept for the operator. */
  readonly parked?: string;
}

/** Durable and small: what is done is taken out. Every method resolves when the change is on disk. */
export interface Outbox {
  /** Entries in the order in which they were put. */
  pending(): Promise<readonly OutboxEntry[]>;
  put(entries: readonly { readonly id: string; readonly owed: Owed; /** Not before; at once when not given. */ readonly dueAt?: number }[], addresses: Readonly<Record<string, ConversationAddress>>): Promise<void>;
  /** Takes an entry out and puts what follows from it, in one write. */
  done(id: string, follow?: readonly { readonly id: string; readonly owed: Owed }[]): Promise<void>;
  postpone(id: string, dueAt: number, reason: string): Promise<void>;
  park(id: string, reason: string): Promise<void>;
  /** Where the conversation of an escalation is reached. */
  address(escalationId: string): Promise<ConversationAddress | undefined>;
  cursor(): Promise<string | undefined>;
  /** Moves the helpdesk's cursor and puts the events that it passed, in one write. */
  advanceCursor(cursor: string, events: readonly { readonly id: string; readonly owed: Owed }[]): Promise<void>;
}

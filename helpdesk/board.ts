import type { EscalationTicket, TicketStatus } from '../dialogs/ticket.ts';

/** A ticket as a line of the list. */
export interface TicketListItem {
  readonly number: string;
  readonly subject: string;
  readonly requester: string;
  readonly status: TicketStatus;
  readonly errorCodes: readonly string[];
  /** ISO 8601. */
  readonly openedAt: string;
  readonly updatedAt: string;
}

/** Whether an answer has reached the person. */
export interface Delivery {
  readonly state: 'delivered' | 'pending' | 'failed';
  /** Why not, or not yet. */
  readonly why?: string;
}

export interface TicketMessage {
  readonly from: 'person' | 'helpdesk';
  readonly author: string;
  readonly text: string;
  /** ISO 8601. */
  readonly at: string;
  /** Of an answer. */
  readonly delivery?: Delivery;
}

/** A ticket with all that the assistant handed over, and what was written since. */
export interface TicketView extends TicketListItem {
  readonly ticket: EscalationTicket;
  readonly messages: readonly TicketMessage[];
  /** The cause that it was, as whoever closed it last said: one of the ticket's causes, or `unknown` for another. */
  readonly cause?: string;
}

/** What the page of the embedded helpdesk works on. */
export interface TicketBoard {
  /** Newest first. */
  list(): Promise<TicketListItem[]>;
  get(number: string): Promise<TicketView | undefined>;
  /** Reaches the person in the conversation. `messageKey` makes a form that is sent twice one reply. */
  reply(number: string, author: string, text: string, messageKey: string): Promise<void>;
  /** `cause` goes with a ticket that is done. */
  setStatus(number: string, status: TicketStatus, author: string, cause?: string): Promise<void>;
  /** Leaves the number and nothing else. */
  erase(number: string): Promise<void>;
}

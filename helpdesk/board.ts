import type { EscalationTicket, TicketStatus } from '../dialogs/ticket.ts';

/** A ticket as a line of the list. */
export interface TicketListItem {
  readonly number: string;
  readonly subject: string;
  /** A name, or what kind of person it is. */
  readonly requester: string;
  readonly status: TicketStatus;
  /** Who of the helpdesk works on it. */
  readonly assignee?: string;
  readonly errorCodes: readonly string[];
  /** ISO 8601. */
  readonly openedAt: string;
  readonly updatedAt: string;
}

/** `unsolved`: neither resolved nor closed. */
export type StatusFilter = TicketStatus | 'unsolved' | 'all';

export interface TicketQuery {
  /** All of these words stand somewhere in the number, subject, name, codes or summary. */
  readonly words?: string;
  readonly status: StatusFilter;
  readonly assignee?: string;
  /** From 1. */
  readonly page: number;
  /** Tickets on a page. */
  readonly size: number;
}

/** A part of the list, newest first. */
export interface TicketPage {
  readonly items: readonly TicketListItem[];
  /** Of all pages. */
  readonly total: number;
  /** The one that is shown: the last one where another was asked for than there is. */
  readonly page: number;
  readonly pages: number;
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

/** Who did what and when, oldest first. Answers are among the messages. */
export type TicketDeed = { readonly author: string; readonly at: string } & (
  | { readonly what: 'status'; readonly status: TicketStatus }
  | { readonly what: 'assigned'; /** Nobody when missing. */ readonly to?: string }
  | { readonly what: 'handed-back' }
);

/** How a ticket ended, as whoever closed it last said. */
export interface Ending {
  /** One of the ticket's causes, or `unknown` for another. */
  readonly cause?: string;
  /** The id of a fix. */
  readonly fix?: string;
}

/** A ticket with all that the assistant handed over, and what was written since. */
export interface TicketView extends TicketListItem, Ending {
  readonly ticket: EscalationTicket;
  readonly messages: readonly TicketMessage[];
  readonly deeds: readonly TicketDeed[];
}

/** What the page of the embedded helpdesk works on. */
export interface TicketBoard {
  list(query: TicketQuery): Promise<TicketPage>;
  get(number: string): Promise<TicketView | undefined>;
  /** Reaches the person in the conversation. `messageKey` makes a form that is sent twice one reply. */
  reply(number: string, author: string, text: string, messageKey: string): Promise<void>;
  /** The ending goes with a ticket that is done. */
  setStatus(number: string, status: TicketStatus, author: string, ending?: Ending): Promise<void>;
  /** Gives the conversation back to the assistant. */
  handBack(number: string, author: string, messageKey?: string): Promise<void>;
  /** To nobody when not given. */
  assign(number: string, assignee: string | undefined, author: string): Promise<void>;
  /** Another one after every change, also over a restart. */
  version(): string;
  /** Leaves the number and nothing else. */
  erase(number: string): Promise<void>;
}

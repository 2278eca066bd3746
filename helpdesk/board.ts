import type { EscalationTicket, TicketStatus } from './port.ts';

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

export interface TicketMessage {
  readonly from: 'person' | 'helpdesk';
  readonly author: string;
  readonly text: string;
  /** ISO 8601. */
  readonly at: string;
}

/** A ticket with all that the assistant handed over, and what was written since. */
export interface TicketView extends TicketListItem {
  readonly ticket: EscalationTicket;
  readonly messages: readonly TicketMessage[];
}

/** What the page of the embedded helpdesk works on. */
export interface TicketBoard {
  /** Newest first. */
  list(): Promise<TicketListItem[]>;
  get(number: string): Promise<TicketView | undefined>;
  /** Reaches the person in the conversation. `messageKey` makes a form that is sent twice one reply. */
  reply(number: string, author: string, text: string, messageKey: string): Promise<void>;
  setStatus(number: string, status: TicketStatus, author: string): Promise<void>;
}

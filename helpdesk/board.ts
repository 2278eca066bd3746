import type { TicketStatus } from './port.ts';
import type { StoredTicket } from './ticket.ts';

/** What the helpdesk's page shows and does. */
export interface TicketBoard {
  /** Newest first. */
  list(): Promise<readonly StoredTicket[]>;
  get(number: number): Promise<StoredTicket | undefined>;
  /** The person who opened the ticket reads it in their chat. Rejects when there is no such ticket. */
  reply(number: number, author: string, text: string): Promise<void>;
  setStatus(number: number, author: string, status: TicketStatus): Promise<void>;
}

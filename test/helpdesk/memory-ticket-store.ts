import type { StoredTicket, TicketStore } from '../../helpdesk/ticket.ts';

/** Tickets in memory: the working twin of the files. */
export function createMemoryTicketStore(): TicketStore {
  const tickets = new Map<number, StoredTicket>();
  return {
    async all() {
      return [...tickets.values()];
    },
    async lastNumber() {
      return Math.max(0, ...tickets.keys());
    },
    async save(ticket) {
      tickets.set(ticket.number, ticket);
    },
  };
}

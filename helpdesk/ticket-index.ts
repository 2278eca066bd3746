import type { StatusFilter, TicketPage, TicketQuery } from './board.ts';
import type { StoredTicket } from './ticket.ts';
import { assigneeOf, listItemOf } from './ticket-view.ts';

export interface TicketIndex {
  find(query: TicketQuery): TicketPage;
}

/**
 * The list of tickets with its filters. A walk through all of them: 20,000 take some milliseconds (bench `helpdesk`), and
 * nothing has to be kept in step.
 *
 * @param tickets by number, in the order in which they were opened.
 */
export function createTicketIndex(tickets: ReadonlyMap<number, StoredTicket>): TicketIndex {
  /** What is searched in, by version of a ticket. */
  const texts = new WeakMap<StoredTicket, string>();
  const textOf = (stored: StoredTicket): string => {
    const { number, ticket } = stored;
    const text = texts.get(stored) ?? [`#${number}`, ticket.subject, ticket.requester.name, ...ticket.errorCodes, ticket.summary].join('\n').toLowerCase();
    texts.set(stored, text);
    return text;
  };
  return {
    find({ words = '', status, assignee, page, size }) {
      const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== '');
      const found: StoredTicket[] = [];
      for (const stored of tickets.values()) {
        if (!isWanted(stored, status)) continue;
        if (assignee !== undefined && assigneeOf(stored) !== assignee) continue;
        if (wanted.length > 0 && !wanted.every((word) => textOf(stored).includes(word))) continue;
        found.push(stored);
      }
      const pages = Math.max(1, Math.ceil(found.length / size));
      const shown = Math.min(Math.max(1, page), pages);
      const end = found.length - (shown - 1) * size;
      return { items: found.slice(Math.max(0, end - size), end).reverse().map(listItemOf), total: found.length, page: shown, pages };
    },
  };
}

function isWanted({ status }: StoredTicket, filter: StatusFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'unsolved' ? status !== 'resolved' && status !== 'closed' : status === filter;
}

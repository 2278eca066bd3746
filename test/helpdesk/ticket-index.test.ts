import { describe, expect, it } from 'vitest';
import { createTicketIndex } from '../../helpdesk/ticket-index.ts';
import type { StoredTicket } from '../../helpdesk/ticket.ts';
import { ticketOf } from './ticket.ts';

const tickets = new Map<number, StoredTicket>(Array.from({ length: 7 }, (_, n) => [n + 1, {
  number: n + 1,
  ticket: { ...ticketOf(`esc-${n}`), summary: n === 2 ? 'The Printer redirects nothing' : 'closed', requester: n % 2 === 0 ? { id: 'dl_1' } : { id: 'x', name: 'Mia' } },
  status: n < 2 ? 'resolved' : 'open',
  openedAt: '2026-11-20T09:00:00.000Z',
  entries: n === 5 ? [{ kind: 'assigned', id: 'a', author: 'Grace', to: 'Grace', at: '2026-11-20T09:10:00.000Z' }] : [],
}]));
const { find } = createTicketIndex(tickets);
const numbers = (query: Partial<Parameters<typeof find>[0]>) => find({ status: 'all', page: 1, size: 100, ...query }).items.map(({ number }) => Number(number));

describe('the list of tickets', () => {
  it('has the newest first, page by page, and the last page where there are no more', () => {
    expect(numbers({ size: 3 })).toEqual([7, 6, 5]);
    expect(numbers({ size: 3, page: 2 })).toEqual([4, 3, 2]);
    expect(numbers({ size: 3, page: 3 })).toEqual([1]);
    expect(find({ status: 'all', page: 9, size: 3 })).toMatchObject({ page: 3, pages: 3, total: 7 });
    expect(find({ status: 'closed', page: 1, size: 3 })).toMatchObject({ items: [], page: 1, pages: 1, total: 0 });
  });

  it('finds by status, by who works on it, and by words in any order and spelling of case', () => {
    expect(numbers({ status: 'unsolved' })).toEqual([7, 6, 5, 4, 3]);
    expect(numbers({ status: 'resolved' })).toEqual([2, 1]);
    expect(numbers({ assignee: 'Grace' })).toEqual([6]);
    expect(numbers({ words: 'nothing printer' })).toEqual([3]);
    expect(numbers({ words: 'mia #4' })).toEqual([4]);
    expect(numbers({ words: 'dl_1' })).toEqual([]);
  });

  it('names everybody in words', () => {
    expect(find({ status: 'all', page: 1, size: 1 }).items[0]).toMatchObject({ requester: 'Visitor of the website' });
  });
});

import type { TicketQuery } from '../helpdesk/board.ts';
import { createTicketIndex } from '../helpdesk/ticket-index.ts';
import type { StoredTicket } from '../helpdesk/ticket.ts';
import { ticketListHtml } from '../server/helpdesk/list-html.ts';
import { ticketOf } from '../test/helpdesk/ticket.ts';
import type { Bench, Figure } from './bench.ts';

const STATUS = ['new', 'open', 'waiting', 'resolved', 'closed'] as const;
const PAGE = 50;

/** What one look at the list of tickets costs, the page included. */
export const bench: Bench = {
  name: 'helpdesk',
  async run({ quick }) {
    const count = 20_000;
    const tickets = new Map(Array.from({ length: count }, (_, n) => [n + 1, stored(n)] as const));
    const index = createTicketIndex(tickets);
    const times = quick ? 30 : 300;
    const looks: readonly (readonly [string, TicketQuery])[] = [
      ['newest', { status: 'unsolved', page: 1, size: PAGE }],
      ['last-page', { status: 'all', page: count / PAGE, size: PAGE }],
      ['mine', { status: 'unsolved', assignee: 'Grace', page: 1, size: PAGE }],
      ['search', { status: 'all', words: 'printer 0x904', page: 1, size: PAGE }],
    ];
    return looks.flatMap(([id, query]) => figuresOf(id, times, () => ticketListHtml(index.find(query), query, 'Grace')));
  },
};

function stored(n: number): StoredTicket {
  const base = ticketOf(`esc-${n}`);
  return {
    number: n + 1,
    ticket: { ...base, summary: `${base.summary}\n${n % 7 === 0 ? 'The printer is not there.' : 'Tried: nothing yet'}`.repeat(3) },
    status: STATUS[n % STATUS.length] ?? 'new',
    openedAt: '2026-11-20T09:00:00.000Z',
    entries: n % 3 === 0 ? [{ kind: 'assigned', id: 'a', author: 'Grace', to: 'Grace', at: '2026-11-20T09:10:00.000Z' }] : [],
  };
}

function figuresOf(id: string, times: number, look: () => string): Figure[] {
  const begun = performance.now();
  look();
  const first = performance.now() - begun;
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    look();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (share: number): number => taken[Math.min(taken.length - 1, Math.floor(share * taken.length))] ?? 0;
  return [
    { id: `list.${id}.first`, value: first, unit: 'ms' },
    { id: `list.${id}.p50`, value: at(0.5), unit: 'ms', n: times },
    { id: `list.${id}.p99`, value: at(0.99), unit: 'ms', n: times },
  ];
}

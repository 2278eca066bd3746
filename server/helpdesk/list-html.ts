import type { StatusFilter, TicketListItem, TicketPage, TicketQuery } from '../../helpdesk/board.ts';
import { html, type Html } from '../pages/html.ts';
import { documentHtml } from './document.ts';
import { badge, codes, href, STATUS, time } from './parts-html.ts';

const FILTERS: readonly (readonly [StatusFilter, string])[] = [
  ['unsolved', 'Not solved yet'], ['new', STATUS.new], ['open', STATUS.open], ['waiting', STATUS.waiting], ['resolved', STATUS.resolved], ['closed', STATUS.closed], ['all', 'All'],
];

export function ticketListHtml(list: TicketPage, query: TicketQuery, agent: string): string {
  return documentHtml('Tickets', html`<h1>Tickets</h1>
    ${filters(query, agent)}
    <div id="list" data-live>
      <p class="count">${countOf(list)}</p>
      ${list.items.length === 0 ? empty(query) : table(list.items)}
      ${list.pages > 1 && pages(list, query)}
    </div>`, agent);
}

function filters({ words = '', status, assignee }: TicketQuery, agent: string): Html {
  return html`<form method="get" action="/helpdesk" class="filters" role="search">
      <label>Search <input name="words" type="search" maxlength="200" value="${words}" placeholder="number, name, code, words"></label>
      <label>Status <select name="status">${FILTERS.map(([value, title]) => html`<option value="${value}"${status === value && html` selected`}>${title}</option>`)}</select></label>
      <label class="check"><input name="mine" type="checkbox" value="1"${assignee === agent && html` checked`}> Only mine</label>
      <button>Show</button>
    </form>`;
}

function countOf({ total, page, pages: all }: TicketPage): string {
  const tickets = total === 1 ? '1 ticket' : `${total.toLocaleString('en')} tickets`;
  return all > 1 ? `${tickets}, newest first. Page ${page} of ${all}.` : tickets;
}

function empty({ words = '', status, assignee }: TicketQuery): Html {
  const filtered = words !== '' || assignee !== undefined || status !== 'unsolved';
  return html`<p class="empty">${filtered ? 'No ticket fits. Search for less, or show all of them.' : 'Nothing waits here. Tickets appear when somebody asks the assistant for a person.'}</p>`;
}

function table(items: readonly TicketListItem[]): Html {
  const rows = items.map((item) => html`<tr>
          <th scope="row"><a href="${href(item.number)}"><span class="number">#${item.number}</span> ${item.subject}</a></th>
          <td data-label="From">${item.requester}</td>
          <td data-label="Codes">${codes(item.errorCodes)}</td>
          <td data-label="Status">${badge(item.status)}</td>
          <td data-label="Assigned to">${item.assignee ?? html`<span class="empty">Nobody</span>`}</td>
          <td data-label="Changed">${time(item.updatedAt)}</td>
        </tr>`);
  return html`<div class="scroll"><table class="tickets">
        <thead><tr><th scope="col">Ticket</th><th scope="col">From</th><th scope="col">Codes</th><th scope="col">Status</th><th scope="col">Assigned to</th><th scope="col">Changed</th></tr></thead>
        <tbody>${rows}</tbody>
      </table></div>`;
}

function pages({ page, pages: all }: TicketPage, query: TicketQuery): Html {
  const link = (to: number, label: string): Html | undefined => (to < 1 || to > all ? undefined : html`<a href="/helpdesk?${search(query, to)}">${label}</a>`);
  return html`<nav class="pages" aria-label="Pages of the list">${link(page - 1, 'Newer tickets')} ${link(page + 1, 'Older tickets')}</nav>`;
}

function search({ words = '', status, assignee }: TicketQuery, page: number): string {
  return new URLSearchParams({ ...(words !== '' && { words }), status, ...(assignee !== undefined && { mine: '1' }), page: String(page) }).toString();
}

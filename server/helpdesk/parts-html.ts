import { timeInWords } from '../../helpdesk/words.ts';
import type { TicketStatus } from '../../dialogs/ticket.ts';
import { html, type Html } from '../pages/html.ts';

/** What the list and the ticket have in common. */

export const STATUS: Readonly<Record<TicketStatus, string>> = {
  new: 'New', open: 'Open', waiting: 'Waiting for the person', resolved: 'Resolved', closed: 'Closed',
};

export function badge(status: TicketStatus): Html {
  return html`<span class="badge ${status}">${STATUS[status]}</span>`;
}

export function codes(values: readonly string[]): Html | undefined {
  return values.length === 0 ? undefined : html`<span class="codes">${values.map((code) => html`<code>${code}</code> `)}</span>`;
}

export function time(iso: string): Html {
  return html`<time datetime="${iso}">${timeInWords(iso)}</time>`;
}

export function href(number: string): string {
  return `/helpdesk/tickets/${encodeURIComponent(number)}`;
}

import { randomUUID } from 'node:crypto';
import type { Delivery, TicketListItem, TicketMessage, TicketView } from '../../helpdesk/board.ts';
import type { StepOutcome } from '../../dialogs/ledger.ts';
import type { TicketStatus } from '../../dialogs/ticket.ts';
import { html, type Html } from '../pages/html.ts';
import { documentHtml } from './document.ts';

const STATUS: Readonly<Record<TicketStatus, string>> = {
  new: 'New', open: 'Open', waiting: 'Waiting for the person', resolved: 'Resolved', closed: 'Closed',
};
const OUTCOME: Readonly<Record<StepOutcome, string>> = {
  offered: 'Offered', doing: 'Under way', done: 'Done, result not told', 'put-off': 'Put off', worked: 'Worked', failed: 'Did not help',
  partly: 'Helped in part', cannot: 'Could not be done', 'not-applicable': 'Does not apply', skipped: 'Skipped',
};
/** More are in the list to choose from. */
const LIKELIEST = 5;
/** Between a number and its unit. */
const NBSP = '\u00a0';
const SPEAKER: Readonly<Record<string, string>> = { person: 'Person', assistant: 'Assistant', helpdesk: 'Helpdesk' };

/** A part of the list, and the pages before and after it. */
export interface TicketListPage {
  readonly tickets: readonly TicketListItem[];
  readonly newer?: number;
  readonly older?: number;
}

export function ticketListHtml({ tickets, newer, older }: TicketListPage, agent: string): string {
  const rows = tickets.map((item) => html`<tr>
        <th scope="row"><a href="${href(item.number)}">${item.number}</a></th>
        <td>${item.subject}</td>
        <td>${item.requester}</td>
        <td>${codes(item.errorCodes)}</td>
        <td>${badge(item.status)}</td>
        <td>${time(item.updatedAt)}</td>
      </tr>`);
  const table = html`<div class="scroll" role="region" aria-label="Tickets" tabindex="0"><table>
      <thead><tr><th scope="col">Number</th><th scope="col">Subject</th><th scope="col">From</th><th scope="col">Codes</th><th scope="col">Status</th><th scope="col">Changed</th></tr></thead>
      <tbody>${rows}</tbody>
    </table></div>`;
  return documentHtml('Tickets', html`<h1>Tickets</h1>
    ${tickets.length === 0 ? html`<p class="empty">No tickets yet. They appear here when somebody asks the assistant for a person.</p>` : table}
    ${(newer ?? older) !== undefined && pages(newer, older)}`, agent);
}

function pages(newer: number | undefined, older: number | undefined): Html {
  const link = (page: number | undefined, label: string): Html | false => page !== undefined && html`<a href="/helpdesk?page=${page}">${label}</a>`;
  return html`<nav class="pages" aria-label="Pages of the list">${link(newer, 'Newer tickets') || undefined} ${link(older, 'Older tickets') || undefined}</nav>`;
}

export function ticketHtml(view: TicketView, agent: string): string {
  const { ticket } = view;
  return documentHtml(`Ticket ${view.number}`, html`<p class="back"><a href="/helpdesk">All tickets</a></p>
    <h1><span class="number">${view.number}</span> ${view.subject}</h1>
    <p class="facts">${badge(view.status)} ${view.requester} · opened ${time(view.openedAt)} ${codes(view.errorCodes)}</p>
    <div class="columns">
      <div>
        ${section('Summary', html`<p class="text">${ticket.summary}</p>`)}
        ${section('Answers', answers(view.messages))}
        ${replyForm(view)}
        ${section('Conversation', html`<p class="note">What looked secret was taken out before it came here.</p>${transcript(view)}`)}
      </div>
      <div>
        ${statusForm(view)}
        ${section('Fixes tried', fixes(view))}
        ${section('What is known', list(ticket.findings.map((finding) => html`<li>${finding.statement}</li>`), 'Nothing for certain.'))}
        ${section('Likely causes', list(ticket.causes.slice(0, LIKELIEST).map((cause) => html`<li>${cause.title} <span class="share">${Math.round(cause.probability * 100)}${NBSP}%</span></li>`), 'None stood out.'))}
      </div>
    </div>`, agent);
}

function answers(messages: readonly TicketMessage[]): Html {
  return list(
    messages.map((message) => html`<li class="message ${message.from}"><p class="who">${message.author} ${time(message.at)}</p><p class="text">${message.text}</p>${delivery(message)}</li>`),
    'Nobody has answered yet.',
  );
}

const DELIVERY: Readonly<Record<Delivery['state'], string>> = { delivered: 'Delivered', pending: 'On its way', failed: 'Cannot be delivered' };

function delivery({ delivery: how }: TicketMessage): Html | undefined {
  return how && html`<p class="delivery ${how.state}">${DELIVERY[how.state]}${how.why !== undefined && `: ${how.why}`}.</p>`;
}

function transcript({ ticket }: TicketView): Html {
  return list(
    ticket.transcript.map((line) => html`<li class="message ${line.who}"><p class="who">${SPEAKER[line.who] ?? line.who} ${time(line.at)}</p><p class="text">${line.text}</p></li>`),
    'No conversation was handed over.',
  );
}

function fixes({ ticket }: TicketView): Html {
  return list(
    ticket.fixesTried.map((fix) => html`<li><span class="outcome ${fix.outcome}">${OUTCOME[fix.outcome]}</span> ${fix.title} ${time(fix.at)}</li>`),
    'None was tried.',
  );
}

function replyForm(view: TicketView): Html {
  return html`<form method="post" action="${href(view.number)}/replies" class="panel">
      <h2>Answer</h2>
      <input type="hidden" name="key" value="${randomUUID()}">
      <label>Your answer <textarea name="text" required maxlength="8000" rows="5"></textarea></label>
      <p class="note">The person reads it in the chat, with your name.</p>
      <button class="primary">Send answer</button>
    </form>`;
}

function statusForm(view: TicketView): Html {
  const done = view.status === 'resolved' || view.status === 'closed';
  const button = (status: TicketStatus, label: string): Html | false =>
    view.status !== status && html`<button name="status" value="${status}">${label}</button>`;
  return html`<form method="post" action="${href(view.number)}/status" class="panel">
      <h2>Status</h2>
      ${causeField(view)}
      <div class="buttons">${done ? button('open', 'Open again') : html`<button name="status" value="resolved" class="primary">Resolve</button>`}
        ${!done && (button('waiting', 'Wait for the person') || undefined)}
        ${button('closed', 'Close') || undefined}</div>
    </form>`;
}

/** What it was: the assistant learns from it. */
function causeField({ ticket, cause }: TicketView): Html | undefined {
  const known = ticket.causes.filter(({ id }) => id !== 'unknown');
  if (known.length === 0) return undefined;
  const option = (id: string, title: string): Html => html`<option value="${id}"${cause === id && html` selected`}>${title}</option>`;
  return html`<label>What was it? <select name="cause">
        ${option('', 'Not known')}
        ${known.map(({ id, title, probability }) => option(id, `${title} (${Math.round(probability * 100)}${NBSP}%)`))}
        ${option('unknown', 'Something else')}
      </select></label>
      <p class="note">Goes with “Resolve” and “Close”. The assistant learns from it, and the person is not told.</p>`;
}

function section(title: string, content: Html): Html {
  return html`<section class="panel"><h2>${title}</h2>${content}</section>`;
}

function list(items: readonly Html[], empty: string): Html {
  return items.length === 0 ? html`<p class="empty">${empty}</p>` : html`<ul>${items}</ul>`;
}

function codes(values: readonly string[]): Html | undefined {
  return values.length === 0 ? undefined : html`<span class="codes">${values.map((code) => html`<code>${code}</code> `)}</span>`;
}

function badge(status: TicketStatus): Html {
  return html`<span class="badge ${status}">${STATUS[status]}</span>`;
}

function time(iso: string): Html {
  return html`<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

function href(number: string): string {
  return `/helpdesk/tickets/${encodeURIComponent(number)}`;
}

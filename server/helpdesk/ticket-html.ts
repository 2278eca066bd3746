import type { Delivery, TicketDeed, TicketMessage, TicketView } from '../../helpdesk/board.ts';
import { outcomeInWords, plainText, speaker } from '../../helpdesk/words.ts';
import { html, type Html } from '../pages/html.ts';
import { documentHtml } from './document.ts';
import { badge, codes, STATUS, time } from './parts-html.ts';
import { assignForm, handBackForm, replyForm, statusForm, type Answer } from './ticket-forms.ts';

/** More are in the list to choose from. */
const LIKELIEST = 5;
/** Between a number and its unit. */
const NBSP = '\u00a0';

/** @param answers what the knowledge has to say on it. */
export function ticketHtml(view: TicketView, agent: string, answers: readonly Answer[]): string {
  const { ticket } = view;
  return documentHtml(`Ticket #${view.number}`, html`<p class="back"><a href="/helpdesk">All tickets</a></p>
    <h1><span class="number">#${view.number}</span> ${view.subject}</h1>
    <p class="facts" id="facts" data-live>${badge(view.status)} ${view.requester} · opened ${time(view.openedAt)} · ${view.assignee === undefined ? 'nobody has taken it' : `assigned to ${view.assignee}`} ${codes(view.errorCodes)}</p>
    <div class="columns">
      <div class="first">
        ${section('Summary', html`<p class="text">${plainText(ticket.summary)}</p>`)}
        ${section('Messages', messages(view.messages), 'messages')}
        ${replyForm(view, answers)}
      </div>
      <div class="side">
        ${assignForm(view, agent)}
        ${statusForm(view, answers)}
        ${view.messages.some(({ from }) => from === 'helpdesk') && handBackForm(view)}
        ${section('Steps tried', list(ticket.fixesTried.map((fix) => html`<li><span class="outcome ${fix.outcome}">${outcomeInWords(fix.outcome)}</span> ${fix.title} ${time(fix.at)}</li>`), 'None was tried.'))}
        ${section('What is known', list(ticket.findings.map((finding) => html`<li>${finding.statement}</li>`), 'Nothing for certain.'))}
        ${section('Likely causes', list(ticket.causes.slice(0, LIKELIEST).map((cause) => html`<li>${cause.title} <span class="share">${Math.round(cause.probability * 100)}${NBSP}%</span></li>`), 'None stood out.'))}
        ${section('What happened', list(view.deeds.map(deed), 'Nobody has done anything with it yet.'), 'deeds')}
      </div>
      <div class="last">
        ${section('Conversation', html`<p class="note">What looked secret was taken out before it came here.</p>${transcript(view)}`)}
      </div>
    </div>`, agent);
}

function messages(all: readonly TicketMessage[]): Html {
  return list(
    all.map((message) => html`<li class="message ${message.from}"><p class="who">${message.author} ${time(message.at)}</p><p class="text">${message.text}</p>${delivery(message)}</li>`),
    'Nothing has been written since the ticket was opened.',
  );
}

const DELIVERY: Readonly<Record<Delivery['state'], string>> = { delivered: 'Delivered', pending: 'On its way', failed: 'Cannot be delivered' };

function delivery({ delivery: how }: TicketMessage): Html | undefined {
  return how && html`<p class="delivery ${how.state}">${DELIVERY[how.state]}${how.why !== undefined && `: ${how.why}`}.</p>`;
}

function deed(each: TicketDeed): Html {
  if (each.what === 'handed-back') return html`<li>${each.author} gave the conversation back to the assistant ${time(each.at)}</li>`;
  const what = each.what === 'status' ? `set it to “${STATUS[each.status]}”` : each.to === each.author ? 'took it' : each.to === undefined ? 'gave it back' : `assigned it to ${each.to}`;
  return html`<li>${each.author} ${what} ${time(each.at)}</li>`;
}

function transcript({ ticket }: TicketView): Html {
  return list(
    ticket.transcript.map((line) => html`<li class="message ${line.who}"><p class="who">${speaker(line.who)} ${time(line.at)}</p><p class="text">${plainText(line.text)}</p></li>`),
    'No conversation was handed over.',
  );
}

/** @param live the id of what is brought up to date while somebody looks. */
function section(title: string, content: Html, live?: string): Html {
  return html`<section class="panel"><h2>${title}</h2>${live === undefined ? content : html`<div id="${live}" data-live>${content}</div>`}</section>`;
}

function list(items: readonly Html[], empty: string): Html {
  return items.length === 0 ? html`<p class="empty">${empty}</p>` : html`<ul>${items}</ul>`;
}

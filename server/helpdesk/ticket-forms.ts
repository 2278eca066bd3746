import { randomUUID } from 'node:crypto';
import type { TicketStatus } from '../../dialogs/ticket.ts';
import type { TicketView } from '../../helpdesk/board.ts';
import { html, type Html } from '../pages/html.ts';
import { href } from './parts-html.ts';

/** What the knowledge has for somebody with this ticket: a fix, in words that can be sent. */
export interface Answer {
  /** Of the fix. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const NBSP = '\u00a0';

export function replyForm(view: TicketView, answers: readonly Answer[]): Html {
  return html`<form method="post" action="${href(view.number)}/replies" class="panel">
      <h2>Answer</h2>
      <input type="hidden" name="key" value="${randomUUID()}">
      ${answers.length > 0 && html`<label class="canned" hidden>From the knowledge <select>
        <option value="">Choose a step to put into the answer</option>
        ${answers.map(({ title, text }) => html`<option value="${text}">${title}</option>`)}
      </select></label>`}
      <label>Your answer <textarea name="text" required maxlength="8000" rows="6"></textarea></label>
      <p class="note">The person reads it in the chat, with your name.</p>
      <button class="primary">Send answer</button>
    </form>`;
}

export function assignForm({ number, assignee }: TicketView, agent: string): Html {
  const button = (to: string, label: string): Html => html`<button name="to" value="${to}">${label}</button>`;
  return html`<form method="post" action="${href(number)}/assignment" class="panel" id="assignment" data-live>
      <h2>Assigned to ${assignee ?? 'nobody'}</h2>
      <div class="buttons">${assignee === agent ? button('', 'Give it back') : button(agent, assignee === undefined ? 'Take it' : 'Take it over')}</div>
    </form>`;
}

/** The chat is the assistant's again, at the step that was open. */
export function handBackForm({ number }: TicketView): Html {
  return html`<form method="post" action="${href(number)}/hand-back" class="panel">
      <h2>The chat</h2>
      <p class="note">From your first answer on the assistant keeps quiet there.</p>
      <button>Hand back to the assistant</button>
    </form>`;
}

export function statusForm(view: TicketView, answers: readonly Answer[]): Html {
  const done = view.status === 'resolved' || view.status === 'closed';
  const button = (status: TicketStatus, label: string): Html | false =>
    view.status !== status && html`<button name="status" value="${status}">${label}</button>`;
  return html`<form method="post" action="${href(view.number)}/status" class="panel" id="status" data-live>
      <h2>Status</h2>
      ${endingFields(view, answers)}
      <div class="buttons">${done ? button('open', 'Open again') : html`<button name="status" value="resolved" class="primary">Resolve</button>`}
        ${!done && (button('waiting', 'Wait for the person') || undefined)}
        ${button('closed', 'Close') || undefined}</div>
    </form>`;
}

/** What it was, and what helped: the assistant learns from the cause. */
function endingFields({ ticket, cause, fix }: TicketView, answers: readonly Answer[]): Html {
  const option = (chosen: string | undefined) => (id: string, title: string): Html => html`<option value="${id}"${chosen === id && html` selected`}>${title}</option>`;
  const causes = ticket.causes.filter(({ id }) => id !== 'unknown');
  const fixes = fixesOf(ticket.fixesTried, answers);
  return html`${causes.length > 0 && html`<label>What was it? <select name="cause">
        ${option(cause)('', 'Not known')}
        ${causes.map(({ id, title, probability }) => option(cause)(id, `${title} (${Math.round(probability * 100)}${NBSP}%)`))}
        ${option(cause)('unknown', 'Something else')}
      </select></label>`}
      ${fixes.length > 0 && html`<label>What helped? <select name="fix">
        ${option(fix)('', 'Not known')}
        ${fixes.map(({ id, title }) => option(fix)(id, title))}
      </select></label>`}
      ${causes.length + fixes.length > 0 && html`<p class="note">Goes with “Resolve” and “Close”. The assistant learns from it, and the person is not told.</p>`}`;
}

/** Fixes that may have helped, each once. */
export function fixesOf(tried: readonly { readonly id: string; readonly title: string }[], answers: readonly Answer[]): readonly { readonly id: string; readonly title: string }[] {
  return [...new Map([...tried, ...answers].map(({ id, title }) => [id, { id, title }])).values()];
}

import { ENDS, type End, type Ends, type Numbers, type Span } from '../../helpdesk/numbers.ts';
import { html, type Html } from '../pages/html.ts';
import { documentHtml } from './document.ts';

/** What was given up: it was not done, and will not be by itself. */
export interface DeadLetter {
  readonly what: string;
  readonly why: string;
  /** ISO 8601. */
  readonly since?: string;
}

export interface NumbersPage {
  readonly numbers: Numbers;
  readonly days: number;
  readonly deadLetters: readonly DeadLetter[];
  /** The title of a problem, a step or a cause; the id where there is none. */
  readonly titleOf: (id: string) => string;
}

export const PERIODS = [7, 30, 90, 180];

const END: Readonly<Record<End, string>> = {
  confirmed: 'Confirmed on another day', solved: 'Said to work, not confirmed', 'handed-over': 'Handed over', again: 'Asked again within 7 days', left: 'Left, or still open',
};
const NBSP = '\u00a0';

export function numbersHtml({ numbers, days, deadLetters, titleOf }: NumbersPage, agent: string): string {
  const { conversations, ends, problems, steps, causes, misheard, ratings, toFirstStep, toEnd } = numbers;
  return documentHtml('Numbers', html`<p class="back"><a href="/helpdesk">All tickets</a></p>
    <h1>Numbers of the last ${days} days</h1>
    <nav class="pages" aria-label="Period">${PERIODS.map((each) => (each === days ? html`<strong>${each} days</strong> ` : html`<a href="/helpdesk/numbers?days=${each}">${each} days</a> `))}<a href="/helpdesk/numbers.csv?days=${days}">As CSV</a></nav>
    ${deadLetters.length > 0 && section('Given up', html`<p class="note">This was not done, and will not be by itself. The log has more.</p>
      ${table(['What', 'Why', 'Since'], deadLetters.map(({ what, why, since = '' }) => [what, why, since.slice(0, 10)]))}`)}
    ${section(`${conversations} conversations about a fault, by how they ended`, endsTable(ends, conversations))}
    ${section('Time', table(['Minutes', 'Half of them within', 'Nine of ten within', 'Conversations'], [spanRow('To the first step', toFirstStep), spanRow('To the end', toEnd)]))}
    ${section('By problem', table(['Problem', 'Conversations', ...ENDS.map((end) => END[end])], problems.map(({ problem, conversations: all, ends: of }) => [titleOf(problem), all, ...ENDS.map((end) => of[end])])))}
    ${section('Steps that did it', table(['Step', 'Problem', 'Confirmed', 'Said to work'], steps.map(({ step, problem, confirmed, solved }) => [titleOf(step), titleOf(problem), confirmed, solved])))}
    ${section('Tickets by cause, as the helpdesk named it', table(['Cause', 'Tickets'], causes.map(({ cause, tickets }) => [cause === 'unknown' ? 'Something else' : titleOf(cause), tickets])))}
    ${section('Misheard', html`<p>In ${share(misheard.conversations, conversations)} of the conversations: asked back ${misheard.askedBack} times, taken back ${misheard.takenBack} times.</p>`)}
    ${section('What people made of it', html`<p>${ratings.n === 0 ? 'Nobody has said so yet.' : `${share(Math.round(ratings.satisfied * ratings.n), ratings.n)} of ${ratings.n} found the help good or very good.`}</p>
      ${ratings.lines.length > 0 && html`<ul>${ratings.lines.map(({ score, line }) => html`<li><span class="badge">${score} of 5</span> ${line}</li>`)}</ul>`}`)}`, agent);
}

function endsTable(ends: Ends, all: number): Html {
  return table(['End', 'Conversations', 'Share'], ENDS.map((end) => [END[end], ends[end], share(ends[end], all)]));
}

function spanRow(title: string, span: Span | undefined): readonly (string | number)[] {
  return span ? [title, rounded(span.median), rounded(span.p90), span.n] : [title, '–', '–', 0];
}

const rounded = (minutes: number): string => (minutes < 10 ? minutes.toFixed(1) : String(Math.round(minutes)));
const share = (part: number, all: number): string => (all === 0 ? `0${NBSP}%` : `${Math.round((100 * part) / all)}${NBSP}%`);

function section(title: string, content: Html): Html {
  return html`<section class="panel"><h2>${title}</h2>${content}</section>`;
}

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): Html {
  if (rows.length === 0) return html`<p class="empty">Nothing yet.</p>`;
  return html`<div class="scroll" tabindex="0"><table>
      <thead><tr>${heads.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead>
      <tbody>${rows.map(([first = '', ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((each) => html`<td>${each}</td>`)}</tr>`)}</tbody>
    </table></div>`;
}

import type { Command } from '../../knowledge/compiler/types.ts';
import { html, type Html } from '../pages/html.ts';
import { branch, sourcesHtml } from './document.ts';
import { anchor } from './links.ts';
import { minutes, percent, RISK, ROLE, SHELL, SIDE } from './words.ts';
import type { FixView } from './view.ts';

/** The fixes that the assistant offers, in order, and behind a fold those that wait for evidence. */
export function fixesHtml(fixes: readonly FixView[]): Html {
  const offered = fixes.filter((fix) => fix.place !== undefined);
  const waiting = fixes.filter((fix) => fix.place === undefined);
  return html`<p>In this order, when no question is answered and nothing helps. Each answer changes it.</p>
    <ol class="fixes">${offered.map((fix) => html`<li>${fixHtml(fix)}</li>`)}</ol>
    <p class="then">Then a person is called.</p>
    ${waiting.length > 0 && html`<h3>When the evidence speaks for them</h3>
    <ul class="fixes">${waiting.map((fix) => html`<li>${fixHtml(fix)}</li>`)}</ul>`}`;
}

function fixHtml({ fix, place, probability, solves }: FixView): Html {
  return html`<details class="panel fix" id="${anchor('fix', fix.id)}">
      <summary>${place !== undefined && html`<span class="place"><span class="for-screen-readers">Fix </span>${place}</span>`}<span class="title">${fix.title}</span>
        <span class="chips"><span class="chip ${fix.side}">${SIDE[fix.side]}</span> <span class="chip">${minutes(fix.minutes)}</span> <span class="chip">${RISK[fix.risk.level]}</span> <span class="chip">helps ${percent(probability)}</span></span></summary>
      <dl class="facts">
        <div><dt>Who</dt><dd>${ROLE[fix.role]}</dd></div>
        <div><dt>Time</dt><dd>${minutes(fix.minutes)} to do, ${minutes(fix.retestMinutes)} to see whether it helped, ${minutes(fix.undoMinutes)} to take back</dd></div>
        <div><dt>Risk</dt><dd>${fix.risk.text}</dd></div>
        <div><dt>Solves</dt><dd><ul>${solves.map(({ cause, probability: chance }) => html`<li>${branch(chance, anchor('cause', cause.id), cause.title)}</li>`)}</ul></dd></div>
      </dl>
      ${fix.testOnly && html`<p class="warning">A test only: it weakens security, and is taken back before anything else.</p>`}
      <p class="label">Steps</p>
      <ol class="steps">${fix.steps.map((step) => html`<li><p>${step.text}</p>${step.command && commandHtml(step.command)}</li>`)}</ol>
      <p class="label">Check</p><p>${fix.check}</p>
      <p class="label">Undo</p><p>${fix.undo}</p>
      <p class="label">To ask for it</p><p>${fix.handover}</p>
      ${sourcesHtml(fix.sources, fix.confidence)}
    </details>`;
}

export function commandHtml(command: Command): Html {
  const where = `${SHELL[command.shell]}${command.admin ? ' as administrator' : ''}, on: ${SIDE[command.where].toLowerCase()}`;
  return html`<figure class="command"><figcaption>${where}</figcaption><pre tabindex="0" role="group" aria-label="${`Command for ${where}`}"><code>${command.text}</code></pre></figure>`;
}

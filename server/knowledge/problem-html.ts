import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import { html, type Html } from '../pages/html.ts';
import { bar, branch, codeLine, sourcesHtml, type PageContent } from './document.ts';
import { evidenceHtml } from './evidence-html.ts';
import { fixesHtml } from './fix-html.ts';
import { anchor, termHref } from './links.ts';
import { outlineHtml, pictureHtml } from './picture-html.ts';
import type { Picture } from './picture.ts';
import type { CauseView, ProblemView } from './view.ts';
import { counted, percent, SIDE } from './words.ts';

/** So many codes are shown open; more stand behind a fold. */
const OPEN_CODES = 12;

export function problemPage(graph: KnowledgeGraph, view: ProblemView, picture: Picture): PageContent {
  const { problem, causes, fixes, questions, terms } = view;
  return {
    title: problem.title,
    trail: [],
    content: html`<h1>${problem.title}</h1>
      <p class="lead">${problem.meaning}</p>
      <nav class="sections" aria-label="On this page"><ul>
        <li><a href="#causes">Causes <span class="quiet">${causes.length}</span></a></li>
        <li><a href="#fixes">Fixes <span class="quiet">${fixes.length}</span></a></li>
        <li><a href="#evidence">Evidence <span class="quiet">${questions.length}</span></a></li>
        <li><a href="#graph">Picture</a></li>
        <li><a href="#sources">Sources</a></li></ul></nav>
      <section aria-labelledby="causes"><h2 id="causes">What can be behind it</h2>
        <p>Probabilities before anything else is known.</p>
        <ol class="causes">${causes.map(causeHtml)}</ol></section>
      <section aria-labelledby="fixes"><h2 id="fixes">What helps</h2>${fixesHtml(fixes)}</section>
      <section aria-labelledby="evidence"><h2 id="evidence">What is asked and measured</h2>${evidenceHtml(questions)}</section>
      <section aria-labelledby="graph"><h2 id="graph">As a picture</h2>
        <div class="graph">${pictureHtml(view, picture)}${outlineHtml(view)}</div></section>
      ${codesHtml(graph, problem.id)}
      ${terms.length > 0 && html`<section aria-labelledby="terms"><h2 id="terms">Terms</h2>
        <ul class="term-links">${terms.map((term) => html`<li><a href="${termHref(term.id)}">${term.names[0] ?? term.id}</a></li>`)}</ul></section>`}
      <section aria-labelledby="sources"><h2 id="sources">Where all this comes from</h2>
        <details class="panel"><summary><span class="title">${counted(view.sources.length, 'source')}</span></summary>${sourcesHtml(view.sources, problem.confidence)}</details></section>`,
  };
}

function causeHtml({ cause, probability, authored, solvedBy }: CauseView): Html {
  return html`<li class="panel cause" id="${anchor('cause', cause.id)}" tabindex="-1">
      <div class="head"><h3>${cause.title}</h3><p class="share">${percent(probability)}</p></div>
      ${bar(probability)}
      ${authored !== undefined && html`<p class="quiet">Learned from how conversations ended; the author wrote ${percent(authored)}.</p>`}
      <p>${cause.meaning}</p>
      <details><summary>${SIDE[cause.side]} · ${counted(solvedBy.length, 'fix', 'fixes')} · details</summary>
        <p>${cause.detail}</p>
        ${solvedBy.length > 0 && html`<p class="label">Solved by</p><ul>${solvedBy.map(({ fix, probability: chance }) => html`<li>${branch(chance, anchor('fix', fix.id), fix.title)}</li>`)}</ul>`}
        ${sourcesHtml(cause.sources, cause.confidence)}</details></li>`;
}

function codesHtml(graph: KnowledgeGraph, problem: string): Html | false {
  const entries = graph.codes.filter((entry) => entry.problem === problem);
  if (entries.length === 0) return false;
  const list = html`<ul class="codes">${entries.map((entry) => codeLine(entry, true))}</ul>`;
  return html`<section aria-labelledby="codes"><h2 id="codes">Codes that lead here</h2>${
    entries.length <= OPEN_CODES ? list : html`<details class="panel"><summary><span class="title">${counted(entries.length, 'code')}</span></summary>${list}</details>`
  }</section>`;
}

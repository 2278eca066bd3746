import type { CodeEntry, KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import { html, type Html } from '../pages/html.ts';
import { sourcesHtml, type PageContent } from './document.ts';
import { problemHref, tableHref } from './links.ts';
import { SPACE } from './words.ts';

/** Everything that bears one number, each number space apart; undefined when nothing bears it. */
export function codePage(graph: KnowledgeGraph, code: string): PageContent | undefined {
  const entries = graph.code(code);
  if (entries.length === 0) return undefined;
  const title = headline(code);
  return {
    title,
    query: code,
    trail: [],
    content: html`<h1>${title}</h1>
      ${entries.length > 1 && html`<p class="lead">This number means ${entries.length} different things. Which one it is depends on where you saw it.</p>`}
      ${entries.map((entry) => entryHtml(graph, entry))}`,
  };
}

function entryHtml(graph: KnowledgeGraph, entry: CodeEntry): Html {
  const problem = graph.problems.get(entry.problem);
  return html`<section class="panel entry"><h2>${SPACE[entry.space]}${entry.origin && html` <span class="quiet">${entry.origin}</span>`}</h2>
    ${entry.symbol && html`<p class="symbol">${entry.symbol}</p>`}
    <p class="lead">${entry.meaning}</p>
    <p><strong>For the administrator:</strong> ${entry.detail}</p>
    ${problem && html`<p class="onward"><a class="button primary" href="${problemHref(problem.id)}">What to do: ${problem.title}</a></p>`}
    ${sourcesHtml(entry.sources, entry.confidence)}
    <p><a href="${tableHref(entry.space)}">All codes of this table</a></p></section>`;
}

/** With the decimal that the same dialog may show. */
function headline(code: string): string {
  return /^0x[0-9a-f]+$/.test(code) ? `${code} (${Number(code)})` : code;
}

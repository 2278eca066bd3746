import { html, type Html } from '../pages/html.ts';
import { codeLine, type PageContent } from './document.ts';
import { codeHref, problemHref } from './links.ts';
import type { CodeMatch, Hit, SearchResult } from './search.ts';
import { counted } from './words.ts';

const KIND: Readonly<Record<Hit['kind'], string>> = { code: 'Code', problem: 'Problem', cause: 'Cause', fix: 'Fix', term: 'Term' };

export function searchPage(query: string, { pair, codes, hits }: SearchResult): PageContent {
  const found = hits.length + codes.length;
  const short = query.length > 60 ? `${query.slice(0, 60)} …` : query;
  return {
    title: `Search: ${short}`,
    query,
    trail: [],
    content: html`<h1>${found === 0 && !pair ? 'Nothing found for' : 'Found for'} “${short}”</h1>
      ${found === 0 && !pair && html`<p class="lead">Try the code alone (0x904, 2308), or a word that the message contains.</p>`}
      ${pair && html`<section class="panel"><h2>${pair.codes}</h2><p class="onward"><a class="button primary" href="${problemHref(pair.problem.id)}">What to do: ${pair.problem.title}</a></p></section>`}
      ${codes.length > 0 && html`<section aria-labelledby="codes"><h2 id="codes">Codes</h2>${codes.map(codeHtml)}</section>`}
      ${hits.length > 0 && html`<section aria-labelledby="words"><h2 id="words">${counted(hits.length, 'place')} with these words</h2><ul class="hits">${hits.map(hitHtml)}</ul></section>`}`,
  };
}

function codeHtml({ code, entries }: CodeMatch): Html {
  return html`<div class="panel"><h3><a href="${codeHref(code)}">${code}</a>${entries.length > 1 && html` <span class="quiet">means ${entries.length} different things</span>`}</h3>
    <ul class="codes">${entries.map((entry) => codeLine(entry, true))}</ul></div>`;
}

function hitHtml({ kind, href, title, text }: Hit): Html {
  return html`<li class="panel"><p><span class="chip">${KIND[kind]}</span> <a href="${href}">${title}</a></p><p class="quiet">${text}</p></li>`;
}

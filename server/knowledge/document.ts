import type { CodeEntry, Confidence, Source } from '../../knowledge/compiler/types.ts';
import { html, type Html } from '../pages/html.ts';
import { codeHref, KNOWLEDGE } from './links.ts';
import { CONFIDENCE, percent, SPACE } from './words.ts';
import { pageHead } from '../pages/page-head.ts';

export interface PageFiles {
  readonly style: string;
  readonly script: string;
}

export interface PageContent {
  readonly title: string;
  readonly content: Html;
  /** What stands in the search field. */
  readonly query?: string;
  /** Where the reader stands, without the start page and the page itself. */
  readonly trail?: readonly { readonly href: string; readonly title: string }[];
}

export function documentHtml({ title, content, query = '', trail }: PageContent, { style, script }: PageFiles): string {
  return html`<!doctype html>
<html lang="en">
${pageHead({ title: `${title} – Reconnect knowledge`, style, scripts: [script] })}
<body>
  <a class="skip" href="#content">Skip to the content</a>
  <header>
    <div class="bar">
      <p class="brand"><a href="${KNOWLEDGE}">Reconnect knowledge</a></p>
      <form role="search" action="${KNOWLEDGE}" method="get">
        <input type="search" name="q" value="${query}" maxlength="2000" aria-label="Search a code or words" placeholder="0x904, 2308, certificate …" autocomplete="off" spellcheck="false">
        <button class="primary">Search</button>
      </form>
    </div>
  </header>
  <main id="content" tabindex="-1">
    ${trail && html`<nav class="trail" aria-label="Where you are"><ol><li><a href="${KNOWLEDGE}">Knowledge</a></li>${trail.map((step) => html`<li><a href="${step.href}">${step.title}</a></li>`)}</ol></nav>`}
    ${content}
  </main>
</body>
</html>
`.markup;
}

/** A share as a bar. Decoration: the number must stand beside it. */
export function bar(share: number): Html {
  const width = Math.max(share * 100, 0.8).toFixed(1);
  return html`<svg class="share-bar" aria-hidden="true" focusable="false" width="100%" height="8"><rect class="rail" width="100%" height="8" rx="4"/><rect class="part" width="${width}%" height="8" rx="4"/></svg>`;
}

export function sourcesHtml(sources: readonly Source[], confidence?: Confidence): Html {
  const items = sources.map((source) => html`<li>${sourceLink(source)} <span class="quiet">(${CONFIDENCE[source.confidence]})</span></li>`);
  return html`${confidence && html`<p><strong>How sure:</strong> ${CONFIDENCE[confidence]}.</p>`}
    ${items.length > 0 && html`<p><strong>Sources</strong></p><ul class="sources">${items}</ul>`}`;
}

function sourceLink({ title, url }: Source): Html {
  // Only what a browser opens as a page may become a link.
  return url !== undefined && /^https?:/i.test(url) ? html`<a href="${url}" rel="noreferrer">${title}</a>` : html`${title}`;
}

/** A line of a list of codes. */
export function codeLine(entry: CodeEntry, withSpace: boolean): Html {
  return html`<li><a class="code" href="${codeHref(entry.code)}">${entry.code}</a>
    <span>${entry.symbol && html`<span class="symbol">${entry.symbol}</span> `}${entry.meaning}${(withSpace || entry.origin) && html` <span class="quiet">${[withSpace && SPACE[entry.space], entry.origin].filter(Boolean).join(', ')}</span>`}</span></li>`;
}

/** A link to a place on this page with the probability that leads there. */
export function branch(probability: number, target: string, title: string): Html {
  return html`<p class="branch"><span>${percent(probability)}</span> <a href="#${target}">${title}</a></p>`;
}

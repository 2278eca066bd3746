import { html, type Html } from '../pages/html.ts';
import { branch } from './document.ts';
import { anchor } from './links.ts';
import { LINE_HEIGHT, PADDING, type Picture, type PictureNode } from './picture.ts';
import type { ProblemView } from './view.ts';
import { counted } from './words.ts';

/**
 * The picture as SVG. Each node is a link to its place on the page; the script makes it movable and lets the arrow
 * keys follow the edges. Without the script it scrolls.
 */
export function pictureHtml(view: ProblemView, picture: Picture): Html {
  const { width, height, nodes, edges } = picture;
  const button = (act: string, name: string, sign: string): Html =>
    html`<button type="button" data-act="${act}" aria-label="${name}"><span aria-hidden="true">${sign}</span></button>`;
  return html`<figure class="picture" data-picture>
      <div class="tools" role="group" aria-label="Move the picture" hidden>${[
        button('in', 'Larger', '+'), button('out', 'Smaller', '−'), button('fit', 'All of it', '⤢'),
        button('left', 'Move left', '←'), button('up', 'Move up', '↑'), button('down', 'Move down', '↓'), button('right', 'Move right', '→'),
      ]}</div>
      <div class="view"><div class="sheet">
        <svg role="group" aria-label="${`${view.problem.title}: causes and fixes`}" viewBox="0 0 ${width.toFixed(0)} ${height.toFixed(0)}" width="${width.toFixed(0)}" height="${height.toFixed(0)}">
          <g class="edges" aria-hidden="true">${edges.map((edge) => html`<path data-from="${edge.from}" data-to="${edge.to}" d="${edge.path}" stroke-width="${edge.width.toFixed(1)}"/>`)}</g>
          ${nodes.map((node) => nodeHtml(view, node))}
        </svg></div></div>
      <figcaption>From the problem to its causes, and from each cause to what solves it. The thicker a line, the likelier. <span class="keys" hidden>Drag to move, Ctrl and wheel to zoom. With the keyboard: arrow keys follow the lines, Enter opens.</span></figcaption>
    </figure>`;
}

function nodeHtml(view: ProblemView, node: PictureNode): Html {
  const { kind, id, x, y, width, height, lines } = node;
  const rows = node.note === '' ? lines : [...lines, node.note];
  const texts = rows.map((line, index) => {
    const note = node.note !== '' && index === lines.length;
    // The space parts the words of two lines where the text is read aloud.
    return html`<tspan class="${note ? 'note' : 'name'}" x="${width / 2}" y="${PADDING + LINE_HEIGHT * (index + 0.75)}">${line} </tspan>`;
  });
  return html`<a class="node ${kindClass(view, node)}" data-node="${`${kind}-${id}`}" href="${kind === 'problem' ? '#content' : `#${anchor(kind, id)}`}" aria-label="${spoken(view, node)}" transform="translate(${x.toFixed(1)} ${y.toFixed(1)})"><rect width="${width}" height="${height}" rx="${kind === 'fix' ? 18 : 6}"/><text>${texts}</text></a>`;
}

function kindClass(view: ProblemView, { kind, id }: PictureNode): string {
  if (kind !== 'cause') return kind;
  return `cause ${view.causes.find(({ cause }) => cause.id === id)?.cause.side ?? ''}`;
}

/** Holds what the picture shows, so that it can be called by that name. */
function spoken(view: ProblemView, { kind, lines, note, id }: PictureNode): string {
  const shown = [...lines, note].join(' ').trim();
  if (kind === 'problem') return `Problem: ${shown}. ${counted(view.causes.length, 'cause')}`;
  if (kind === 'fix') return `Fix: ${shown}`;
  const solvedBy = view.causes.find(({ cause }) => cause.id === id)?.solvedBy.length ?? 0;
  return `Cause: ${shown}. ${counted(solvedBy, 'fix', 'fixes')}`;
}

/** The same graph as nested lists. */
export function outlineHtml({ problem, causes }: ProblemView): Html {
  return html`<section class="outline" aria-label="The same as text" tabindex="0"><h3>The same as text</h3>
      <p>${problem.title}</p>
      <ul>${causes.map(({ cause, probability, solvedBy }) => html`<li>${branch(probability, anchor('cause', cause.id), cause.title)}${
        solvedBy.length > 0 && html`<ul>${solvedBy.map(({ fix, probability: chance }) => html`<li>${branch(chance, anchor('fix', fix.id), fix.title)}</li>`)}</ul>`
      }</li>`)}</ul></section>`;
}

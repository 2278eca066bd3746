import Panzoom, { type PanzoomObject } from '@panzoom/panzoom';
import { followEdges } from './knowledge-keys.ts';

const STEP = 80;
/** The scale at which the text of a node can still be read. */
const SMALLEST_READABLE = 0.8;
/** A pointer that moved less than so many pixels has clicked. */
const CLICK = 5;

/** Lets a picture be dragged, zoomed, moved by buttons and followed by the arrow keys. */
export function makeMovable(picture: HTMLElement): void {
  const view = picture.querySelector<HTMLElement>('.view');
  const sheet = picture.querySelector<HTMLElement>('.sheet');
  if (!view || !sheet) return;
  const start = beginning(view, sheet);
  const panzoom = Panzoom(sheet, { canvas: true, maxScale: 3, minScale: 0.05, ...start });
  picture.dataset['ready'] = 'yes';
  for (const hidden of picture.querySelectorAll<HTMLElement>('.tools, .keys')) hidden.hidden = false;

  view.addEventListener('wheel', (event) => {
    // Without the key the wheel belongs to the page.
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    panzoom.zoomToPoint(panzoom.getScale() * Math.exp(-event.deltaY / 300), event);
  }, { passive: false });
  followLinksOnlyOnClicks(view);

  picture.querySelector('.tools')?.addEventListener('click', (event) => {
    const act = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]')?.dataset['act'] : undefined;
    if (act !== undefined) perform(act, panzoom, view, sheet);
  });
  followEdges(picture, (node) => show(node, panzoom, view));
}

function perform(act: string, panzoom: PanzoomObject, view: HTMLElement, sheet: HTMLElement): void {
  if (act === 'fit') fit(panzoom, view, sheet);
  if (act === 'in') zoom(panzoom, view, 1.3);
  if (act === 'out') zoom(panzoom, view, 1 / 1.3);
  // The picture is looked at through a window: to see what is on the left it moves to the right.
  if (act === 'left') move(panzoom, STEP, 0);
  if (act === 'right') move(panzoom, -STEP, 0);
  if (act === 'up') move(panzoom, 0, STEP);
  if (act === 'down') move(panzoom, 0, -STEP);
}

/** By pixels of the screen; the library counts in pixels of the picture. */
function move(panzoom: PanzoomObject, x: number, y: number): void {
  const scale = panzoom.getScale();
  panzoom.pan(x / scale, y / scale, { relative: true });
}

function zoom(panzoom: PanzoomObject, view: HTMLElement, factor: number): void {
  const { left, top, width, height } = view.getBoundingClientRect();
  panzoom.zoomToPoint(panzoom.getScale() * factor, { clientX: left + width / 2, clientY: top + height / 2 });
}

/** All of it, in the middle of the window. */
function fit(panzoom: PanzoomObject, view: HTMLElement, sheet: HTMLElement): void {
  const { offsetWidth: width, offsetHeight: height } = sheet;
  const scale = Math.min(1, view.clientWidth / width, view.clientHeight / height);
  panzoom.zoom(scale);
  panzoom.pan(panFor(scale, (view.clientWidth - scale * width) / 2, width), panFor(scale, (view.clientHeight - scale * height) / 2, height));
}

/** So large that it can be read, with the problem in view. */
function beginning(view: HTMLElement, sheet: HTMLElement): { startScale: number; startX: number; startY: number } {
  const { offsetWidth: width, offsetHeight: height } = sheet;
  const scale = Math.min(1, Math.max(SMALLEST_READABLE, view.clientWidth / width));
  const problem = sheet.querySelector('.node.problem')?.getBoundingClientRect();
  const middle = problem ? problem.top + problem.height / 2 - sheet.getBoundingClientRect().top : height / 2;
  return {
    startScale: scale,
    startX: panFor(scale, Math.max(0, (view.clientWidth - scale * width) / 2), width),
    startY: panFor(scale, view.clientHeight / 2 - scale * middle, height),
  };
}

/**
 * What the library calls a pan, for a left (or upper) edge at so many pixels of the screen: it moves first and scales then,
 * about the middle.
 */
function panFor(scale: number, edge: number, size: number): number {
  return edge / scale + (size / 2) * (1 - 1 / scale);
}

/** Moves the picture as far as needed to have the node inside. */
function show(node: Element, panzoom: PanzoomObject, view: HTMLElement): void {
  // Focus may have scrolled the window; only the library moves things here.
  view.scrollTo(0, 0);
  const outer = view.getBoundingClientRect();
  const inner = node.getBoundingClientRect();
  const edge = 16;
  const shift = (from: number, to: number, start: number, end: number): number =>
    from < start + edge ? start + edge - from : to > end - edge ? Math.max(end - edge - to, start + edge - from) : 0;
  const x = shift(inner.left, inner.right, outer.left, outer.right);
  const y = shift(inner.top, inner.bottom, outer.top, outer.bottom);
  if (x !== 0 || y !== 0) move(panzoom, x, y);
}

/** A drag that ends on a link is no click on it. */
function followLinksOnlyOnClicks(view: HTMLElement): void {
  let start: { x: number; y: number } | undefined;
  view.addEventListener('pointerdown', (event) => {
    start = { x: event.clientX, y: event.clientY };
  }, { capture: true });
  view.addEventListener('click', (event) => {
    // A click by keyboard or by a screen reader has no detail and no place.
    const far = start !== undefined && event.detail > 0 && Math.hypot(event.clientX - start.x, event.clientY - start.y) > CLICK;
    if (far) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, { capture: true });
  view.addEventListener('dragstart', (event) => event.preventDefault());
}

import { instance } from '@viz-js/viz';
import { z } from 'zod';
import type { ProblemView } from './view.ts';
import { minutes, percent } from './words.ts';

export interface PictureNode {
  readonly kind: 'problem' | 'cause' | 'fix';
  readonly id: string;
  readonly lines: readonly string[];
  /** The quiet last line. */
  readonly note: string;
  /** Upper left corner and size, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  /** Path data. */
  readonly path: string;
  /** In pixels; grows with the probability. */
  readonly width: number;
}

/** The graph of a problem, laid out from left to right: the problem, its causes, their fixes. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

/** Between the lines of a node's text, and around them. */
export const LINE_HEIGHT = 17;
export const PADDING = 10;
const NODE_WIDTH = 224;
/** Units of the layout are points, 72 an inch; a point is drawn as a pixel. */
const INCH = 72;
const MARGIN = 8;
const LINE_LENGTH = 30;

const layout = z.object({
  bb: z.string(),
  objects: z.array(z.object({ name: z.string(), pos: z.string() })),
  edges: z.array(z.object({ pos: z.string() })).default([]),
});

type Box = Omit<PictureNode, 'x' | 'y'>;

/** Graphviz lays out, and what it says is drawn elsewhere. Takes some 10 to 100 ms of this thread: keep the result. */
export async function layOut(view: ProblemView): Promise<Picture> {
  const boxes = boxesOf(view);
  const links = linksOf(view);
  const viz = await instance();
  const { bb, objects, edges } = layout.parse(viz.renderJSON({
    directed: true,
    graphAttributes: { rankdir: 'LR', nodesep: 0.14, ranksep: 1, margin: 0 },
    nodeAttributes: { shape: 'box', fixedsize: true, label: '' },
    edgeAttributes: { arrowhead: 'none', headport: 'w', tailport: 'e' },
    nodes: [...boxes].map(([name, { width, height }]) => ({ name, attributes: { width: width / INCH, height: height / INCH } })),
    edges: links.map(({ from, to }) => ({ tail: from, head: to })),
  }, { yInvert: true }));
  const [, , width = 0, height = 0] = numbersIn(bb).map(Math.abs);
  return {
    width: width + 2 * MARGIN,
    height: Math.max(height, numbersIn(bb)[1] ?? 0) + 2 * MARGIN,
    nodes: objects.flatMap(({ name, pos }) => {
      const box = boxes.get(name);
      const [x = 0, y = 0] = numbersIn(pos);
      return box ? [{ ...box, x: x - box.width / 2 + MARGIN, y: y - box.height / 2 + MARGIN }] : [];
    }),
    edges: edges.flatMap(({ pos }, index) => {
      const link = links[index];
      return link ? [{ from: link.from, to: link.to, width: 1 + 5 * link.probability, path: pathOf(pos) }] : [];
    }),
  };
}

function boxesOf({ problem, causes, fixes }: ProblemView): Map<string, Box> {
  const box = (kind: Box['kind'], id: string, title: string, text: string): [string, Box] => {
    const lines = wrapped(title);
    const rows = lines.length + (text === '' ? 0 : 1);
    return [`${kind}-${id}`, { kind, id, lines, note: text, width: NODE_WIDTH, height: rows * LINE_HEIGHT + 2 * PADDING }];
  };
  return new Map([
    box('problem', problem.id, problem.title, ''),
    ...causes.map(({ cause, probability }) => box('cause', cause.id, cause.title, percent(probability))),
    ...fixes.map(({ fix }) => box('fix', fix.id, fix.title, minutes(fix.minutes))),
  ]);
}

function linksOf({ problem, causes }: ProblemView): { from: string; to: string; probability: number }[] {
  return causes.flatMap(({ cause, probability, solvedBy }) => [
    { from: `problem-${problem.id}`, to: `cause-${cause.id}`, probability },
    ...solvedBy.map(({ fix, probability: chance }) => ({ from: `cause-${cause.id}`, to: `fix-${fix.id}`, probability: chance })),
  ]);
}

/** A start and then three points a curve, as Graphviz writes them: `x,y x,y x,y x,y`. */
function pathOf(pos: string): string {
  const points = pos.split(' ').map((point) => numbersIn(point).map((value) => (value + MARGIN).toFixed(1)).join(','));
  const [start, ...rest] = points;
  return `M${start ?? ''}C${rest.join(' ')}`;
}

function numbersIn(text: string): number[] {
  return (text.match(/-?\d+(\.\d+)?(e[+-]?\d+)?/g) ?? []).map(Number);
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE_LENGTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

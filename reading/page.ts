import { lowerInPlace, normalize, withoutInvisible } from './normalize.ts';
import type { Span } from './evidence.ts';

/** UTF-16 units that are read; of a longer text its beginning and its end. A dialog or an output fits many times. */
const MOST_READ = 32_000;
const HEAD = 24_000;

/** A line without what quoting put before it (`> `, `| `); `start` is its place on the page. */
export interface PageLine {
  readonly lower: string;
  readonly start: number;
}

/** A text prepared for the readers. All its forms but `flat` have the same places. */
export interface Page {
  /** Normalized, in its own case. */
  readonly text: string;
  readonly lower: string;
  /** `lower` with quotation marks of e-mail dropped and each run of white space as one blank. */
  readonly flat: string;
  readonly lines: readonly PageLine[];
  /** A place in `flat` as a place on the page. */
  unflat(at: number): number;
  /** A span of the page as a span of the text as received. */
  span(start: number, end: number): Span;
}

export function createPage(received: string): Page {
  const whole = received.length <= MOST_READ;
  const tail = received.length - (MOST_READ - HEAD);
  const visible = withoutInvisible(whole ? received : `${received.slice(0, HEAD)}\n${received.slice(tail)}`);
  const text = normalize(visible.text);
  const lower = lowerInPlace(text);
  let flattened: { readonly flat: string; readonly places: readonly number[] } | undefined;
  let lines: readonly PageLine[] | undefined;
  const flatten = (): { readonly flat: string; readonly places: readonly number[] } => (flattened ??= flattenText(lower));
  const received_ = (at: number): number => {
    const place = visible.placeOf(at);
    return whole || place <= HEAD ? place : place - HEAD - 1 + tail;
  };
  return {
    text,
    lower,
    get flat() {
      return flatten().flat;
    },
    get lines() {
      return (lines ??= linesOf(lower));
    },
    unflat: (at) => flatten().places[at] ?? lower.length,
    // The end is behind the last character, not before the next: characters without width may lie between.
    span: (start, end) => [received_(start), end > start ? received_(end - 1) + 1 : received_(start)],
  };
}

function linesOf(lower: string): PageLine[] {
  const lines: PageLine[] = [];
  let start = 0;
  while (start <= lower.length) {
    const found = lower.indexOf('\n', start);
    const end = found === -1 ? lower.length : found;
    let from = start;
    while (from < end && isQuoting(lower, from, end)) from += 1;
    lines.push({ lower: lower.slice(from, end).trimEnd(), start: from });
    start = end + 1;
  }
  return lines;
}

/** `>console` is a row of qwinsta, `> text` is a quotation. */
function isQuoting(lower: string, at: number, end: number): boolean {
  const character = lower.charAt(at);
  if (character === '>') return at + 1 >= end || lower.charAt(at + 1) === ' ' || lower.charAt(at + 1) === '>';
  return character === '|' || character === ' ' || character === '\t' || character === '\r';
}

function flattenText(lower: string): { flat: string; places: number[] } {
  const parts: string[] = [];
  const places: number[] = [];
  let blank = true;
  let lineStart = true;
  for (let at = 0; at < lower.length; at += 1) {
    const unit = lower.charCodeAt(at);
    const space = unit === 32 || (unit >= 9 && unit <= 13);
    if (unit === 10) lineStart = true;
    if (space || (lineStart && unit === 62)) {
      if (!blank) {
        parts.push(' ');
        places.push(at);
        blank = true;
      }
      continue;
    }
    parts.push(lower.charAt(at));
    places.push(at);
    blank = false;
    lineStart = false;
  }
  return { flat: parts.join(''), places };
}

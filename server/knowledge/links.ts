import type { Space } from '../../knowledge/compiler/types.ts';

/** Addresses of the pages. */

export const KNOWLEDGE = '/knowledge';

/** A problem may be named after a pair of codes (`0x904/0x7`); a slash in a path does not get past every proxy. */
export function problemHref(id: string): string {
  return `${KNOWLEDGE}/problems/${encodeURIComponent(id.replaceAll('/', '~'))}`;
}

export function problemIdIn(segment: string): string {
  return segment.replaceAll('~', '/');
}

export function codeHref(code: string): string {
  return `${KNOWLEDGE}/codes/${encodeURIComponent(code)}`;
}

export function tableHref(space: Space): string {
  return `${KNOWLEDGE}/tables/${space}`;
}

export function termHref(id: string): string {
  return `${KNOWLEDGE}/terms#${anchor('term', id)}`;
}

/** The id of an element on a page. */
export function anchor(kind: 'cause' | 'fix' | 'question' | 'term', id: string): string {
  return `${kind}-${id}`;
}

import type { About } from './activity.ts';

export interface Part {
  readonly name: string;
  readonly text: string;
}

const BETWEEN = 2;

/** The parts of a text; undefined when the outline does not fit it (the text was cut on its way). */
export function partsOf(text: string, outline: About['outline']): readonly Part[] | undefined {
  if (!outline || outline.length === 0) return undefined;
  const whole = outline.reduce((sum, [, length]) => sum + length + BETWEEN, -BETWEEN);
  if (whole !== text.length) return undefined;
  let at = 0;
  return outline.map(([name, length]) => {
    const part = { name, text: text.slice(at, at + length) };
    at += length + BETWEEN;
    return part;
  });
}

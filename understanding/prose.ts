import type { Observation } from '../reading/evidence.ts';

/** What a person says in their own words comes from this reader alone; every other one reads what was pasted. */
const SAID_BY = 'statement';

/** A command prompt, a table's rule, markup, a quoted stack, or columns. */
const OUTPUT_LINE =
  /^\s*(?:PS [A-Z]:\\|[A-Z]:\\[^>\n]*>|\$ |# |>> |\+ |~ |[\w.-]+@[\w.-]+[:~])|^[\s=+|_*-]{5,}$|^\s*<[/?!]?[a-z]|^\s*at [\w.]+\(|\S(?: {3,}|\t)\S.*(?: {3,}|\t)\S|^\s*(?:\[[\d:. -]+\]|\d{4}-\d\d-\d\d[ T]\d\d:)/i;

/** `Name : value`, as tools print it. A person writes the colon right behind the word. */
const FIELD = /^\s*[\p{L}][\p{L}\p{N} ./()#_-]{1,40}?(?:\s+:|\.{2,}\s*:|=)\s*\S/u;

/** `Name: value`; output only beside another such line. */
const LOOSE_FIELD = /^\s*[\p{L}][\p{L}\p{N} ./()#_-]{1,40}:\s+\S/u;

/**
 * The text with everything that was pasted blanked out, character by character, so that places stay the same: what a reader of
 * dialogs, events, codes and tools recognised, and lines that look like a tool's. Pure.
 */
export function proseOf(text: string, observations: readonly Observation[], codes: readonly { readonly span: readonly [number, number] }[]): string {
  let prose = text;
  for (const { span } of [...observations.filter((each) => each.reader !== SAID_BY), ...codes]) prose = blank(prose, span[0], span[1]);
  if (!text.includes('\n')) return FIELD.test(text) && text.length > 40 ? blank(prose, 0, text.length) : prose;
  let start = 0;
  const lines = text.split('\n');
  const loose = lines.map((line) => LOOSE_FIELD.test(line));
  lines.forEach((line, index) => {
    const isOutput = OUTPUT_LINE.test(line) || FIELD.test(line) || (loose[index] && (loose[index - 1] || loose[index + 1]));
    if (isOutput) prose = blank(prose, start, start + line.length);
    start += line.length + 1;
  });
  return prose;
}

/** Whether somebody's own words are left. Pure. */
export function hasWords(prose: string): boolean {
  return /[\p{L}\p{N}?]|\p{Extended_Pictographic}/u.test(prose);
}

function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + text.slice(to);
}

import type { Observation } from '../reading/evidence.ts';
import { pastedParts } from '../reading/pasted.ts';

/** What a person says in their own words comes from this reader alone; every other one reads what was pasted. */
const SAID_BY = 'statement';

/**
 * The text with everything that was pasted blanked out, character by character, so that places stay the same: what a reader of
 * dialogs, events, codes and tools recognised, and lines that look like a tool's. Pure.
 */
export function proseOf(text: string, observations: readonly Observation[], codes: readonly { readonly span: readonly [number, number] }[]): string {
  let prose = text;
  for (const { span } of [...observations.filter((each) => each.reader !== SAID_BY), ...codes]) prose = blank(prose, span[0], span[1]);
  for (const [from, to] of pastedParts(text)) prose = blank(prose, from, to);
  return prose;
}

/** Whether somebody's own words are left. Pure. */
export function hasWords(prose: string): boolean {
  return /[\p{L}\p{N}?]|\p{Extended_Pictographic}/u.test(prose);
}

function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + text.slice(to);
}

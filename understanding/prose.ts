import type { Observation } from '../reading/evidence.ts';
import { ERROR_WORDS, EXTENDED_LABEL } from '../reading/codes/labels.ts';
import { pastedParts } from '../reading/pasted.ts';

/** What a person says in their own words comes from this reader alone; every other one reads what was pasted. */
const SAID_BY = 'statement';

/**
 * The text with everything that was pasted blanked out, character by character, so that places stay the same: what a reader of
 * dialogs, events, codes and tools recognised, and lines that look like a tool's. Pure.
 */
export function proseOf(text: string, observations: readonly Observation[], codes: readonly { readonly span: readonly [number, number] }[]): string {
  let prose = text;
  for (const { span } of observations.filter((each) => each.reader !== SAID_BY)) prose = blank(prose, span[0], span[1]);
  for (const { span } of codes) prose = blank(prose, labelStart(text, span[0]), span[1]);
  for (const [from, to] of [...pastedParts(text), ...(codes.length > 0 || observations.some((each) => each.reader === 'dialog') ? windowLines(text) : [])]) prose = blank(prose, from, to);
  return prose;
}

const LABEL = new RegExp(`(?<!\\p{L})(?:(?:${ERROR_WORDS}|${EXTENDED_LABEL.source})\\p{L}{0,10}[\\s:=#]*){1,4}$`, 'iu');

/** The label of a code belongs to it, in every language of the dialogs. */
function labelStart(text: string, at: number): number {
  return at - (LABEL.exec(text.slice(Math.max(0, at - 40), at))?.[0].length ?? 0);
}

/** Somebody speaks of themselves. */
const FIRST_PERSON = /(?<!\p{L})(?:i|i'?m|i'?ve|my|mine|we|we're|our|ours|us|me|ich|mein\w*|wir|unser\w*|je|mon|ma|mes|nous|notre|yo|mi|mis|nosotros|nuestr\w+|eu|meu|minha|nós|io|mio|mia|noi|ik|mijn|wij|ja|moj\w*|я|мой|моя|мы|私|我)(?!\p{L})/iu;

/** Lines of an error window that was pasted: they begin like a sentence and nobody speaks in them of themselves. */
function windowLines(text: string): readonly (readonly [number, number])[] {
  if (!text.includes('\n')) return [];
  const found: [number, number][] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const isOfWindow = /^\s*(?:\[|[\p{Lu}\p{Lo}])/u.test(line) && !FIRST_PERSON.test(line);
    if (isOfWindow) found.push([start, start + line.length]);
    start += line.length + 1;
  }
  return found;
}

/** Whether somebody's own words are left. Pure. */
export function hasWords(prose: string): boolean {
  return /[\p{L}\p{N}?]|\p{Extended_Pictographic}/u.test(prose);
}

function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + text.slice(to);
}

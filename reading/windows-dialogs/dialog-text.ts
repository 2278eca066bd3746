import type { DialogTextId } from './dialog-ids.ts';

/** One documented text: any of the phrases tells it; a list of phrases must all be there, in order. */
export interface DialogText {
  readonly id: DialogTextId;
  readonly any: readonly (string | readonly string[])[];
  /** The code that goes with the text, where it is always the same one. */
  readonly code?: string;
  readonly extended?: string;
}

/** Where the text begins and ends in `flat`, or undefined. */
export function findText(flat: string, { any }: DialogText): readonly [number, number] | undefined {
  for (const phrase of any) {
    const found = typeof phrase === 'string' ? place(flat, [phrase]) : place(flat, phrase);
    if (found !== undefined) return found;
  }
  return undefined;
}

function place(flat: string, phrases: readonly string[]): readonly [number, number] | undefined {
  let start = -1;
  let end = 0;
  for (const phrase of phrases) {
    const at = flat.indexOf(phrase, end);
    if (at === -1) return undefined;
    if (start === -1) start = at;
    end = at + phrase.length;
  }
  return [start, end];
}

import { createHash } from 'node:crypto';
import type { ReaderSettings } from './model.ts';

/** Changes whenever the same lines would give another model: raise it with the code. */
const RECIPE = 3;

/**
 * Tells whether a model was made of these inputs with these settings: sixteen hexadecimal digits.
 *
 * @param inputs everything else that the model is made of: the files of sayings, the graph's part, the word table.
 */
export function readerFingerprint(settings: ReaderSettings, inputs: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256').update(JSON.stringify([RECIPE, settings]));
  for (const input of inputs) hash.update(`${input.length} `).update(input);
  return hash.digest('hex').slice(0, 16);
}

/** Tells settings apart: what a calibration holds for, whatever the lines. */
export function settingsFingerprint(settings: ReaderSettings): string {
  return readerFingerprint(settings, []);
}

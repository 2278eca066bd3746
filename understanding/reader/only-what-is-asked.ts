import type { Reader, ReaderResult } from './reader.ts';

const NOTHING: ReaderResult = { ranked: [], confidence: 0 };
/** One set, since readers remember what is possible by its identity. */
const NO_OTHER: ReadonlySet<string> = new Set();

/**
 * A reader that answers what is open and takes nothing in passing: for one of few sayings, whose confidence was not calibrated on
 * voices that it does not know. A fact in a long telling would be a guess of it.
 */
export function onlyWhatIsAsked(reader: Reader): Reader {
  return {
    read: (text, context) => (context.phase === 'telling' ? NOTHING : reader.read(text, { ...context, bearing: NO_OTHER })),
  };
}

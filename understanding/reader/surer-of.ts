import type { Reader } from './reader.ts';

/** Of two readers the one that is surer: people mix languages, and name a button by the words that they saw before. */
export function surerOf(first: Reader, second: Reader): Reader {
  return {
    read(text, context) {
      const one = first.read(text, context);
      const other = second.read(text, context);
      return other.confidence > one.confidence ? other : one;
    },
  };
}

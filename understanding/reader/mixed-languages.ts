import type { Reader } from './reader.ts';

/**
 * A reader of one language that asks the base reader about words that are not of it, and takes the surer of the two: people mix
 * languages, and name a button by the words that they saw before.
 * @param isOwn whether a text is of the first reader's language
 */
export function mixedLanguages(own: Reader, base: Reader, isOwn: (text: string) => boolean): Reader {
  return {
    read(text, context) {
      const first = own.read(text, context);
      if (isOwn(text)) return first;
      const other = base.read(text, context);
      return other.confidence > first.confidence ? other : first;
    },
  };
}

import { languageOf } from '../../reading/language.ts';
import type { Reader } from './reader.ts';

/**
 * A reader of one language that asks the base reader about words that are not of it, and takes the surer of the two: people mix
 * languages, and name a button by the words that they saw before.
 * @param language ISO 639-1
 */
export function mixedLanguages(language: string, own: Reader, base: Reader): Reader {
  return {
    read(text, context) {
      const first = own.read(text, context);
      if (languageOf(text)?.language === language) return first;
      const other = base.read(text, context);
      return other.confidence > first.confidence ? other : first;
    },
  };
}

import * as en from './phrases/en/index.ts';
import * as de from './phrases/de/index.ts';

export * from './phrases/en/index.ts';

/** A text, sentence or table of them, whatever its words are. */
type Wording<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => R
    : T extends readonly (infer E)[]
      ? readonly Wording<E>[]
      : { readonly [K in keyof T]: Wording<T[K]> };

/** Every word that the assistant says of its own accord; facts come from the knowledge graph. */
export type Phrases = Wording<typeof en>;

/** What a language has of it: a phrase that is missing, or an entry of a table, is said in English. */
type Translation = { readonly [K in keyof Phrases]?: Phrases[K] extends string | readonly unknown[] | ((...args: never) => unknown) ? Phrases[K] : Partial<Phrases[K]> };

/** The language that is always complete; what the others lack is said in it. */
export const BASE_LOCALE = 'en';

/** A folder a language. */
const TRANSLATIONS: Readonly<Record<string, Translation>> = { de };

const PHRASES: ReadonlyMap<string, Phrases> = new Map(
  Object.entries({ [BASE_LOCALE]: {}, ...TRANSLATIONS }).map(([locale, translation]) => [locale, overEnglish(translation)]),
);

/** The phrases in the language of the graph's texts. Pure. */
export function phrasesOf({ locale }: { readonly locale: string }): Phrases {
  return PHRASES.get(locale) ?? (en as Phrases);
}

function overEnglish(translation: Translation): Phrases {
  const laid = Object.entries(en).map(([name, phrase]) => {
    const own = translation[name as keyof Phrases];
    return [name, isTable(phrase) && own !== undefined ? { ...phrase, ...(own as object) } : (own ?? phrase)];
  });
  return Object.fromEntries(laid) as Phrases;
}

function isTable(phrase: unknown): phrase is object {
  return typeof phrase === 'object' && phrase !== null && !Array.isArray(phrase);
}

import type { Library, Shelf, Texts, Written } from './library.ts';

/**
 * The texts of a locale with the base locale's where one is missing, text by text: an answer that was added is in the base
 * locale until it is translated, and so is a fix whose steps are not those that were translated. Pure.
 */
export function translatedTexts({ texts: base, fixes }: Pick<Library, 'texts' | 'fixes'>, own: Texts): Texts {
  return {
    causes: over(base.causes, own.causes),
    contexts: over(base.contexts, own.contexts),
    diagnostics: over(base.diagnostics, own.diagnostics),
    problems: over(base.problems, own.problems),
    codes: over(base.codes, own.codes),
    fixes: over(base.fixes, own.fixes, ({ id }, mine) => (mine.steps.length === fixes.get(id)?.value.steps.length ? mine : undefined)),
    questions: over(base.questions, own.questions, ({ value }, mine) => ({ ...mine, answers: { ...value.answers, ...mine.answers } })),
    terms: over(base.terms, own.terms, ({ value }, mine) => ({ ...mine, names: [...new Set([...mine.names, ...value.names])] })),
  };
}

/** @param join undefined where the translation does not fit the base text any more */
function over<T>(base: Shelf<T>, own: Shelf<T>, join: (base: Written<T>, own: T) => T | undefined = (_, mine) => mine): Shelf<T> {
  return new Map(
    [...base].map(([key, written]) => {
      const mine = own.get(key);
      const value = mine && join(written, mine.value);
      return [key, mine && value !== undefined ? { ...mine, value } : written];
    }),
  );
}

import type { LanguageForms } from './forms.ts';
import { GERMAN } from './german.ts';

/** A text is read with the forms of all: their words do not occur in each other's, and people mix languages. */
export const OTHER_LANGUAGES: readonly LanguageForms[] = [GERMAN];

/** Whether a pattern of one of the languages fits. Pure. */
export function fitsAny(form: (language: LanguageForms) => RegExp, text: string): boolean {
  return OTHER_LANGUAGES.some((language) => form(language).test(text));
}

/** A text without what the (global) patterns find, or with something else in its place. Pure. */
export function replacedInAll(form: (language: LanguageForms) => RegExp, text: string, by = ' '): string {
  return OTHER_LANGUAGES.reduce((rest, language) => rest.replace(form(language), by), text);
}

import type { Fault, Path } from '../finding.ts';
import type { Library, Shelf, Texts } from '../library.ts';
import { LIMITS } from './style.ts';
import { withoutCommands, wordCount } from './plain-words.ts';

/** What a language calls a thing, and an expression for what it never calls it. */
export interface GlossaryEntry {
  readonly say: string;
  readonly never: RegExp;
}

/** How many texts a locale has, of how many; by table. */
export type Translated = ReadonlyMap<keyof Texts, { readonly done: number; readonly of: number }>;

/** Pure. */
export function translatedIn({ texts, translations }: Pick<Library, 'texts' | 'translations'>, locale: string): Translated {
  const own = translations.get(locale);
  return new Map(
    tablesOf(texts).map(([table, shelf]) => [table, { done: [...shelf.keys()].filter((id) => own?.[table].has(id)).length, of: shelf.size }]),
  );
}

/**
 * What a translation changes that must stay: commands, the number of steps, the answers; what belongs to nothing any more; and
 * words that the glossary refuses. A text that is not translated is no fault: it is said in the base locale, and counted.
 */
export function translationFaults(library: Pick<Library, 'texts' | 'translations'>, glossaries: ReadonlyMap<string, readonly GlossaryEntry[]>): Fault[] {
  return [...library.translations].flatMap(([locale, own]) =>
    tablesOf(library.texts).flatMap(([table, shelf]) =>
      [...(own[table] as Shelf<unknown>)].flatMap(([key, { id, file, path, value }]): Fault[] => {
        const base = shelf.get(key);
        const at = { file, path };
        if (!base) return [fault('unused-text', at.file, at.path, `The text of "${id}" under ${table} belongs to nothing.`, 'Rename it to what graph/ calls it, or take it out.')];
        return [...differing(base.value, value, file, path), ...words(value, file, path, glossaries.get(locale) ?? [])];
      }),
    ),
  );
}

const tablesOf = (texts: Texts): (readonly [keyof Texts, Shelf<unknown>])[] => Object.entries(texts) as [keyof Texts, Shelf<unknown>][];

/** Walks both texts in step. Names and sources of terms are a language's own. */
function differing(base: unknown, own: unknown, file: string, path: Path): Fault[] {
  const last = path.at(-1);
  if (last === 'names' || last === 'sources') return [];
  if (typeof base === 'string' && typeof own === 'string') {
    const [wanted, found] = [commandsIn(base), commandsIn(own)];
    return wanted === found ? [] : [fault('translated-command', file, path, `The commands are not those of the base text: ${found || 'none'}.`, `Take them over letter by letter: ${wanted || 'none'}.`)];
  }
  if (Array.isArray(base) && Array.isArray(own) && base.length !== own.length) {
    return [fault('step-count', file, path, `There are ${own.length} texts here and ${base.length} in the base locale.`, 'Until they are as many, the whole fix is told in the base locale.')];
  }
  if (typeof base !== 'object' || typeof own !== 'object' || base === null || own === null) return [];
  const wanted = base as Readonly<Record<string, unknown>>;
  return Object.entries(own).flatMap(([key, value]) =>
    key in wanted
      ? differing(wanted[key], value, file, [...path, Array.isArray(own) ? Number(key) : key])
      : [fault('unused-text', file, [...path, key], `The base text has no "${key}".`, 'It was renamed or removed; take it out here as well.')],
  );
}

/** Text in backticks, sorted: a translation may put it in another order. */
function commandsIn(text: string): string {
  return (text.match(/`[^`]+`/gu) ?? []).sort().join(', ');
}

function words(value: unknown, file: string, path: Path, glossary: readonly GlossaryEntry[]): Fault[] {
  if (path.at(-1) === 'names') return [];
  if (typeof value === 'string') {
    const prose = withoutCommands(value).replace(/„[^“]*“|\([^)]*\)/gu, ' ');
    const refused = glossary.flatMap(({ say, never }) => {
      const found = never.exec(prose)?.[0];
      return found === undefined ? [] : [fault('other-term', file, path, `"${found}" stands where the language says "${say}".`, `Say "${say}".`)];
    });
    const isLong = path.at(-1) === 'label' && wordCount(prose) > LIMITS.label;
    return isLong ? [...refused, fault('too-long', file, path, `A button of ${wordCount(prose)} words.`, `Say it in ${LIMITS.label}.`)] : refused;
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => words(inner, file, [...path, Array.isArray(value) ? Number(key) : key], glossary));
}

function fault(rule: string, file: string, path: Path, what: string, remedy: string): Fault {
  return { rule, severity: 'warning', at: { file, path }, what, why: 'Whoever reads it gets other advice than everybody else, or none.', remedy };
}

import type {
  CauseRecord, CodeRecord, CodesFile, CodeTextsFile, ContextRecord, Defaults, DiagnosticRecord, FamilyRecord, FixRecord, GraphFile,
  MachinesRecord, PopulationsRecord, ProblemRecord, QuestionRecord, RegressionRecord, RegressionsFile, SourceRecord, TextsFile,
} from './schema.ts';
import type { Fault, Place } from './finding.ts';
import type { KnowledgeFile } from './knowledge-file.ts';
import type { Space } from './types.ts';

/** A record and where it is written. */
export interface Written<T> extends Place {
  readonly id: string;
  readonly value: T;
}
export type Shelf<T> = ReadonlyMap<string, Written<T>>;

export interface WrittenCode extends Written<CodeRecord> {
  readonly space: Space;
  /** File name of its table, without folder and ending. */
  readonly table: string;
}

/** The texts of one locale. */
export interface Texts {
  readonly causes: Shelf<TextsFile['causes'][string]>;
  readonly contexts: Shelf<TextsFile['contexts'][string]>;
  readonly fixes: Shelf<TextsFile['fixes'][string]>;
  readonly questions: Shelf<TextsFile['questions'][string]>;
  readonly diagnostics: Shelf<TextsFile['diagnostics'][string]>;
  readonly problems: Shelf<TextsFile['problems'][string]>;
  readonly terms: Shelf<TextsFile['terms'][string]>;
  /** `table key`, where the key is the code, or origin and code. */
  readonly codes: Shelf<CodeTextsFile[string]>;
}

/** All files laid together: every record by its id, each with its place. */
export interface Library {
  readonly defaults: Written<Defaults> | undefined;
  readonly sources: Shelf<SourceRecord>;
  readonly causes: Shelf<CauseRecord>;
  readonly contexts: Shelf<ContextRecord>;
  readonly families: Shelf<FamilyRecord>;
  readonly fixes: Shelf<FixRecord>;
  readonly questions: Shelf<QuestionRecord>;
  readonly diagnostics: Shelf<DiagnosticRecord>;
  readonly problems: Shelf<ProblemRecord>;
  readonly populations: Written<PopulationsRecord> | undefined;
  readonly machines: Written<MachinesRecord> | undefined;
  readonly codes: readonly WrittenCode[];
  readonly regressions: Shelf<RegressionRecord>;
  /** Of the base locale, which is always complete. */
  readonly texts: Texts;
  /** Locale -> the texts that are written in it, and no others. */
  readonly translations: ReadonlyMap<string, Texts>;
}

const GRAPH_TABLES = ['sources', 'causes', 'contexts', 'families', 'fixes', 'questions', 'diagnostics', 'problems'] as const;
const TEXT_TABLES = ['causes', 'contexts', 'fixes', 'questions', 'diagnostics', 'problems', 'terms'] as const;

/** Tables that stand in one file. */
const SINGLE_TABLES = ['populations', 'machines'] as const;

/** The locale that is always complete; the others fall back to it. */
export const BASE_LOCALE = 'en';

/**
 * Lays the files together. An id that is written twice keeps its first place and is reported;
 * a source may be repeated word for word, so that a file can be read by itself.
 */
export function layTogether(files: readonly KnowledgeFile[]): { readonly library: Library; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const shelves = Object.fromEntries(GRAPH_TABLES.map((table) => [table, new Map()])) as Record<string, Map<string, Written<unknown>>>;
  const shelf = (table: string): Map<string, Written<unknown>> => shelves[table] ?? new Map<string, Written<unknown>>();
  let defaults: Written<Defaults> | undefined;
  const single: Partial<Record<(typeof SINGLE_TABLES)[number], Written<unknown>>> = {};
  const codes: WrittenCode[] = [];
  const regressions = new Map<string, Written<RegressionRecord>>();
  for (const file of files) {
    if (file.data === undefined) continue;
    if (file.kind === 'defaults') {
      defaults = { id: 'defaults', value: file.data as Defaults, file: file.path, path: [] };
    }
    if (file.kind === 'graph') {
      const data = file.data as GraphFile;
      for (const table of GRAPH_TABLES) putAll(shelf(table), table, data[table], file.path, faults);
      for (const table of SINGLE_TABLES) {
        if (!data[table]) continue;
        const written = { id: table, value: data[table], file: file.path, path: [table] };
        const there = single[table];
        if (there) faults.push(twice(table, written, there.file));
        else single[table] = written;
      }
    }
    if (file.kind === 'regressions') {
      const data = file.data as RegressionsFile;
      putAll(shelf('sources'), 'sources', data.sources, file.path, faults);
      putAll(regressions, 'regressions', data.regressions, file.path, faults);
    }
    if (file.kind === 'codes') {
      const data = file.data as CodesFile;
      putAll(shelf('sources'), 'sources', data.sources, file.path, faults);
      const name = tableName(file.path);
      data.entries.forEach((value, index) => {
        codes.push({ id: codeKey(value), value, space: data.space, table: name, file: file.path, path: ['entries', index] });
      });
    }
  }
  const texts = textsOfLocale(files, BASE_LOCALE, faults);
  const locales = new Set(files.flatMap(({ locale }) => (locale === undefined || locale === BASE_LOCALE ? [] : [locale])));
  const translations = new Map([...locales].sort().map((locale) => [locale, textsOfLocale(files, locale, faults)]));
  const { populations, machines } = single as Pick<Library, (typeof SINGLE_TABLES)[number]>;
  return { library: { ...(shelves as unknown as Laid), defaults, populations, machines, codes, regressions, texts, translations }, faults };
}

type Laid = Pick<Library, (typeof GRAPH_TABLES)[number]>;

/** Key of a code's texts in its table. */
export function codeKey(code: Pick<CodeRecord, 'code' | 'origin'>): string {
  return code.origin ? `${code.origin} ${code.code}` : code.code;
}

function tableName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length);
}

function putAll(shelf: Map<string, Written<unknown>>, table: string, records: Readonly<Record<string, unknown>>, file: string, faults: Fault[]): void {
  for (const [id, value] of Object.entries(records)) {
    const there = shelf.get(id);
    if (!there) {
      shelf.set(id, { id, value, file, path: [table, id] });
    } else if (table !== 'sources' || JSON.stringify(there.value) !== JSON.stringify(value)) {
      faults.push({
        rule: 'duplicate-id',
        at: { file, path: [table, id] },
        what: `"${id}" stands under ${table} a second time; the first is in ${there.file}.`,
        why: 'Ids are shared by all files, so a reference would not know which one is meant.',
        remedy: 'Use the one that is there, or give this one another id.',
      });
    }
  }
}

function twice(table: string, at: Place, first: string): Fault {
  return {
    rule: 'duplicate-id',
    at,
    what: `The ${table} stand here a second time; the first are in ${first}.`,
    why: 'There is one table of them, and half of it would not count.',
    remedy: `Move the rows to ${first}.`,
  };
}

function textsOfLocale(files: readonly KnowledgeFile[], locale: string, faults: Fault[]): Texts {
  const shelves = Object.fromEntries([...TEXT_TABLES, 'codes'].map((table) => [table, new Map<string, Written<unknown>>()]));
  for (const file of files) {
    if (file.locale !== locale || file.data === undefined) continue;
    if (file.kind === 'texts') {
      const data = file.data as TextsFile;
      for (const table of TEXT_TABLES) putAll(shelves[table] as Map<string, Written<unknown>>, table, data[table], file.path, faults);
      continue;
    }
    const name = tableName(file.path);
    for (const [key, value] of Object.entries(file.data as CodeTextsFile)) {
      shelves.codes?.set(`${name} ${key}`, { id: key, value, file: file.path, path: [key] });
    }
  }
  return shelves as unknown as Texts;
}

import type { KnowledgeFile } from '../../knowledge/compiler/knowledge-file.ts';

/** Keys whose values are ids or maps by id; everything else is left as it is. */
const ID_LISTS = new Set(['sources', 'retires', 'excludes', 'answers']);
const ID_VALUES = new Set(['context', 'family', 'diagnostic', 'problem']);
const ID_MAPS = new Set(['likelihood', 'evidence', 'solves', 'solvedBy', 'priors', 'reads', 'answers']);
const TABLES = new Set(['sources', 'causes', 'contexts', 'families', 'fixes', 'questions', 'diagnostics', 'problems', 'terms']);

/** The same knowledge `factor` times, each copy with ids and codes of its own: synthetic, and as densely linked as the original. */
export function multiplied(files: readonly KnowledgeFile[], factor: number): KnowledgeFile[] {
  const copies = Array.from({ length: factor - 1 }, (_, index) => files.filter((file) => file.kind !== 'defaults').map((file) => copyOf(file, index + 2)));
  return [...files, ...copies.flat()];
}

function copyOf(file: KnowledgeFile, number: number): KnowledgeFile {
  const renamed = (id: string): string => (id === 'unknown' ? id : `${id}-${number}`);
  const path = file.path.replace(/\.yaml$/, `-${number}.yaml`);
  if (file.kind === 'code-texts') {
    return { ...file, path, data: Object.fromEntries(Object.entries(file.data as object).map(([key, value]) => [renamed(key), value])) };
  }
  if (file.kind === 'codes') {
    const data = file.data as { space: string; sources: object; entries: readonly Record<string, unknown>[] };
    const entries = data.entries.map((entry) => ({ ...(rename(entry, renamed, '') as object), code: renamed(String(entry['code'])) }));
    return { ...file, path, data: { space: data.space, sources: keys(data.sources, renamed), entries } };
  }
  const tables = Object.entries(file.data as Record<string, object>).map(([table, records]) => {
    const own = Object.entries(records).filter(([id]) => id !== 'unknown');
    const copies = own.map(([id, record]): [string, unknown] => [renamed(id), rename(record, renamed, table)]);
    return [table, TABLES.has(table) ? Object.fromEntries(copies) : records];
  });
  return { ...file, path, data: Object.fromEntries(tables) as unknown };
}

function rename(value: unknown, renamed: (id: string) => string, table: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const pairs = Object.entries(value).map(([key, inner]): [string, unknown] => {
    if (table === 'terms' && key === 'names') return [key, (inner as string[]).map(renamed)];
    if (table === 'problems' && key === 'codes') return [key, (inner as string[]).map((line) => line.split(' + ').map(renamed).join(' + '))];
    if (key === 'symptomDefault') return [key, false];
    if (ID_LISTS.has(key) && Array.isArray(inner)) return [key, inner.map((id) => renamed(String(id)))];
    if (ID_VALUES.has(key) && typeof inner === 'string') return [key, renamed(inner)];
    if (ID_MAPS.has(key) && typeof inner === 'object' && inner !== null) return [key, keys(inner, renamed)];
    return [key, inner];
  });
  return Object.fromEntries(pairs);
}

function keys(record: object, renamed: (id: string) => string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [renamed(key), value]));
}

import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type SchemaOptions } from 'yaml';
import { FILE_SCHEMAS, type FileKind } from './schema.ts';
import type { Fault, Path } from './finding.ts';

/** 0x904 without quotes stays the code that was written instead of becoming the number 2308. */
export const READING: Pick<SchemaOptions, 'customTags'> = {
  customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || tag.format !== 'HEX'),
};

/** A file as it was found: its path relative to the knowledge folder, with forward slashes. */
export interface FileText {
  readonly path: string;
  readonly text: string;
}

/** A file after parsing. `data` is undefined when it does not fit its schema. */
export interface KnowledgeFile {
  readonly path: string;
  readonly kind: FileKind;
  readonly locale?: string;
  readonly data?: unknown;
  readonly faults: readonly Fault[];
  /** Line of the deepest part of the path that is written, from 1. */
  lineOf(path: Path): number;
}

/** What a path holds, or undefined where it is none of the knowledge's files. */
export function kindOf(path: string): { readonly kind: FileKind; readonly locale?: string } | undefined {
  if (path === 'graph/_defaults.yaml') return { kind: 'defaults' };
  if (/^graph\/[^/]+\.yaml$/.test(path)) return { kind: 'graph' };
  if (/^codes\/[^/]+\.yaml$/.test(path)) return { kind: 'codes' };
  if (/^regressions\/[^/]+\.yaml$/.test(path)) return { kind: 'regressions' };
  const codeTexts = /^locales\/([^/]+)\/codes\/[^/]+\.yaml$/.exec(path);
  if (codeTexts?.[1]) return { kind: 'code-texts', locale: codeTexts[1] };
  const texts = /^locales\/([^/]+)\/[^/]+\.yaml$/.exec(path);
  return texts?.[1] ? { kind: 'texts', locale: texts[1] } : undefined;
}

/** What files held when they were last read, by path: reading YAML is what loading costs most. */
export type ParseCache = Map<string, { readonly text: string; readonly raw: unknown }>;

/**
 * Parses and checks one file against the schema of its kind; faults come back as data.
 * Pure but for the cache: a file whose text is in it is read as YAML only when a line is asked for.
 */
export function parseKnowledgeFile(source: FileText, kind: FileKind, locale?: string, cache?: ParseCache): KnowledgeFile {
  let read: ReadYaml | undefined;
  const yaml = (): ReadYaml => (read ??= readYaml(source));
  const lineOf = (path: Path): number => (path[0] === LINE ? Number(path[1]) : yaml().lineOf(path));
  const base = { path: source.path, kind, ...(locale && { locale }), lineOf };
  const kept = cache?.get(source.path);
  const known = kept?.text === source.text;
  if (!known && yaml().faults.length > 0) return { ...base, faults: yaml().faults };
  const raw = known ? kept.raw : yaml().raw();
  cache?.set(source.path, { text: source.text, raw });
  const parsed = FILE_SCHEMAS[kind].safeParse(raw);
  if (parsed.success) return { ...base, data: parsed.data, faults: [] };
  const faults = parsed.error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? part.toString() : part));
    return schemaFault(source.path, path, issue.message, kind);
  });
  return { ...base, faults };
}

interface ReadYaml {
  readonly faults: readonly Fault[];
  raw(): unknown;
  lineOf(path: Path): number;
}

function readYaml(source: FileText): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false, ...READING });
  const faults = [...document.errors, ...document.warnings].map((error): Fault => ({
    rule: error.code === 'DUPLICATE_KEY' ? 'duplicate-id' : 'yaml',
    at: { file: source.path, path: [LINE, lines.linePos(error.pos[0]).line] },
    what: sentence(error.message),
    why: 'A file that cannot be read as YAML is left out altogether.',
    remedy: 'Mend the line; texts with a colon or a # need quotes or a block scalar (|).',
  }));
  return {
    faults,
    raw: () => (document.toJS({ maxAliasCount: 0 }) ?? {}) as unknown,
    lineOf: (path) => lines.linePos(offsetOf(document.contents, path)).line || 1,
  };
}

/** Marks a path that is a line number already. */
const LINE = '#line';

const REQUIRED_OF_FIX = new Set(['side', 'role', 'risk', 'sources', 'check', 'undo']);

function schemaFault(file: string, path: Path, message: string, kind: FileKind): Fault {
  const last = String(path.at(-1) ?? '');
  const incomplete = path[0] === 'fixes' && path.length === 3 && REQUIRED_OF_FIX.has(last);
  if (incomplete) {
    return {
      rule: 'incomplete-fix',
      at: { file, path },
      what: `The fix "${path[1]}" has no usable ${last}: ${sentence(message)}`,
      why: 'Nobody should be handed a fix without knowing where it is done, who may do it, what it risks, how to check it and how to take it back.',
      remedy: `Add "${last}" to the fix.`,
    };
  }
  const range = /expected number to be|must be.*(<=|>=)|Too (big|small)/i.test(message);
  return {
    rule: range ? 'out-of-range' : 'schema',
    at: { file, path },
    what: `${path.join(' > ') || 'the file'}: ${sentence(message)}`,
    why: 'What does not fit the schema cannot be used.',
    remedy: `See docs/authors/README.md for the shape of a ${kind} file; an editor shows it from the JSON Schema.`,
  };
}

/** Offset of the key (or item) at the end of the path, or of the deepest one that exists. */
function offsetOf(root: unknown, path: Path): number {
  let node = root;
  let offset = startOf(root);
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part));
      if (!pair) break;
      offset = startOf(pair.key) || offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(part)];
      if (item === undefined) break;
      offset = startOf(item) || offset;
      node = item;
    } else {
      break;
    }
  }
  return offset;
}

function startOf(node: unknown): number {
  return (node as Node | null | undefined)?.range?.[0] ?? 0;
}

/** The parsers' messages end as they like. */
function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { compileKnowledge, type Compiled, type LintRule } from './compile.ts';
import { BASE_LOCALE } from './library.ts';
import type { FileText, ParseCache } from './knowledge-file.ts';

const FOLDERS = ['graph', 'codes', 'locales', 'regressions'];

/** Every knowledge file under the folder, sorted by path. Other files there (intents, schemas) are not read. */
export async function readKnowledgeFiles(dir: string): Promise<FileText[]> {
  const paths = await yamlPaths(dir);
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(dir, path), 'utf8') })));
}

/** Changes when a knowledge file is written, added or removed; costs one `stat` a file. */
export async function fingerprint(dir: string): Promise<string> {
  const paths = await yamlPaths(dir);
  const stats = await Promise.all(paths.map((path) => stat(join(dir, path))));
  return paths.map((path, index) => `${path} ${stats[index]?.mtimeMs} ${stats[index]?.size}`).join('\n');
}

/** Loads a folder: the compiled graph with its warnings, or every fault at once. Rejects only when the folder cannot be read. */
export async function loadKnowledge(
  dir: string,
  locale: string = BASE_LOCALE,
  moreRules: readonly LintRule[] = [],
  cache?: ParseCache,
): Promise<Compiled> {
  return compileKnowledge(await readKnowledgeFiles(dir), locale, moreRules, cache);
}

/** What an earlier process kept; empty when there is nothing, or nothing readable. */
export async function readParseCache(file: string): Promise<ParseCache> {
  try {
    const entries = JSON.parse(await readFile(file, 'utf8')) as [string, { text: string; raw: unknown }][];
    return new Map(entries);
  } catch {
    return new Map();
  }
}

/** Written beside and renamed, so that a reader never sees half of it. */
export async function writeParseCache(file: string, cache: ParseCache): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`;
  await writeFile(beside, JSON.stringify([...cache]));
  await rename(beside, file);
}

async function yamlPaths(dir: string): Promise<string[]> {
  const found = await Promise.all(FOLDERS.map((folder) => yamlIn(dir, folder)));
  return found.flat().sort();
}

async function yamlIn(dir: string, folder: string): Promise<string[]> {
  const names = await readdir(join(dir, folder), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && folder !== 'graph') return [];
    throw error;
  });
  return names.filter((name) => name.endsWith('.yaml')).map((name) => `${folder}/${name.split(sep).join('/')}`);
}

import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { whenMissing } from './missing-file.ts';

export interface TextFile {
  readonly path: string;
  readonly changedAt: Date;
  text(): Promise<string>;
  remove(): Promise<void>;
}

/** What was set aside anywhere in the folder. */
export function damagedFilesIn(folder: string): AsyncGenerator<TextFile> {
  return filesIn(folder, (name) => name.includes('.damaged-'));
}

/** Turns whose replies have not all arrived. */
export function owedReplyFilesIn(dataDir: string): AsyncGenerator<TextFile> {
  return filesIn(join(dataDir, 'replies'), (name) => name.endsWith('.jsonl'));
}

async function* filesIn(folder: string, isOne: (name: string) => boolean): AsyncGenerator<TextFile> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(whenMissing([]))) {
    if (!entry.isFile() || !isOne(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const info = await stat(path).catch(() => undefined);
    if (info) yield { path, changedAt: info.mtime, text: () => readFile(path, 'utf8'), remove: () => rm(path, { force: true }) };
  }
}

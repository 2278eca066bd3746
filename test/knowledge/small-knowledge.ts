import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readKnowledgeFiles } from '../../knowledge/compiler/load.ts';
import type { FileText } from '../../knowledge/compiler/knowledge-file.ts';

export const SMALL_DIR = fileURLToPath(new URL('fixtures/small', import.meta.url));
export const SHIPPED_DIR = join(fileURLToPath(new URL('../../', import.meta.url)), 'knowledge');

/** The files of the smallest valid knowledge. */
export function smallFiles(): Promise<FileText[]> {
  return readKnowledgeFiles(SMALL_DIR);
}

export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** The files with some places changed; a place that is not there is a fault of the test. */
export function edited(files: readonly FileText[], edits: readonly Edit[]): FileText[] {
  return edits.reduce<FileText[]>((current, { file, find, put }) => {
    const target = current.find((each) => each.path === file);
    if (!target?.text.includes(find)) throw new Error(`${file} does not contain ${find}`);
    return current.map((each) => (each === target ? { ...each, text: each.text.replace(find, () => put) } : each));
  }, [...files]);
}

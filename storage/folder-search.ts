import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

export interface FolderSearch {
  /** Files that were read. */
  readonly searched: number;
  /** Those that hold one of the texts, relative to the folder. */
  readonly found: readonly string[];
}

/** Reads every file of the folder, whatever its form, and looks for the texts in UTF-8. A file that goes meanwhile is no error. */
export async function searchFolder(folder: string, texts: readonly string[]): Promise<FolderSearch> {
  const needles = texts.map((text) => Buffer.from(text)).filter((needle) => needle.length > 0);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found: string[] = [];
  for (const file of files) {
    if (await holdsOneOf(file, needles)) found.push(relative(folder, file));
  }
  return { searched: files.length, found };
}

async function holdsOneOf(file: string, needles: readonly Buffer[]): Promise<boolean> {
  const longest = Math.max(0, ...needles.map((needle) => needle.length));
  let rest = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(file)) {
      const text = Buffer.concat([rest, chunk as Buffer]);
      if (needles.some((needle) => text.includes(needle))) return true;
      // What is cut by the end of a chunk is found in the next.
      rest = text.subarray(Math.max(0, text.length - longest + 1));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return false;
}

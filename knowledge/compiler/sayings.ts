import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isAct, type Act } from './acts.ts';
import { expand } from './expand.ts';
import { parseSayingFile, type SayingFile, type Section } from './saying-file.ts';

/** `answer:ID`; `other`: something else than any answer of the question; `dont-know`; or an act. */
export type SayingLabel = `answer:${string}` | 'other' | Act;

/** Something that people say, and what it means. */
export interface Saying {
  readonly text: string;
  readonly label: SayingLabel;
  /** The question under which it was said; acts have none. */
  readonly question?: string;
  /** Whose way of speaking it is: the folder that it stands in. */
  readonly voice: string;
  /** ISO 639-1. */
  readonly language: string;
  /** `file:line` of the template. All expansions of one template share it, so that folds can be split by it. */
  readonly source: string;
}

/** Expansions of one template when nothing else is asked for. */
const MOST = 6;

/**
 * Every saying under a folder of utterances, ordered by path and line. A template's expansions depend on its text alone, so a
 * line that is added changes no other. Rejects when a file has a misplaced line or an unknown act.
 */
export async function loadSayings(folder: string, most: number = MOST): Promise<readonly Saying[]> {
  return sayingsOf(await readSayingFiles(folder), most);
}

/** Every utterance file under a folder, or those of one language, sorted by path; empty when there is no such folder. */
export async function readSayingFiles(folder: string, language?: string): Promise<readonly SayingFile[]> {
  const names = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const paths = names.filter((name) => name.endsWith('.txt') && (language === undefined || name.startsWith(`${language}${sep}`))).sort();
  return Promise.all(paths.map(async (path) => parseSayingFile(path.split(sep).join('/'), await readFile(join(folder, path), 'utf8'))));
}

/** Writes out the templates of all files. Pure. Throws on a misplaced line or an unknown act. */
export function sayingsOf(files: readonly SayingFile[], most: number = MOST): readonly Saying[] {
  return files.flatMap((file) => {
    const [misplaced] = file.misplaced;
    if (misplaced) throw new Error(`${file.path}:${misplaced.line}: "${misplaced.text}" belongs to no answer and no act.`);
    return file.sections.flatMap((section) => {
      const label = labelOf(file, section);
      return section.templates.flatMap(({ text: template, line }) =>
        expand(template, most, drawsFor(template)).map((text): Saying => ({
          text,
          label,
          ...(section.question !== undefined && { question: section.question }),
          voice: file.voice,
          language: file.language,
          source: `${file.path}:${line}`,
        })),
      );
    });
  });
}

function labelOf(file: SayingFile, { question, name, line }: Section): SayingLabel {
  if (question !== undefined) return name === '?' ? 'dont-know' : name === 'other' ? 'other' : `answer:${name}`;
  if (isAct(name)) return name;
  throw new Error(`${file.path}:${line}: there is no act "${name}".`);
}

/** Numbers in [0, 1) that depend on the text alone: FNV-1a as the seed of a linear congruential generator modulo 2^32. */
function drawsFor(text: string): () => number {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

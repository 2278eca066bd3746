import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { GlossaryEntry } from '../../knowledge/compiler/lint/translations.ts';

const glossary = z.array(z.strictObject({ say: z.string().min(1), never: z.string().min(1) }));

/** Locale -> its glossary, of every `glossaries/<locale>.yaml` of a knowledge folder; none where there is no such folder. */
export async function readGlossaries(dir: string): Promise<ReadonlyMap<string, readonly GlossaryEntry[]>> {
  const folder = join(dir, 'glossaries');
  const names = await readdir(folder).catch((): string[] => []);
  const read = names.filter((name) => name.endsWith('.yaml')).map(async (name) => {
    const entries = glossary.parse(parse(await readFile(join(folder, name), 'utf8')));
    return [name.slice(0, -'.yaml'.length), entries.map(({ say, never }) => ({ say, never: new RegExp(never, 'u') }))] as const;
  });
  return new Map(await Promise.all(read));
}

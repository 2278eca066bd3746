import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export const UTTERANCES = join(import.meta.dirname, '..', 'utterances');

/** A line that a person might write, and what it means. Replies are measured on; what is learned of them comes from the sayings. */
export interface Utterance {
  readonly set: 'symptom' | 'reply' | 'intent' | 'negative';
  readonly label: string;
  /** ISO 639-1. */
  readonly lang: string;
  readonly text: string;
}

const TRAINING_SET = z.enum(['symptom', 'intent', 'negative']);
const EVALUATION_SET = z.enum(['symptom', 'reply', 'intent', 'negative']);

function fileWith(set: z.ZodType<Utterance['set']>) {
  return z.strictObject({
    set,
    label: z.string().min(1),
    utterances: z.record(z.string().regex(/^[a-z]{2}$/), z.array(z.string().min(1))),
  });
}

const TRAINING_FILE = fileWith(TRAINING_SET);

/** Marked by its set, so that a file which strays into a training folder is refused there. */
const EVALUATION_FILE = fileWith(
  z.string().startsWith('evaluation-').transform((set) => set.slice('evaluation-'.length)).pipe(EVALUATION_SET),
);

/** Folders of training lines. `evaluation` lies beside them and is measured on, never trained on. */
export const TRAINING_FOLDERS = ['symptoms', 'intents', 'negatives'] as const;

async function readFolder(folder: string, form: typeof TRAINING_FILE): Promise<readonly Utterance[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const lines: Utterance[] = [];
  for (const name of names.filter((file) => file.endsWith('.yaml')).sort()) {
    const path = join(folder, name);
    const checked = form.safeParse(parse(await readFile(path, 'utf8')));
    if (!checked.success) throw new Error(`${path}: ${z.prettifyError(checked.error)}`);
    const { set, label, utterances } = checked.data;
    for (const [lang, texts] of Object.entries(utterances)) {
      for (const text of texts) lines.push({ set, label, lang, text });
    }
  }
  return lines;
}

/** Training lines in a fixed order: by folder, file, language, line. */
export async function loadUtterances(directory: string = UTTERANCES): Promise<readonly Utterance[]> {
  const folders = await Promise.all(TRAINING_FOLDERS.map((folder) => readFolder(join(directory, folder), TRAINING_FILE)));
  return folders.flat();
}

/** Lines to measure on, in the same form. */
export async function loadEvaluation(directory: string = UTTERANCES): Promise<readonly Utterance[]> {
  return readFolder(join(directory, 'evaluation'), EVALUATION_FILE);
}

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { TRAINING_FOLDERS, UTTERANCES, loadUtterances } from '../knowledge/compiler/utterances.ts';
import { loadModel, saveModel } from '../understanding/classifier/model.ts';
import type { Model } from '../understanding/classifier/model.ts';
import { TRAINING_SETTINGS, fingerprint, trainModel } from '../understanding/classifier/train.ts';
import { readWordTable } from '../understanding/classifier/word-table.ts';
import { loadOrBuild } from './model-cache.ts';
import { MODEL_CACHE } from './learned.ts';

const TABLE = join(UTTERANCES, 'words.en.json');

/** Of the files as they lie there, so that a start with a kept model parses none of them. */
export async function classifierFingerprint(): Promise<string> {
  const hash = createHash('sha256').update(fingerprint([], TRAINING_SETTINGS)).update(await readFile(TABLE));
  for (const folder of TRAINING_FOLDERS) {
    const names = (await readdir(join(UTTERANCES, folder))).filter((name) => name.endsWith('.yaml')).sort();
    for (const name of names) hash.update(name).update(await readFile(join(UTTERANCES, folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * The model of symptoms, intents and scope, from the cache or built now.
 *
 * @param building told before it is built, which takes seconds.
 */
export async function assembleModel(building?: (name: string) => void, cache = MODEL_CACHE): Promise<Model> {
  return loadOrBuild(
    cache,
    {
      name: 'classifier',
      fingerprint: await classifierFingerprint(),
      build: async () => trainModel(await loadUtterances(), TRAINING_SETTINGS, readWordTable(await readFile(TABLE))),
      save: saveModel,
      load: loadModel,
    },
    building,
  );
}

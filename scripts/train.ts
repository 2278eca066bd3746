/** Trains the classifier from `knowledge/utterances/*` and writes `knowledge/utterances/model.bin`. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { saveModel } from '../understanding/classifier/model.ts';
import { TRAINING_SETTINGS, trainModel } from '../understanding/classifier/train.ts';
import { readWordTable } from '../understanding/classifier/word-table.ts';
import { loadUtterances } from '../knowledge/compiler/utterances.ts';

const utterances = await loadUtterances();
const folder = join(import.meta.dirname, '..', 'knowledge', 'utterances');
const table = readWordTable(await readFile(join(folder, 'words.en.json')));
const model = trainModel(utterances, TRAINING_SETTINGS, table);
const bytes = saveModel(model);
const path = join(folder, 'model.bin');
await writeFile(path, bytes);
console.log(`${utterances.length} lines, ${model.encoder.space.names.length} features, ${bytes.length} bytes -> ${path} (${model.hash})`);

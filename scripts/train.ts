/** Trains the classifier from `knowledge/intents/*` and writes `knowledge/intents/model.bin`. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { saveModel } from '../diagnosis/classifier/model.ts';
import { TRAINING_SETTINGS, trainModel } from '../diagnosis/classifier/train.ts';
import { readWordTable } from '../diagnosis/classifier/word-table.ts';
import { loadUtterances } from '../knowledge/intents/load.ts';

const utterances = await loadUtterances();
const folder = join(import.meta.dirname, '..', 'knowledge', 'intents');
const table = readWordTable(await readFile(join(folder, 'words.en.json')));
const model = trainModel(utterances, TRAINING_SETTINGS, table);
const bytes = saveModel(model);
const path = join(folder, 'model.bin');
await writeFile(path, bytes);
console.log(`${utterances.length} lines, ${model.encoder.space.names.length} features, ${bytes.length} bytes -> ${path} (${model.hash})`);

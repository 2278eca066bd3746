/** Trains the classifier from `knowledge/intents/*` and writes `knowledge/intents/model.json`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { saveModel } from '../diagnosis/classifier/model.ts';
import { trainModel } from '../diagnosis/classifier/train.ts';
import { loadUtterances } from '../knowledge/intents/load.ts';

const utterances = await loadUtterances();
const model = trainModel(utterances);
const bytes = saveModel(model);
const path = join(import.meta.dirname, '..', 'knowledge', 'intents', 'model.json');
await writeFile(path, bytes);
console.log(`${utterances.length} lines, ${model.encoder.space.names.length} features, ${bytes.length} bytes -> ${path} (${model.hash})`);

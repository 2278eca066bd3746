import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAssistant, type Assistant } from './app.ts';
import { createClassifier } from './diagnosis/classifier/create-classifier.ts';
import { loadModel } from './diagnosis/classifier/model.ts';
import { formatFinding } from './knowledge/finding.ts';
import { loadKnowledge } from './knowledge/load.ts';

/** The project's own folder, wherever the command was called from. */
export const ROOT = dirname(fileURLToPath(import.meta.url));
export const KNOWLEDGE_DIR = join(ROOT, 'knowledge');
const MODEL_FILE = join(KNOWLEDGE_DIR, 'intents', 'model.bin');

/** The assistant over the knowledge and the model on disk. Rejects with every fault of the knowledge at once. */
export async function assembleAssistant(): Promise<Assistant> {
  const [compiled, bytes] = await Promise.all([loadKnowledge(KNOWLEDGE_DIR), readFile(MODEL_FILE)]);
  if (!compiled.graph) throw new Error(`The knowledge cannot be used:\n${compiled.findings.map(formatFinding).join('\n')}`);
  return createAssistant({ graph: compiled.graph, classifier: createClassifier(loadModel(bytes)) });
}

import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAssistant, type Assistant } from './assistant.ts';
import { createClassifier } from '../understanding/classifier/create-classifier.ts';
import type { Site } from '../dialogs/site.ts';
import type { LearnedParameters } from '../troubleshooting/parameters.ts';
import { assembleReader, assembleReaders } from './learned.ts';
import { assembleModel } from './learned-classifier.ts';
import { formatFinding } from '../knowledge/compiler/finding.ts';
import type { ParseCache } from '../knowledge/compiler/knowledge-file.ts';
import { loadKnowledge, readParseCache, writeParseCache } from '../knowledge/compiler/load.ts';
import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';

/** The project's own folder, wherever the command was called from. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
export const KNOWLEDGE_DIR = join(ROOT, 'knowledge');

/** Parsed files by their text: a start reads them instead of the YAML. Where it cannot be written, every start parses. */
const PARSE_CACHE = join(ROOT, 'node_modules', '.cache', 'reconnect', 'knowledge.json');

/**
 * The assistant over the knowledge and the model on disk. Rejects with every fault of the knowledge at once.
 * @param learned the numbers to use in place of the author's.
 * @param site what the operator says of the place; the usual one where nothing is said.
 */
export async function assembleAssistant(learned?: (graph: KnowledgeGraph) => LearnedParameters | undefined, site?: Site): Promise<Assistant> {
  const parsed = await readParseCache(PARSE_CACHE);
  const before = new Set(parsed.values());
  const compiled = await loadKnowledge(KNOWLEDGE_DIR, undefined, undefined, parsed);
  if ([...parsed.values()].some((entry) => !before.has(entry))) await keep(parsed);
  if (!compiled.graph) throw new Error(`The knowledge cannot be used:\n${compiled.findings.map(formatFinding).join('\n')}`);
  const model = await assembleModel(building);
  const reader = await assembleReader(compiled.graph, building);
  const readers = await assembleReaders(compiled.graph, reader, building);
  return createAssistant({ graph: compiled.graph, models: { classifier: createClassifier(model), reader, readers }, learned: learned?.(compiled.graph), site });
}

/** Standard error, since a command's output may go into a pipe. */
function building(name: string): void {
  process.stderr.write(`Building the ${name} from what people say; this happens once ...\n`);
}

async function keep(cache: ParseCache): Promise<void> {
  await mkdir(dirname(PARSE_CACHE), { recursive: true })
    .then(() => writeParseCache(PARSE_CACHE, cache))
    .catch(() => undefined);
}

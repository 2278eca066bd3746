import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BASE_LOCALE } from '../knowledge/compiler/library.ts';
import { readSayingFiles, sayingsOf } from '../knowledge/compiler/sayings.ts';
import type { Saying } from '../knowledge/compiler/sayings.ts';
import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import { readWordTable } from '../understanding/classifier/word-table.ts';
import type { WordTable } from '../understanding/classifier/word-table.ts';
import { languageOf } from '../reading/language.ts';
import { calibrationFor } from '../understanding/reader/calibration.ts';
import type { CalibrationFile } from '../understanding/reader/calibration.ts';
import { createReader } from '../understanding/reader/create-reader.ts';
import { readerFingerprint } from '../understanding/reader/fingerprint.ts';
import { buttonSayings, readerGraphOf } from '../understanding/reader/graph-view.ts';
import { mixedLanguages } from '../understanding/reader/mixed-languages.ts';
import { onlyWhatIsAsked } from '../understanding/reader/only-what-is-asked.ts';
import { loadReader, saveReader } from '../understanding/reader/model-file.ts';
import { READER_SETTINGS, trainReader } from '../understanding/reader/model.ts';
import type { ReaderModel } from '../understanding/reader/model.ts';
import type { ReaderGraph } from '../understanding/reader/possible.ts';
import type { Reader } from '../understanding/reader/reader.ts';
import type { Learned } from './model-cache.ts';
import { loadOrBuild } from './model-cache.ts';

const ROOT = join(import.meta.dirname, '..');
const UTTERANCES = join(ROOT, 'knowledge', 'utterances');

/** Where learned models are kept between starts. */
export const MODEL_CACHE = join(ROOT, '.cache');
export const CALIBRATION_FILE = join(ROOT, 'understanding', 'reader', 'calibration.json');

/** What the reader learns from. */
export interface ReaderInputs {
  readonly sayings: readonly Saying[];
  readonly graph: ReaderGraph;
  readonly table: WordTable;
  readonly fingerprint: string;
}

/** Expansions of one template: more of them weigh the templates with many alternatives too much. */
const MOST_EXPANSIONS = 3;

/** Of each language these are in the reader of all: words of another language come up in any conversation. */
const IN_ALL = 'product';

/** @param language whose sayings are wanted; without one those of the base locale, with some of all the others */
export async function readerInputs(graph: KnowledgeGraph, language?: string): Promise<ReaderInputs> {
  const [files, bytes] = await Promise.all([readSayingFiles(UTTERANCES, language), readFile(join(UTTERANCES, 'words.en.json'))]);
  const view = readerGraphOf(graph);
  const wanted = language === undefined ? files.filter((file) => file.language === BASE_LOCALE || file.voice === IN_ALL) : files;
  const sayings = [...sayingsOf(wanted, MOST_EXPANSIONS), ...buttonSayings(graph)];
  const bearing = [...view.bearing].map(([problem, questions]) => [problem, ...questions]);
  return {
    sayings,
    graph: view,
    table: readWordTable(bytes),
    fingerprint: readerFingerprint(READER_SETTINGS, [JSON.stringify([view.questions, bearing]), JSON.stringify(sayings), bytes]),
  };
}

function learnedReader(name: string, { sayings, graph, table, fingerprint }: ReaderInputs): Learned<ReaderModel> {
  return {
    name,
    fingerprint,
    build: () => trainReader(sayings, graph, READER_SETTINGS, table),
    save: saveReader,
    load: (bytes) => loadReader(bytes, table),
  };
}

/**
 * The reader for a graph, from the cache or built now. Rejects when the calibration was made for other settings.
 *
 * @param building told before it is built, which takes seconds.
 */
export async function assembleReader(graph: KnowledgeGraph, building?: (name: string) => void, cache = MODEL_CACHE): Promise<Reader> {
  const [inputs, calibration] = await Promise.all([readerInputs(graph), readCalibration()]);
  return createReader(await loadOrBuild(cache, learnedReader('reader', inputs), building), calibration);
}

async function readCalibration(): Promise<ReturnType<typeof calibrationFor>> {
  return calibrationFor(READER_SETTINGS, JSON.parse(await readFile(CALIBRATION_FILE, 'utf8')) as CalibrationFile);
}

/**
 * Readers of the sayings of one language each, for every locale of the graph that has some beside those that all know. They share the
 * calibration of the large one, so they answer only what is asked.
 *
 * @param base the reader of the base locale, asked besides
 * @param building told before one is built, which takes seconds.
 */
export async function assembleReaders(graph: KnowledgeGraph, base: Reader, building?: (name: string) => void, cache = MODEL_CACHE): Promise<ReadonlyMap<string, Reader>> {
  const calibration = await readCalibration();
  const readers = new Map<string, Reader>();
  for (const language of graph.locales.filter((each) => each !== BASE_LOCALE)) {
    const own = await readdir(join(UTTERANCES, language)).catch(() => []);
    if (!own.some((voice) => voice !== IN_ALL)) continue;
    const inputs = await readerInputs(graph.inLocale(language), language);
    const model = await loadOrBuild(cache, learnedReader(`reader.${language}`, inputs), building);
    readers.set(language, mixedLanguages(onlyWhatIsAsked(createReader(model, calibration)), base, (text) => languageOf(text)?.language === language));
  }
  return readers;
}

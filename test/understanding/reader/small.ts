import { readFile } from 'node:fs/promises';
import { loadKnowledge } from '../../../knowledge/compiler/load.ts';
import { loadSayings } from '../../../knowledge/compiler/sayings.ts';
import type { Saying } from '../../../knowledge/compiler/sayings.ts';
import { readWordTable } from '../../../understanding/classifier/word-table.ts';
import { readerGraphOf } from '../../../understanding/reader/graph-view.ts';
import { READER_SETTINGS } from '../../../understanding/reader/model.ts';
import type { ReaderSettings } from '../../../understanding/reader/model.ts';
import type { ReaderGraph } from '../../../understanding/reader/possible.ts';

const knowledge = new URL('../../../knowledge/', import.meta.url);
const compiled = await loadKnowledge(knowledge.pathname);
if (!compiled.graph) throw new Error('The knowledge has faults');

export const table = readWordTable(await readFile(new URL('utterances/words.en.json', knowledge)));

/** One problem, the questions that bear on it, and what people say about them: a reader that trains in seconds. */
export const PROBLEM = 'connection-refused';
const whole = readerGraphOf(compiled.graph);
const bearing = whole.bearing.get(PROBLEM);
if (!bearing) throw new Error(`There is no problem ${PROBLEM}`);
export const graph: ReaderGraph = {
  questions: whole.questions.filter(({ id }) => bearing.has(id)),
  bearing: new Map([[PROBLEM, bearing]]),
};
export const questions = bearing;

export const sayings: readonly Saying[] = (await loadSayings(new URL('utterances', knowledge).pathname, 2)).filter(
  ({ question }) => question === undefined || bearing.has(question),
);

export const settings: ReaderSettings = {
  ...READER_SETTINGS,
  network: { ...READER_SETTINGS.network, hidden: 32, epochs: 4 },
};

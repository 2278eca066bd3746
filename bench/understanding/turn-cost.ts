import { createMind } from '../../dialogs/create-mind.ts';
import { tableOf } from '../../dialogs/table-of.ts';
import type { DialogContext } from '../../scripts/contract/context.ts';
import { sessionIn } from '../../scripts/contract/context.ts';
import type { Assistant } from '../../service/assistant.ts';
import { assembleReader } from '../../service/learned.ts';
import { assembleModel } from '../../service/learned-classifier.ts';
import { createClassifier } from '../../understanding/classifier/create-classifier.ts';
import { loadModel, saveModel } from '../../understanding/classifier/model.ts';
import type { Table } from '../../understanding/table.ts';
import { understand } from '../../understanding/understand.ts';
import type { Figure } from '../bench.ts';
import { heapBytes } from '../heap.ts';
import { timesOf } from './cost.ts';
import { PHASES, type DialogPhase } from './in-dialog/lines.ts';
import { percentile, round } from './metrics.ts';
import { NOTHING_OPEN, NOW, worldOf } from './product.ts';

const PROBLEM = '0x904/0x7';
const OPEN: Readonly<Record<DialogPhase, DialogContext['on_table']>> = {
  question: { question: 'affected-hosts' },
  step: { fix: 'renew-self-signed-certificate' },
  offer: 'offer',
  solved: 'solved',
  ticket: 'ticket',
};

/** Loading and memory of the trained reader, from the cache. To be measured first: what others leave behind is collected late. */
export async function measureReaderCost({ mind: { graph } }: Assistant): Promise<readonly Figure[]> {
  heapBytes();
  const before = heapBytes();
  const from = performance.now();
  const reader = await assembleReader(graph);
  const load = performance.now() - from;
  const memory = heapBytes() - before;
  reader.read(EMPTY, { phase: 'step', bearing: new Set(), hasOpenStep: true });
  return [
    { id: 'cost/reader/load', value: round(load, 0), unit: 'ms' },
    { id: 'cost/reader/memory', value: round(memory / 1e6, 1), unit: 'MB' },
  ];
}

/** Read after the measurement, so that the reader is still held while memory is. */
const EMPTY = '';

/** One call of `understand`, by what is open. */
export async function measureTurnCost(assistant: Assistant, texts: readonly string[]): Promise<readonly Figure[]> {
  const { graph, reader } = assistant.mind;
  const bytes = saveModel(await assembleModel());
  const figures: Figure[] = [];
  for (const [name, table] of tables(assistant)) {
    const times = timesOf(texts, () => {
      // What the classifier remembers of a word would flatter the next round.
      const mind = createMind(graph, { classifier: createClassifier(loadModel(bytes)), reader });
      return (text) => understand(mind, table, text, NOW);
    });
    figures.push(
      { id: `cost/understand/${name}/p50`, value: round(percentile(times, 0.5), 0), unit: 'us', n: times.length },
      { id: `cost/understand/${name}/p99`, value: round(percentile(times, 0.99), 0), unit: 'us', n: times.length },
    );
  }
  return figures;
}

function tables(assistant: Assistant): readonly (readonly [string, Table])[] {
  const open = PHASES.map((phase) => {
    const session = sessionIn(assistant, { problem: PROBLEM, on_table: OPEN[phase] }, worldOf(phase, NOW));
    if (!session) throw new Error(`No conversation comes to this point: ${phase}`);
    return [phase, tableOf(assistant.mind.graph, session)] as const;
  });
  return [['listening', NOTHING_OPEN], ...open];
}

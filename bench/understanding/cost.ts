import type { IntentClassifier } from '../../understanding/classifier/intent-classifier.ts';
import { createClassifier } from '../../understanding/classifier/create-classifier.ts';
import { Encoder } from '../../understanding/classifier/encoder.ts';
import { FEATURE_DEFAULTS } from '../../understanding/classifier/features.ts';
import { scoresOf, trainHead } from '../../understanding/classifier/linear-head.ts';
import { loadModel, saveModel } from '../../understanding/classifier/model.ts';
import { assembleModel } from '../../service/learned-classifier.ts';
import type { Labelled } from './corpora.ts';
import { percentile, round } from './metrics.ts';
import type { Figure } from '../bench.ts';
import { heapBytes } from '../heap.ts';
import { randomFrom } from '../../learning/simulation/random.ts';

const ROUNDS = 3;

/**
 * Microseconds of each text, the least of three rounds, as other work on the machine only ever adds. Every round has
 * its own reader: what one remembers of a word would flatter the next.
 */
export function timesOf(texts: readonly string[], reader: () => (text: string) => void): readonly number[] {
  const least = new Float64Array(texts.length).fill(Infinity);
  // The first round warms up the engine and is thrown away.
  for (let round_ = 0; round_ <= ROUNDS; round_++) {
    const read = reader();
    read(WARM_UP);
    texts.forEach((text, at) => {
      const from = performance.now();
      read(text);
      if (round_ > 0) least[at] = Math.min(least[at]!, 1000 * (performance.now() - from));
    });
  }
  return [...least];
}

/** Has a word that needs repair, so that what is built for the first one is there. */
const WARM_UP = 'remote desktpo connection';

/** Every head asked. */
function askAll(classifier: IntentClassifier): (text: string) => void {
  return (text) => {
    classifier.symptom(text);
    classifier.intent(text);
    classifier.scope(text);
  };
}

/** The classifier of first messages: bytes in the cache, loading, memory, time per message. */
export async function measureClassifierCost(texts: readonly string[]): Promise<readonly Figure[]> {
  const bytes = saveModel(await assembleModel());
  const before = heapBytes();
  const used = process.cpuUsage();
  const from = performance.now();
  const classifier = createClassifier(loadModel(bytes));
  const load = performance.now() - from;
  const { user, system } = process.cpuUsage(used);
  askAll(classifier)(WARM_UP);
  const memory = heapBytes() - before;
  const times = timesOf(texts, () => askAll(createClassifier(loadModel(bytes))));
  return [
    { id: 'cost/classifier/file', value: round(bytes.length / 1e6, 2), unit: 'MB' },
    { id: 'cost/classifier/load', value: round(load, 1), unit: 'ms' },
    { id: 'cost/classifier/load-processor', value: round((user + system) / 1000, 1), unit: 'ms' },
    { id: 'cost/classifier/memory', value: round(memory / 1e6, 1), unit: 'MB' },
    { id: 'cost/classifier/message-p50', value: round(percentile(times, 0.5), 1), unit: 'us', n: times.length },
    { id: 'cost/classifier/message-p99', value: round(percentile(times, 0.99), 1), unit: 'us', n: times.length },
  ];
}

const LINES_PER_INTENT = 30;

/** Lines of made-up intents: each has a few words of its own among common ones. */
function madeUp(intents: number, seed: number): readonly Labelled[] {
  const random = randomFrom(seed);
  const word = (): string => Array.from({ length: 3 + Math.floor(random() * 3) }, () => 'bdfgklmnprstv'[Math.floor(random() * 13)]! + 'aeiou'[Math.floor(random() * 5)]!).join('');
  const common = Array.from({ length: 300 }, word);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)]!;
  return Array.from({ length: intents }, (_, intent) => {
    const own = Array.from({ length: 8 }, word);
    return Array.from({ length: LINES_PER_INTENT }, () => {
      const words = Array.from({ length: 8 }, () => (random() < 0.3 ? pick(own) : pick(common)));
      return { text: words.join(' '), label: `intent-${intent}` };
    });
  }).flat();
}

/** One head as intents grow, on made-up lines: training, size and time of a message. */
export function measureGrowth(counts: readonly number[], seed: number): readonly Figure[] {
  return counts.flatMap((intents) => {
    const lines = madeUp(intents, seed);
    const before = heapBytes();
    const started = process.cpuUsage().user;
    const encoder = Encoder.fit(lines.map(({ text }) => text), { ...FEATURE_DEFAULTS, meanings: 0 });
    const vectors = lines.map(({ text }) => encoder.encode(text).spelling);
    const head = trainHead(vectors, lines.map(({ label }) => label), encoder.space.dimensions);
    const seconds = (process.cpuUsage().user - started) / 1e6;
    const memory = heapBytes() - before;
    const texts = lines.slice(0, 2000).map(({ text }) => text);
    const times = timesOf(texts, () => (text) => scoresOf(head, encoder.encode(text).spelling));
    const bytes = head.weights.byteLength + head.classes.byteLength + head.starts.byteLength;
    const id = `cost/${intents}-intents`;
    return [
      { id: `${id}/train`, value: round(seconds, 2), unit: 's', n: lines.length },
      { id: `${id}/weights`, value: round(bytes / 1e6, 2), unit: 'MB' },
      { id: `${id}/memory`, value: round(memory / 1e6, 1), unit: 'MB' },
      { id: `${id}/message-p50`, value: round(percentile(times, 0.5), 1), unit: 'us', n: times.length },
      { id: `${id}/message-p99`, value: round(percentile(times, 0.99), 1), unit: 'us', n: times.length },
    ];
  });
}

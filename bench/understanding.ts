/** How well the learned half of understanding reads: see `understanding/README.md`. */
import { readFile } from 'node:fs/promises';
import type { IntentClassifier } from '../diagnosis/classifier.ts';
import { createClassifier } from '../diagnosis/classifier/create-classifier.ts';
import { FEATURE_DEFAULTS } from '../diagnosis/classifier/features.ts';
import { loadModel } from '../diagnosis/classifier/model.ts';
import { readWordTable } from '../diagnosis/classifier/word-table.ts';
import type { WordTable } from '../diagnosis/classifier/word-table.ts';
import { loadUtterances } from '../knowledge/intents/load.ts';
import type { Contender } from './understanding/contender.ts';
import { PUBLICATIONS, readCorpora } from './understanding/corpora.ts';
import { measureGrowth, measureProductCost } from './understanding/cost.ts';
import { installedPeers } from './understanding/installed-peers.ts';
import { measureMessages, readMessages } from './understanding/messages.ts';
import type { Bench, BenchOptions, Figure } from './bench.ts';
import { NATURAL_PEERS } from './understanding/natural-peers.ts';
import { ours } from './understanding/ours.ts';
import { measureOwnSet } from './understanding/own-set.ts';
import { measureCorpora } from './understanding/public-corpora.ts';

/** `--corpora DIR`, `--messages FILE`, `--confusions yes` for every wrong reading, `--only GROUP,GROUP` and `--contenders NAME,NAME` of the corpora. */

/** Small enough for every run. */
const QUICK = new Set(['sigdial', 'hwu64-10', 'banking77-10']);

const KNOWLEDGE = new URL('../knowledge/intents/', import.meta.url);

/** Notes go to standard error, so that the figures can be piped. */
function note(line: string): void {
  console.error(line);
}

async function product(): Promise<IntentClassifier> {
  return createClassifier(loadModel(await readFile(new URL('model.bin', KNOWLEDGE))));
}

function contenders(table: WordTable): readonly Contender[] {
  const peers = installedPeers();
  if (peers.length === 0) note('nlp.js, wink and fastText are left out: run `npm install` in bench/peers to have them.');
  return [ours('ours', table), ours('ours-without-table', undefined, { ...FEATURE_DEFAULTS, meanings: 0 }), ...NATURAL_PEERS, ...peers];
}

async function publicCorpora({ quick, seed, args }: BenchOptions, table: WordTable): Promise<readonly Figure[]> {
  const folder = args['corpora'];
  if (folder === undefined) {
    note('Public corpora are left out: give their folder with --corpora. They are published at');
    for (const { title, url, commit, licence } of PUBLICATIONS) note(`  ${title}: ${url} @ ${commit}, ${licence}`);
    return [];
  }
  const only = args['only']?.split(',');
  const corpora = (await readCorpora(folder)).filter(({ group }) => only?.includes(group) ?? (!quick || QUICK.has(group)));
  const names = args['contenders']?.split(',');
  const chosen = contenders(table).filter(({ name }) => names?.includes(name) ?? true);
  return measureCorpora(corpora, chosen, seed, note);
}

async function messagesFile({ args }: BenchOptions, classifier: IntentClassifier): Promise<readonly Figure[]> {
  if (args['messages'] === undefined) return [];
  const { figures, confusions } = await measureMessages(classifier, await readMessages(args['messages']));
  const counts = new Map<string, number>();
  for (const { expected, read } of confusions) counts.set(`${expected} -> ${read}`, (counts.get(`${expected} -> ${read}`) ?? 0) + 1);
  for (const [confusion, count] of [...counts].sort(([, left], [, right]) => right - left)) note(`${count} x ${confusion}`);
  if (args['confusions'] !== undefined) for (const { id, expected, read } of confusions) note(`${id}: ${expected} -> ${read}`);
  return figures.map((figure) => ({ ...figure, id: `messages/${figure.id}` }));
}

async function run(options: BenchOptions): Promise<readonly Figure[]> {
  const table = readWordTable(await readFile(new URL('words.en.json', KNOWLEDGE)));
  const classifier = await product();
  const texts = (await loadUtterances()).filter((_, at) => at % 7 === 0).map(({ text }) => text);
  return [
    ...(await publicCorpora(options, table)),
    ...(await measureOwnSet(classifier)),
    ...(await messagesFile(options, classifier)),
    ...(await measureProductCost(texts)),
    ...measureGrowth(options.quick ? [10] : [10, 150, 1000], options.seed),
  ];
}

export const bench: Bench = { name: 'understanding', run };

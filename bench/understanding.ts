/** How well the learned half of understanding reads: see `understanding/README.md`. */
import type { IntentClassifier } from '../understanding/classifier/intent-classifier.ts';
import { createClassifier } from '../understanding/classifier/create-classifier.ts';
import { assembleModel } from '../service/learned-classifier.ts';
import { loadUtterances } from '../knowledge/compiler/utterances.ts';
import { loadContenders } from './understanding/contenders.ts';
import { PUBLICATIONS, readCorpora } from './understanding/corpora.ts';
import { measureGrowth, measureProductCost } from './understanding/cost.ts';
import { measureMessages, readMessages } from './understanding/messages.ts';
import type { Bench, BenchOptions, Figure } from './bench.ts';
import { measureOwnSet } from './understanding/own-set.ts';
import { measureCorpora } from './understanding/public-corpora.ts';

/**
 * `--corpora DIR`, `--messages FILE`, `--confusions yes` for every wrong reading; of the corpora `--only GROUP,GROUP`,
 * `--contenders NAME,NAME`, `--typos 0` to leave the slips out, and `--limit SECONDS` for one training.
 */

/** What `--quick` keeps: the corpora with few training lines, and beside ours the peer that trains in a moment. */
const QUICK = {
  groups: new Set(['sigdial', 'hwu64-10', 'banking77-10']),
  contenders: new Set(['ours', 'natural-bayes']),
  mostTypos: 1,
  intents: [10, 150],
} as const;
const WHOLE = { mostTypos: 2, intents: [10, 150, 1000] } as const;

/** Seconds of processor time for one training. */
const LIMIT = 300;

/** Notes go to standard error, so that the figures can be piped. */
function note(line: string): void {
  console.error(line);
}

async function product(): Promise<IntentClassifier> {
  return createClassifier(await assembleModel());
}

async function publicCorpora({ quick, seed, args }: BenchOptions): Promise<readonly Figure[]> {
  const folder = args['corpora'];
  if (folder === undefined) {
    note('Public corpora are left out: give their folder with --corpora. They are published at');
    for (const { title, url, commit, licence } of PUBLICATIONS) note(`  ${title}: ${url} @ ${commit}, ${licence}`);
    return [];
  }
  const only = args['only']?.split(',');
  const names = args['contenders']?.split(',');
  const contenders = await loadContenders();
  if (contenders.every(({ name }) => name !== 'nlp.js')) {
    note('nlp.js, wink and fastText are left out: run `npm install` in bench/peers to have them.');
  }
  const chosen = contenders.filter(({ name }) => names?.includes(name) ?? (!quick || QUICK.contenders.has(name)));
  for (const { name, version } of chosen) note(`${name}: ${version}`);
  return measureCorpora({
    corpora: (await readCorpora(folder)).filter(({ group }) => only?.includes(group) ?? (!quick || QUICK.groups.has(group))),
    contenders: chosen.map(({ name }) => name),
    typos: [1, 2].filter((count) => count <= Number(args['typos'] ?? (quick ? QUICK : WHOLE).mostTypos)),
    seed,
    limit: Number(args['limit'] ?? LIMIT),
    note,
  });
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
  const classifier = await product();
  const texts = (await loadUtterances()).filter((_, at) => at % 7 === 0).map(({ text }) => text);
  return [
    ...(await publicCorpora(options)),
    ...(await measureOwnSet(classifier)),
    ...(await messagesFile(options, classifier)),
    ...(await measureProductCost(texts)),
    ...measureGrowth((options.quick ? QUICK : WHOLE).intents, options.seed),
  ];
}

export const bench: Bench = { name: 'understanding', run };

/** How well people are understood: see `understanding/README.md`. */
import { loadEvaluation, loadUtterances } from '../knowledge/compiler/utterances.ts';
import { assembleAssistant } from '../service/assemble.ts';
import type { Assistant } from '../service/assistant.ts';
import { readerInputs } from '../service/learned.ts';
import type { Bench, BenchOptions, Figure } from './bench.ts';
import { loadContenders } from './understanding/contenders.ts';
import { PUBLICATIONS, readCorpora } from './understanding/corpora.ts';
import { measureClassifierCost, measureGrowth } from './understanding/cost.ts';
import { readChartAnswers } from './understanding/flodial/answers.ts';
import { measureThroughChat } from './understanding/flodial/through-chat.ts';
import { measureFromOurSayings, measureYesNo } from './understanding/flodial/yes-no-reader.ts';
import { Candidates } from './understanding/in-dialog/candidates.ts';
import { compareInDialog } from './understanding/in-dialog/compare.ts';
import { readSpokenLines } from './understanding/in-dialog/lines.ts';
import { measureInDialog } from './understanding/in-dialog/measure.ts';
import { measureMessages, readMessages } from './understanding/messages.ts';
import { measureOwnSet } from './understanding/own-set.ts';
import { measureCorpora } from './understanding/public-corpora.ts';
import { measureReaderCost, measureTurnCost } from './understanding/turn-cost.ts';

/**
 * `--corpora DIR`, `--messages FILE`, `--confusions yes` for every wrong reading of it, `--in-dialog FILE`, `--flodial FILE`; of
 * the corpora `--only GROUP,GROUP`, `--contenders NAME,NAME`, `--typos 0` to leave the slips out, `--limit SECONDS` for one training.
 */

/** What `--quick` keeps: the corpora with few training lines, and beside ours the peer that trains in a moment. */
const QUICK = {
  groups: new Set(['sigdial', 'hwu64-10', 'banking77-10']),
  contenders: new Set(['ours', 'natural-bayes']),
  mostTypos: 1,
  intents: [10, 150],
} as const;
const WHOLE = { mostTypos: 2, intents: [10, 150, 1000] } as const;

/** Beside the chat, on things said while something is open. */
const DIALOG_PEERS = ['natural-bayes', 'nlp.js', 'natural-logistic'];

/** Seconds of processor time for one training. */
const LIMIT = 300;

/** Notes go to standard error, so that the figures can be piped. */
function note(line: string): void {
  console.error(line);
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
    note('nlp.js, wink and fastText are left out: run `npm ci --ignore-scripts` in bench/peers to have them.');
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

async function messagesFile({ args }: BenchOptions, assistant: Assistant): Promise<readonly Figure[]> {
  if (args['messages'] === undefined) return [];
  const { figures, confusions } = measureMessages(assistant, await readMessages(args['messages']));
  const counts = new Map<string, number>();
  for (const { expected, read } of confusions) counts.set(`${expected} -> ${read}`, (counts.get(`${expected} -> ${read}`) ?? 0) + 1);
  for (const [confusion, count] of [...counts].sort(([, left], [, right]) => right - left)) note(`${count} x ${confusion}`);
  if (args['confusions'] !== undefined) for (const { id, expected, read } of confusions) note(`${id}: ${expected} -> ${read}`);
  return prefixed('messages', figures);
}

async function inDialogFile(options: BenchOptions, assistant: Assistant): Promise<readonly Figure[]> {
  const { quick, args } = options;
  if (args['in-dialog'] === undefined) return [];
  const lines = await readSpokenLines(args['in-dialog']);
  const { figures, confusions } = await measureInDialog(assistant, lines);
  note('in-dialog: what was meant -> what was made of it');
  for (const { meant, made, count } of confusions) note(`${String(count).padStart(4)} x ${meant} -> ${made}`);
  const peers = await peersOf(options, quick ? [] : DIALOG_PEERS);
  if (peers.length === 0) return prefixed('in-dialog', figures);
  const inputs = await readerInputs(assistant.mind.graph);
  const compared = await compareInDialog({
    assistant,
    lines,
    candidates: new Candidates(inputs.sayings, inputs.graph),
    peers,
    limit: Number(args['limit'] ?? LIMIT),
    note,
  });
  return prefixed('in-dialog', [...figures, ...compared]);
}

/** Those asked for, or else the usual ones, as far as they are installed; what is missing is told. */
async function peersOf({ args }: BenchOptions, usual: readonly string[]): Promise<readonly string[]> {
  const installed = new Set((await loadContenders()).map(({ name }) => name));
  const wanted = args['contenders']?.split(',') ?? usual;
  for (const name of wanted) if (!installed.has(name)) note(`${name} is LEFT OUT: run \`npm ci --ignore-scripts\` in bench/peers to have it.`);
  return wanted.filter((name) => installed.has(name));
}

async function chartAnswersFile({ args }: BenchOptions, assistant: Assistant): Promise<readonly Figure[]> {
  if (args['flodial'] === undefined) return [];
  const answers = await readChartAnswers(args['flodial']);
  const { graph } = assistant.mind;
  const { table, sayings } = await readerInputs(graph);
  return prefixed('flodial', [...measureYesNo(answers, table), ...measureFromOurSayings(answers, sayings, graph, table), ...(await measureThroughChat(assistant, answers))]);
}

function prefixed(group: string, figures: readonly Figure[]): readonly Figure[] {
  return figures.map((figure) => ({ ...figure, id: `${group}/${figure.id}` }));
}

async function run(options: BenchOptions): Promise<readonly Figure[]> {
  const assistant = await assembleAssistant();
  const utterances = (await loadUtterances()).filter((_, at) => at % 7 === 0).map(({ text }) => text);
  const replies = (await loadEvaluation()).filter(({ set }) => set === 'reply').map(({ text }) => text);
  return [
    ...(await measureReaderCost(assistant)),
    ...(await publicCorpora(options)),
    ...(await measureOwnSet(assistant)),
    ...(await messagesFile(options, assistant)),
    ...(await inDialogFile(options, assistant)),
    ...(await chartAnswersFile(options, assistant)),
    ...(await measureClassifierCost(utterances)),
    ...(await measureTurnCost(assistant, replies)),
    ...measureGrowth((options.quick ? QUICK : WHOLE).intents, options.seed),
  ];
}

export const bench: Bench = { name: 'understanding', run };

import { authoredNumbers, listLearned } from '../../../learning/pins.ts';
import { numbersInUse } from '../../../learning/learned-numbers.ts';
import { withSupport, type SupportedNumber } from '../../../learning/support.ts';
import type { KnowledgeGraph } from '../../../knowledge/compiler/types.ts';
import { allCounts } from '../../../learning/counting/all-counts.ts';
import { UsageError } from '../command.ts';
import { profilesAt, weightOf, type Desk } from './desk.ts';
import { problemNamed } from './problem-named.ts';

/** Every number that is not the author's, beside the author's. */
export async function list(desk: Desk): Promise<number> {
  const { graph, folder, numbers, options, print } = desk;
  const profiles = await profilesAt(desk);
  const { parameters, release, leftOut } = numbersInUse(graph, numbers);
  const problem = options.code === undefined ? undefined : problemNamed(graph, options.code);
  if (options.code !== undefined && problem === undefined) throw new UsageError(`There is no problem "${options.code}". Name one as \`knowledge -- show\` does: an id such as 0x904/0x7, or a code.`);
  const all = parameters ? withSupport(graph, listLearned(graph, parameters, numbers.pins), parameters, profiles) : [];
  const shown = problem === undefined ? all : all.filter(({ path }) => concerns(graph, problem, path));
  const counted = Object.values((await allCounts(folder.counts, folder.replayed)).profiles).reduce((sum, replicas) => sum + Object.values(replicas).reduce((a, b) => a + b, 0), 0);
  const open = (await folder.cases.all()).length;

  if (options.json) {
    print(JSON.stringify({ graphVersion: graph.version, release: release?.number ?? 0, counted, weight: weightOf(profiles), open, leftOut, fitted: numbers.fitted !== undefined, numbers: shown }, null, 2));
    return 0;
  }
  print(`${counted} conversations are counted (they weigh ${weightOf(profiles).toFixed(1)} today), ${open} may still go on. Data: ${desk.dataDir}`);
  print(release ? `Release ${release.number} of ${release.at.slice(0, 10)} is in use: ${release.note}.` : 'The authors\' numbers are in use.');
  if (numbers.fitted) print(`Fitted and not released: from ${numbers.fitted.conversations.toFixed(1)} conversations. \`learned release\` takes it into use.`);
  if (leftOut.length > 0) print(`Left out, since the knowledge has changed there: ${leftOut.join(', ')}.`);
  if (shown.length > 0) print(`\n${table(shown)}`);
  else print(`No number ${problem === undefined ? '' : `of ${problem} `}differs from the author's ${authoredNumbers(graph).size}.`);
  return 0;
}

function concerns(graph: KnowledgeGraph, problem: string, path: string): boolean {
  const [kind, first = '', cause = ''] = path.split('|');
  if (kind === 'prior') return first === problem;
  if (kind === 'capability') return true;
  const bears = kind === 'solves' ? graph.fixesFor(problem).some(({ id }) => id === first) : graph.questionsFor(problem).some(({ id }) => id === first);
  return bears && (graph.problems.get(problem)?.priors.has(cause) ?? false);
}

function table(numbers: readonly SupportedNumber[]): string {
  const head = ['number', 'author', 'used', '95 %', 'author weighs', 'conversations', ''];
  const rows = numbers.map((each) => [
    each.path.replaceAll('|', ' '),
    percent(each.authored),
    percent(each.used),
    each.pinned ? '' : `${percent(each.interval[0])} to ${percent(each.interval[1])}`,
    each.pseudoCounts.toFixed(1),
    each.conversations.toFixed(1),
    each.pinned ? 'pinned' : '',
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ').trimEnd();
  return [line(head), ...rows.map(line)].join('\n');
}

function percent(p: number): string {
  return `${(100 * p).toFixed(1)} %`;
}

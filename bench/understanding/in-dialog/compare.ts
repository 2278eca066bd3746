import type { Assistant } from '../../../service/assistant.ts';
import { tableOf } from '../../../dialogs/table-of.ts';
import { sessionIn } from '../../../scripts/contract/context.ts';
import { understand } from '../../../understanding/understand.ts';
import type { Figure } from '../../bench.ts';
import { percentage, round } from '../metrics.ts';
import { worldOf } from '../product.ts';
import { runTrial } from '../trial.ts';
import { openThing, tokensOf, type Candidates, type Most } from './candidates.ts';
import type { SpokenLine } from './lines.ts';
import { TURN_TIME, turnsOf, whatCounts, type TurnMade } from './turns.ts';
import { judge, type QuestionOf, type Verdict } from './verdict.ts';

/** What a contender makes of a line if it has to make something of it, and how sure it is. */
interface Forced {
  readonly took: readonly string[];
  readonly confidence: number;
}

/** Dense matrices of natural's logistic regression: with more lines it is not done in hours. */
const MOST: Readonly<Record<string, Most>> = { 'natural-logistic': { answer: 12, act: 2 } };
const MOST_OF_OTHERS: Most = { answer: 150, act: 40 };

/** Shares of the lines that a contender asks back about. */
const RATES = [0, 0.05, 0.1, 0.15, 0.2, 0.3];

export interface DialogComparison {
  readonly assistant: Assistant;
  readonly lines: readonly SpokenLine[];
  readonly candidates: Candidates;
  /** Names of peers. */
  readonly peers: readonly string[];
  /** Seconds of processor time for one training. */
  readonly limit: number;
  readonly note: (line: string) => void;
}

/** The chat beside classifiers of labels at equal rates of asking back: each asks about what it is least sure of. */
export async function compareInDialog(comparison: DialogComparison): Promise<readonly Figure[]> {
  const { assistant, peers, note } = comparison;
  const questionOf: QuestionOf = (answer) => assistant.mind.graph.finding(answer)?.question.id;
  const turns = await turnsOf(assistant, comparison.lines);
  const lines = comparison.lines.filter(({ id }) => turns.has(id));
  const own = lines.filter(({ id }) => turns.get(id)?.asked).length / lines.length;
  const contenders = new Map<string, readonly Forced[]>([['chat', lines.map((line) => chatForced(assistant, line, turns.get(line.id)!))]]);
  for (const peer of peers) {
    const forced = await peerForced(peer, { ...comparison, lines });
    if (forced) contenders.set(peer, forced);
  }
  const figures: Figure[] = [];
  for (const [name, rate] of [...RATES.map((each) => [`${Math.round(100 * each)}%-asked`, each] as const), ['own-rate', own] as const]) {
    const right = new Map<string, number>();
    for (const [contender, forced] of contenders) {
      const verdicts = verdictsAt(rate, lines, forced, questionOf);
      const count = (verdict: Verdict): number => verdicts.filter((each) => each === verdict).length;
      right.set(contender, count('right'));
      figures.push(...(['right', 'wrong'] as const).map((verdict) => percentage(`${name}/${contender}/${verdict}`, count(verdict), lines.length)));
    }
    const ours = right.get('chat') ?? 0;
    const standing = [...right]
      .filter(([each]) => each !== 'chat')
      .map(([each, count]) => (count === ours ? `level with ${each}` : `${Math.abs(ours - count)} lines ${count < ours ? 'ahead of' : 'behind'} ${each}`));
    note(`asked back about ${round(100 * rate, 1)} %: the chat has ${ours} of ${lines.length} right, ${standing.join(', ') || 'beside no peer'}`);
  }
  return figures;
}

function verdictsAt(rate: number, lines: readonly SpokenLine[], forced: readonly Forced[], questionOf: QuestionOf): readonly Verdict[] {
  const order = lines.map((_, at) => at).sort((left, right) => forced[left]!.confidence - forced[right]!.confidence);
  const asked = new Set(order.slice(0, Math.round(rate * lines.length)));
  return lines.map((line, at) => judge(line, asked.has(at) ? { took: [], asked: true } : { took: forced[at]!.took, asked: false }, questionOf).verdict);
}

/** The real turn. Where it asked back it is made to take its first button; it is as sure as of the part that it is least sure of. */
function chatForced(assistant: Assistant, line: SpokenLine, made: TurnMade): Forced {
  const { asked, offered, took } = whatCounts(assistant, line, made);
  const sure = confidencesOf(assistant, line);
  if (asked) return { took: offered.slice(0, 1), confidence: Math.max(0, ...sure) - 1 };
  return { took, confidence: 1 + Math.min(1, ...sure) };
}

/** Of the parts that were decided on; where nothing was, of all that were read. */
function confidencesOf(assistant: Assistant, { id, context, text }: SpokenLine): readonly number[] {
  const now = new Date(TURN_TIME);
  const session = sessionIn(assistant, context, worldOf(id, now));
  if (!session) return [];
  const { trace } = understand(assistant.mind, tableOf(assistant.mind.graph, session), text, now);
  const read = trace.filter(({ confidence }) => confidence !== undefined);
  const decided = read.filter(({ took }) => took !== undefined);
  return (decided.length > 0 ? decided : read).map(({ confidence }) => confidence ?? 0);
}

/** One training for everything that can be open. Undefined when one of them was not finished within the limit. */
async function peerForced(peer: string, { assistant, lines, candidates, limit, note }: DialogComparison): Promise<readonly Forced[] | undefined> {
  const places = new Map<string, number[]>();
  lines.forEach((line, at) => places.set(openThing(line), [...(places.get(openThing(line)) ?? []), at]));
  const forced: Forced[] = [];
  for (const [thing, own] of places) {
    const train = candidates.for(lines[own[0]!]!, MOST[peer] ?? MOST_OF_OTHERS);
    const result = await runTrial({ contender: peer, train, questions: [own.map((at) => lines[at]!.text)], limit });
    if (!result) {
      note(`${peer} is left out: not finished in ${limit} s with ${train.length} lines, ${thing} open`);
      return undefined;
    }
    own.forEach((at, place) => {
      const { label, confidence } = result.answers[0]![place]!;
      forced[at] = { took: tokensOf(label, lines[at]!, assistant.mind.graph), confidence };
    });
  }
  note(`${peer} is trained for ${places.size} open questions and phases`);
  return forced;
}

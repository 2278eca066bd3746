import type { Saying } from '../../../knowledge/compiler/sayings.ts';
import type { KnowledgeGraph } from '../../../knowledge/compiler/types.ts';
import { Possible, answerOf } from '../../../understanding/reader/possible.ts';
import type { ReaderGraph } from '../../../understanding/reader/possible.ts';
import type { ReaderContext, ReaderPhase } from '../../../understanding/reader/reader.ts';
import { labelOf } from '../../../understanding/reader/situations.ts';
import type { Labelled } from '../corpora.ts';
import { phaseOf, type SpokenLine } from './lines.ts';

/** What is open where a line is said, as far as a classifier of labels can know it: lines of one key share their candidates. */
export function openThing({ context: { on_table: table, left_open: left } }: SpokenLine): string {
  const thing = typeof table === 'string' ? table : 'question' in table ? table.question : 'step';
  return left === undefined ? thing : `${thing} and a step`;
}

/** Lines of a label that a contender trains on at most. */
export interface Most {
  readonly answer: number;
  readonly act: number;
}

/** Sayings to train a contender with: the answers of the open question, and the acts that are possible beside it. */
export class Candidates {
  readonly #sayings: readonly Saying[];
  readonly #possible: Possible;

  constructor(sayings: readonly Saying[], graph: ReaderGraph) {
    this.#sayings = sayings;
    this.#possible = new Possible([...new Set(sayings.map(labelOf))], graph);
  }

  for(line: SpokenLine, most: Most): readonly Labelled[] {
    const { on_table: table, left_open: left } = line.context;
    const phase: ReaderPhase = phaseOf(line.context);
    const question = typeof table === 'object' && 'question' in table ? table.question : undefined;
    const context: ReaderContext = { phase, ...(question !== undefined && { question }), bearing: new Set(), hasOpenStep: phase === 'step' || left !== undefined };
    const byLabel = new Map<string, string[]>();
    for (const saying of this.#sayings) {
      if (saying.question !== undefined && saying.question !== question) continue;
      const label = labelOf(saying);
      if (!this.#possible.has(label, context)) continue;
      const texts = byLabel.get(label) ?? [];
      texts.push(saying.text);
      byLabel.set(label, texts);
    }
    return [...byLabel].flatMap(([label, texts]) => spread(texts, answerOf(label) === undefined ? most.act : most.answer).map((text) => ({ text, label })));
  }
}

/** So many of them, evenly over all, so that every voice has its part. */
function spread(texts: readonly string[], most: number): readonly string[] {
  if (texts.length <= most) return texts;
  return Array.from({ length: most }, (_, at) => texts[Math.floor((at * texts.length) / most)]!);
}

const TOKENS: Readonly<Record<string, readonly string[]>> = {
  worked: ['outcome:worked'],
  'solved-otherwise': ['outcome:worked'],
  failed: ['outcome:failed'],
  partly: ['outcome:failed'],
  'came-back': ['came-back'],
  cannot: ['outcome:cannot'],
  'not-applicable': ['outcome:cannot'],
  skip: ['outcome:skip'],
  done: ['done'],
  explain: ['ask:explain'],
  why: ['ask:explain'],
  'cannot-find': ['ask:explain'],
  'another-idea': ['ask:another'],
  term: ['ask:term'],
  'ask-code': ['ask:code'],
  safe: ['ask:safe'],
  status: ['ask:status'],
  person: ['ask:person'],
  restart: ['ask:restart'],
  send: ['send'],
  'no-ticket': ['no-ticket'],
  'new-problem': ['new-problem'],
  'has-rights': ['cap:admin+'],
  'helper-has-rights': ['cap:admin+'],
  'no-rights': ['cap:admin-'],
  'tool-error': ['tool-error'],
  'dont-know': ['dont-know'],
};
const OF_YES_AND_NO: Readonly<Record<string, readonly string[]>> = {
  'yes offer': ['send'],
  'no offer': ['no-ticket'],
  'no step': ['outcome:failed'],
};

/** What a label would take where a line is said, in tokens of the contract, so that a contender is judged by the same rules. */
export function tokensOf(label: string, { context }: SpokenLine, graph: KnowledgeGraph): readonly string[] {
  const answer = answerOf(label);
  if (answer !== undefined) return [`evidence:${answer}`];
  if (label !== 'yes' && label !== 'no') return TOKENS[label] ?? [];
  const { on_table: table } = context;
  const polar = typeof table === 'object' && 'question' in table ? graph.questions.get(table.question)?.polarity?.[label] : undefined;
  return polar === undefined ? (OF_YES_AND_NO[`${label} ${phaseOf(context)}`] ?? []) : [`evidence:${polar}`];
}

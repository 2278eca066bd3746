import type { Finding, Reading } from '../reading/evidence.ts';
import type { Ranked } from './classifier/intent-classifier.ts';
import { questionsReadInVain } from '../reading/findings.ts';
import type { Mind } from '../dialogs/mind.ts';

/** What a text means as an answer while something is on the table. */
export interface Interpretation {
  /** `worked`, `not-worked`, `cannot-do` ..., or `evidence:<finding id>`. */
  readonly label: string;
  readonly probability: number;
  readonly ranked: readonly Ranked[];
  readonly reading: Reading;
  /** What was stated or pasted besides, as far as it bears on the problem at hand. */
  readonly findings: readonly Finding[];
}

const EVIDENCE = 'evidence:';

/** What is known of the conversation that the reply is given in. */
export interface Table {
  readonly problem?: string;
  /** The question that was asked. */
  readonly question?: string;
}

/** How many times likelier a label becomes by what was pasted, and by what was said in passing, which a reader may misread. */
const WEIGHT = { measured: 120, told: 10 } as const;

/** What a reader has found is possible, however unlikely the model thinks it. */
const LEAST = 0.005;

/** A reader that prevails is believed so far at least: it is exact where it reads at all. */
const READ = 0.9;

/** Above this the model is believed against a denial of rights. */
const SURE = 0.95;

function deniesRights(reading: Reading): boolean {
  return reading.observations.some((each) => each.reader === 'statement' && each.fields['says'] === 'not-admin');
}

/** The finding that a reader vouches for most, as a label with its weight against the model's probabilities. */
function weightiest(findings: readonly Finding[], learned: ReadonlyMap<string, number>): Ranked | undefined {
  const read = findings.map(({ answer, basis }) => {
    const label = EVIDENCE + answer;
    return { label, probability: WEIGHT[basis] * Math.max(LEAST, learned.get(label) ?? 0) };
  });
  return read.sort((a, b) => b.probability - a.probability)[0];
}

/** Reads a text as a reply: the model's labels, weighed by what the readers found. Both halves of a message are kept. Pure. */
export function interpret(mind: Mind, text: string, now: Date, table: Table = {}): Interpretation {
  const reading = mind.read(text, now, table.question);
  const bearing = mind.bearingOn(table.problem);
  const relevant = reading.findings.filter((each) => bearing.has(each.question));
  const { ranked } = mind.classifier.reply(text);
  const top = ranked[0] ?? { label: 'unclear', probability: 1 };
  const learned = new Map(ranked.map(({ label, probability }) => [label, probability]));
  const as = (label: string, probability: number, findings: readonly Finding[]): Interpretation => ({ label, probability, ranked, reading, findings });
  const read = weightiest(relevant, learned);
  if (!read && deniesRights(reading) && top.probability < SURE) {
    return as('cannot-do', Math.max(READ, learned.get('cannot-do') ?? 0), relevant);
  }
  if (read && read.probability > top.probability) return as(read.label, Math.max(READ, learned.get(read.label) ?? 0), relevant);
  return as(top.label, top.probability, withLearned(mind, top, reading, relevant));
}

/** The model's own answer stands beside those of readers from here on. */
const LIKELY = 0.5;

/**
 * An answer that the model alone has read goes first, and in place of what a reader took for the answer to the same question.
 * Where the readers of that question have read something and it answers nothing there, the model was misled by its form.
 */
function withLearned(mind: Mind, { label, probability }: Ranked, reading: Reading, read: readonly Finding[]): readonly Finding[] {
  if (read.length > 0 && probability < LIKELY) return read;
  const named = label.startsWith(EVIDENCE) ? mind.graph.finding(label.slice(EVIDENCE.length)) : undefined;
  if (!named || read.some((each) => each.answer === named.answer.id)) return read;
  if (questionsReadInVain(mind.graph, reading).has(named.question.id)) return read;
  const told: Finding = { question: named.question.id, answer: named.answer.id, basis: 'told' };
  return [told, ...read.filter((each) => each.question !== told.question)];
}

import type { Finding, Observation } from '../reading/evidence.ts';
import { findingsOf } from '../reading/findings.ts';
import type { Guess, SpokenAct, Trace } from './act.ts';
import { confidenceInKind } from './kinship.ts';
import { deniedIn, polarAnswer } from './polarity.ts';
import { isBack, plainOutcome, saysCure } from './plain-outcome.ts';
import type { ReaderResult } from './reader/reader.ts';
import { isAboutTheOther, saysOther } from './subject.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { Utterance } from './utterance.ts';
import { hasHelper, isPlainEnding, isUncertain } from './wordings.ts';

/** What one clause, or a whole message, says. */
export interface SpokenPart {
  readonly findings: readonly Finding[];
  readonly acts: readonly SpokenAct[];
  /** It says nothing that bears on the case, and that is certain. */
  readonly isNothing: boolean;
  /** An answer that the words resemble, but say of the other computer. */
  readonly ofTheOther?: string;
  /** The reader's first choice, certain or not. */
  readonly top?: string;
  /** What it may mean where it says nothing for certain; likeliest first. */
  readonly guesses: readonly Guess[];
  readonly trace: Trace;
}

const ANSWER = 'answer:';

const RIGHTS: ReadonlySet<string> = new Set<SpokenAct>(['has-rights', 'helper-has-rights', 'no-rights']);
const NOTHING: ReadonlySet<string> = new Set(['none', 'acknowledge', 'greeting', 'thanks', 'other']);
/** They erase, or send something out: plain words are needed as well. */
const ENDINGS: ReadonlySet<string> = new Set<SpokenAct>(['restart', 'send']);

const CURES: ReadonlySet<string> = new Set<SpokenAct>(['worked', 'solved-otherwise']);

const GUESSES = 4;

/**
 * Reads words of a message against what is open: the trained reader, with the statements in them as a second witness.
 * @param more what is asked of the confidence beyond the thresholds
 */
export function readPart(utterance: Utterance, words: string, statements: readonly Observation[], more = 0): SpokenPart {
  if (hasHelper(words)) return withHelper(words);
  const outcome = outcomeIn(utterance, words);
  if (outcome) return { findings: [], acts: [outcome], isNothing: false, top: outcome, guesses: [], trace: { rule: 'plain-outcome', clause: words, took: outcome } };
  const denied = deniedIn(words);
  const heard = utterance.hear(denied ?? words);
  const onlyPossible = isUncertain(words);
  const stated = statedFindings(utterance, heard, statements).filter((each) => !onlyPossible || each.question === utterance.table.question);
  const part = denied === undefined ? withRights(take(utterance, words, heard, stated, more), heard, statements) : takeDenied(utterance, heard, more);
  const took = [...part.findings.map((each) => each.answer), ...part.acts].join(', ');
  const top = heard.ranked[0]?.label;
  return {
    ...part,
    ...(top !== undefined && { top }),
    trace: {
      rule: denied === undefined ? (part.by ?? 'reader') : 'denial',
      clause: words,
      ...(took !== '' && { took }),
      ...(heard.resembles !== undefined && { resembles: heard.resembles }),
      confidence: confidenceInKind(heard),
    },
  };
}

/**
 * An outcome in plain words. Where no step is open that it could be of, "it does not work" only says once more why somebody is
 * here, and "it works" may be the answer to what is asked.
 */
function outcomeIn({ table, hear }: Utterance, words: string): 'worked' | 'failed' | undefined {
  if (table.kind === 'listening' || table.kind === 'ticket') return undefined;
  const outcome = plainOutcome(words);
  if (table.kind !== 'question' || table.openSteps.length > 0) return outcome;
  if (outcome !== 'worked') return undefined;
  if (isBack(words)) return outcome;
  const { ranked, confidence } = hear(words);
  return ranked[0]?.label.startsWith(ANSWER) && confidence >= THRESHOLDS.answer ? undefined : outcome;
}

/** "I'm no administrator, but my colleague is": that is all it says. */
function withHelper(words: string): SpokenPart {
  return { findings: [], acts: ['helper-has-rights'], isNothing: false, guesses: [], trace: { rule: 'helper', clause: words, took: 'helper-has-rights' } };
}

interface Taken extends Omit<SpokenPart, 'trace'> {
  readonly by?: string;
}

const EMPTY: Taken = { findings: [], acts: [], isNothing: false, guesses: [] };

function take(utterance: Utterance, words: string, heard: ReaderResult, stated: readonly Finding[], more: number): Taken {
  const { table } = utterance;
  const [top] = heard.ranked;
  if (!top) return { ...EMPTY, findings: stated, by: 'statement' };
  if (top.label.startsWith(ANSWER) && heard.resembles !== undefined && saysOther(words, heard.resembles)) {
    const isOfTheOther = isAboutTheOther(words, heard.resembles);
    return { ...EMPTY, guesses: guessesFrom(heard), ...(isOfTheOther && { ofTheOther: top.label.slice(ANSWER.length) }) };
  }
  const isSure = confidenceInKind(heard) >= thresholdOf(utterance, top.label) + more;
  // Who asks states nothing, unless it is put beyond doubt.
  const isStated = !/\?\s*$/.test(words) || heard.confidence >= THRESHOLDS.answerAsked;
  const learned = isSure && isStated ? findingOf(utterance, top.label) : undefined;
  // What somebody only thinks possible, beside what is asked, is theirs to confirm.
  if (learned && learned.question !== utterance.table.question && isUncertain(words)) return { ...EMPTY, guesses: [guessOf(top.label)] };
  if (learned) {
    const other = stated.find((each) => each.question === learned.question && each.answer !== learned.answer);
    // Two witnesses that contradict each other: nothing is taken.
    if (other) return { ...EMPTY, guesses: [guessOf(top.label), { kind: 'answer', answer: other.answer }] };
    return { ...EMPTY, findings: [learned, ...stated.filter((each) => each.question !== learned.question)] };
  }
  if (isSure && NOTHING.has(top.label)) return stated.length > 0 ? { ...EMPTY, findings: stated, by: 'statement' } : { ...EMPTY, isNothing: true };
  // Where no step is open, the case ends on words that say so, and on no resemblance alone.
  if (CURES.has(top.label) && table.kind !== 'step' && table.kind !== 'undoing' && !saysCure(words)) return { ...EMPTY, findings: stated, guesses: guessesFrom(heard) };
  if (isSure && !top.label.startsWith(ANSWER) && (!ENDINGS.has(top.label) || isPlainEnding(top.label, words))) return { ...EMPTY, findings: stated, acts: [top.label as SpokenAct] };
  if (stated.length > 0) return { ...EMPTY, findings: stated, by: 'statement' };
  return { ...EMPTY, guesses: guessesFrom(heard) };
}

/** What the statement reader knows of rights, where the trained reader does not say the contrary. */
function withRights(part: Taken, { ranked, confidence }: ReaderResult, statements: readonly Observation[]): Taken {
  if (part.acts.some((each) => RIGHTS.has(each))) return part;
  const says = new Set(statements.map((each) => each.fields['says']));
  const stated = says.has('not-admin') === says.has('is-admin') ? undefined : says.has('not-admin') ? 'no-rights' : 'has-rights';
  const contrary = stated === 'no-rights' ? ['has-rights', 'helper-has-rights'] : ['no-rights'];
  const [top] = ranked;
  if (stated === undefined || (top && contrary.includes(top.label) && confidence >= THRESHOLDS.guess)) return part;
  return { ...part, acts: [...part.acts, stated], isNothing: false, guesses: [] };
}

/** "I don't think that X": of two answers it is the other; of more it is asked which. */
function takeDenied(utterance: Utterance, heard: ReaderResult, more: number): Taken {
  const [top] = heard.ranked;
  const denied = top && heard.confidence >= thresholdOf(utterance, top.label) + more ? findingOf(utterance, top.label) : undefined;
  const answers = denied ? (utterance.mind.graph.questions.get(denied.question)?.answers ?? []) : [];
  const others = answers.filter((each) => each.id !== denied?.answer);
  const [only] = others;
  if (denied && only && others.length === 1) return { ...EMPTY, findings: [{ question: denied.question, answer: only.id, basis: 'told' }] };
  return { ...EMPTY, guesses: others.slice(0, GUESSES).map((each) => ({ kind: 'answer', answer: each.id })) };
}

/** Statements that the reader does not think out of the question; who asks something states nothing. */
function statedFindings({ mind, table, bearing }: Utterance, { ranked }: ReaderResult, statements: readonly Observation[]): readonly Finding[] {
  const probability = new Map(ranked.map((each) => [each.label, each.probability]));
  const shareOf = ({ question, answer }: Finding): number => {
    const answers = mind.graph.questions.get(question)?.answers ?? [];
    const all = answers.reduce((sum, { id }) => sum + (probability.get(ANSWER + id) ?? 0), 0);
    return all === 0 ? 0 : (probability.get(ANSWER + answer) ?? 0) / all;
  };
  // Where trouble is described, words that answer another question say nothing against this one, unless the reader prefers another of its answers.
  const saysMore = table.kind === 'listening' && (ranked[0]?.label.startsWith(ANSWER) ?? false);
  return findingsOf(mind.graph, statements, table.question).filter(
    (each) =>
      bearing.has(each.question) &&
      ((probability.get(ANSWER + each.answer) ?? 0) >= THRESHOLDS.statementLeast || (saysMore && shareOf(each) >= THRESHOLDS.statementShare)),
  );
}

const THRESHOLD_OF: Readonly<Record<string, number>> = {
  worked: THRESHOLDS.worked,
  'solved-otherwise': THRESHOLDS.worked,
  yes: THRESHOLDS.failed,
  no: THRESHOLDS.failed,
  failed: THRESHOLDS.failed,
  partly: THRESHOLDS.failed,
  'came-back': THRESHOLDS.failed,
  cannot: THRESHOLDS.setAside,
  skip: THRESHOLDS.setAside,
  'not-applicable': THRESHOLDS.setAside,
  'cannot-find': THRESHOLDS.setAside,
  'dont-know': THRESHOLDS.setAside,
  done: THRESHOLDS.underWay,
  later: THRESHOLDS.underWay,
  'has-rights': THRESHOLDS.rights,
  'helper-has-rights': THRESHOLDS.rights,
  'no-rights': THRESHOLDS.rights,
  'new-problem': THRESHOLDS.newProblem,
  'tool-error': THRESHOLDS.toolError,
  restart: THRESHOLDS.ending,
  send: THRESHOLDS.ending,
  none: THRESHOLDS.nothing,
  acknowledge: THRESHOLDS.nothing,
  greeting: THRESHOLDS.nothing,
  thanks: THRESHOLDS.nothing,
};

function thresholdOf({ table, mind }: Utterance, label: string): number {
  if (!label.startsWith(ANSWER)) return THRESHOLD_OF[label] ?? THRESHOLDS.request;
  if (table.kind !== 'question') return THRESHOLDS.answerUnasked;
  return mind.graph.finding(label.slice(ANSWER.length))?.question.id === table.question ? THRESHOLDS.answer : THRESHOLDS.otherAnswer;
}

/** What a label answers; a yes or no by what the open question makes of it. */
function findingOf({ mind, table }: Utterance, label: string): Finding | undefined {
  if (label === 'yes' || label === 'no') return polarAnswer(mind.graph.questions.get(table.question ?? ''), label);
  const known = label.startsWith(ANSWER) ? mind.graph.finding(label.slice(ANSWER.length)) : undefined;
  return known && { question: known.question.id, answer: known.answer.id, basis: 'told' };
}

function guessesFrom({ ranked }: ReaderResult): readonly Guess[] {
  return ranked.filter(({ label, probability }) => probability >= THRESHOLDS.guess && !NOTHING.has(label)).slice(0, GUESSES).map(({ label }) => guessOf(label));
}

function guessOf(label: string): Guess {
  return label.startsWith(ANSWER) ? { kind: 'answer', answer: label.slice(ANSWER.length) } : { kind: 'act', act: label as SpokenAct };
}

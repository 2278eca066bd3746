import type { Encoded } from './encoder.ts';
import type { ReaderContext } from './reader.ts';

/** What speaks for or against the first label being right. */
export interface Ranking {
  /** Probability of the first and of the second label. */
  readonly first: number;
  readonly second: number;
  /** The lowest probability that a network gives the first label. */
  readonly lowest: number;
  /** Similarity of the nearest saying with the first label, and of the nearest with one of the next labels. */
  readonly same: number;
  readonly rival: number;
  readonly label: string;
  /** The label is an answer of the open question. */
  readonly own: boolean;
}

const OUTCOMES: ReadonlySet<string> = new Set(['worked', 'failed', 'partly', 'came-back', 'solved-otherwise']);
const IDLE: ReadonlySet<string> = new Set(['acknowledge', 'greeting', 'thanks', 'later', 'done', 'none']);
const ASKING: ReadonlySet<string> = new Set(['explain', 'why', 'term', 'safe', 'cannot-find', 'ask-code']);
const TURNING: ReadonlySet<string> = new Set(['person', 'status', 'send', 'no-ticket', 'restart', 'new-problem']);

function odds(probability: number): number {
  const kept = Math.min(1 - 1e-4, Math.max(1e-4, probability));
  return Math.log(kept / (1 - kept));
}

/** How many `signalsOf` gives. */
export const SIGNALS = 27;

/** Inputs of the calibration, each of the order of 1. */
export function signalsOf(ranking: Ranking, { known, length, asks }: Encoded, { phase }: ReaderContext): readonly number[] {
  const { first, second, lowest, same, rival, label, own } = ranking;
  const answer = label.startsWith('answer:');
  const foreign = answer && !own;
  const flag = (holds: boolean): number => (holds ? 1 : 0);
  return [
    odds(first),
    odds(second),
    odds(lowest),
    same,
    same - rival,
    flag(same > 0.85),
    flag(same > 0.6),
    known,
    Math.log(1 + length),
    flag(length <= 2),
    flag(own),
    flag(foreign),
    flag(foreign) * known,
    flag(foreign) * same,
    flag(own) * same,
    flag(own) * odds(first),
    flag(asks),
    flag(asks && answer),
    flag(phase !== 'question'),
    flag(phase !== 'question') * odds(first),
    flag(OUTCOMES.has(label)),
    flag(IDLE.has(label)),
    flag(ASKING.has(label)),
    flag(TURNING.has(label)),
    flag(label === 'dont-know'),
    flag(label === 'none'),
    flag(label.endsWith('-rights')),
  ];
}

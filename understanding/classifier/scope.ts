import { bayesRatio, trainBayesRatios } from './bayes-ratio.ts';
import type { BayesRatios } from './bayes-ratio.ts';
import { fitLogistic, logistic } from './calibration.ts';
import type { Logistic } from './calibration.ts';
import type { Encoded, Encoder } from './encoder.ts';
import { foldOf } from './folds.ts';
import { scoresOf, trainHead } from './linear-head.ts';
import type { HeadOptions, LinearHead } from './linear-head.ts';

/** Whether a text is about Remote Desktop at all, decided apart from what it is about. */
export interface ScopeGate {
  /** Labels `foreign` and `ours`, in this order. */
  readonly head: LinearHead;
  readonly ratios: BayesRatios;
  /** Of the head's margin, the Bayes ratio and the share of unknown word features. */
  readonly combination: Logistic;
  /** Scores above it are out of scope. */
  readonly threshold: number;
}

export interface ScopeExample {
  readonly encoded: Encoded;
  readonly foreign: boolean;
}

type Detectors = Pick<ScopeGate, 'head' | 'ratios'>;

function signals(detectors: Detectors, encoder: Encoder, { tokens, spelling }: Encoded): readonly number[] {
  const scores = scoresOf(detectors.head, spelling);
  return [(scores[0]! - scores[1]!) / 2, bayesRatio(detectors.ratios, tokens), 1 - encoder.space.known(tokens)];
}

/** Probability that a text is out of scope. */
export function scopeScore(gate: ScopeGate, encoder: Encoder, encoded: Encoded): number {
  return logistic(gate.combination, signals(gate, encoder, encoded));
}

function trainDetectors(examples: readonly ScopeExample[], dimensions: number, svm: HeadOptions): Detectors {
  const foreignFirst = [...examples].sort((left, right) => Number(right.foreign) - Number(left.foreign));
  return {
    head: trainHead(
      foreignFirst.map(({ encoded }) => encoded.spelling),
      foreignFirst.map(({ foreign }) => (foreign ? 'foreign' : 'ours')),
      dimensions,
      svm,
    ),
    ratios: trainBayesRatios(
      examples.map(({ encoded }) => encoded.tokens),
      examples.map(({ foreign }) => foreign),
    ),
  };
}

const FOLDS = 5;

/** Share of our own reports that may be refused by mistake; the threshold lets in no more foreign texts than that asks for. */
const REFUSED = 0.04;

/** Tokens of a report in a sentence. A cry of a few words says too little for either side, and would set the threshold for all. */
const SENTENCE = 8;

/** The combination and the threshold come from held-out signals, so that neither trusts what was learned by heart. */
export function trainScopeGate(examples: readonly ScopeExample[], encoder: Encoder, svm: HeadOptions): ScopeGate {
  const { dimensions } = encoder.space;
  const heldOut: { inputs: readonly number[]; foreign: boolean; tokens: number }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const detectors = trainDetectors(examples.filter((_, at) => foldOf(at, FOLDS) !== fold), dimensions, svm);
    for (const example of examples.filter((_, at) => foldOf(at, FOLDS) === fold)) {
      heldOut.push({
        inputs: signals(detectors, encoder, example.encoded),
        foreign: example.foreign,
        tokens: example.encoded.tokens.length,
      });
    }
  }
  const combination = fitLogistic(
    heldOut.map(({ inputs }) => inputs),
    heldOut.map(({ foreign }) => foreign),
  );
  const ours = heldOut.filter(({ foreign }) => !foreign);
  const sentences = ours.filter(({ tokens }) => tokens >= SENTENCE);
  const counted = sentences.length * REFUSED >= 1 ? sentences : ours;
  const scores = counted.map(({ inputs }) => logistic(combination, inputs));
  return { ...trainDetectors(examples, dimensions, svm), combination, threshold: scoreAbove(scores, REFUSED) };
}

/** The lowest score that at most this share of the scores lies above. */
function scoreAbove(scores: readonly number[], share: number): number {
  const falling = [...scores].sort((left, right) => right - left);
  return falling[Math.floor(falling.length * share)] ?? 0.5;
}

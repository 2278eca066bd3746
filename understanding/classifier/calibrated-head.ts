import type { Classification } from './intent-classifier.ts';
import { fitSharpness, softmax } from './calibration.ts';
import type { Scored } from './calibration.ts';
import type { Encoded, Encoder } from './encoder.ts';
import { foldOf } from './folds.ts';
import { scoresOf, trainHead, weightOf } from './linear-head.ts';
import type { HeadOptions, LinearHead } from './linear-head.ts';
import type { SparseVector } from './features.ts';

export interface CalibratedHead {
  readonly head: LinearHead;
  /** Factor on the scores that makes their softmax a probability. */
  readonly sharpness: number;
}

const FOLDS = 5;

/** Scores of every row by a head that has not seen it. */
export function heldOutScores(
  vectors: readonly SparseVector[],
  truths: readonly string[],
  dimensions: number,
  svm: HeadOptions,
): readonly Scored[] {
  const labels = [...new Set(truths)];
  const rows: Scored[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const inside = (_: unknown, at: number): boolean => foldOf(at, FOLDS) !== fold;
    const head = trainHead(vectors.filter(inside), truths.filter(inside), dimensions, svm);
    vectors.forEach((vector, at) => {
      if (inside(vector, at)) return;
      const scores = new Float64Array(labels.length).fill(-2);
      scoresOf(head, vector).forEach((score, place) => {
        scores[labels.indexOf(head.labels[place]!)] = score;
      });
      rows.push({ scores, truth: labels.indexOf(truths[at]!) });
    });
  }
  return rows;
}

export function trainCalibratedHead(
  vectors: readonly SparseVector[],
  truths: readonly string[],
  dimensions: number,
  svm: HeadOptions,
): CalibratedHead {
  return {
    head: trainHead(vectors, truths, dimensions, svm),
    sharpness: fitSharpness(heldOutScores(vectors, truths, dimensions, svm)),
  };
}

/** @param vector of the encoded text, of the kind that the head was trained on. */
export function classify(
  { head, sharpness }: CalibratedHead,
  encoder: Encoder,
  { tokens }: Encoded,
  vector: SparseVector,
): Classification {
  const probabilities = softmax(scoresOf(head, vector), sharpness);
  const order = head.labels.map((_, at) => at).sort((left, right) => probabilities[right]! - probabilities[left]!);
  return {
    ranked: order.map((at) => ({ label: head.labels[at]!, probability: probabilities[at]! })),
    because: because(head, encoder, tokens, order[0]!),
  };
}

const MOST_WORDS = 5;
/** Words that carry less than this part of the strongest are not worth naming. */
const WORTH_NAMING = 0.2;

/** Words whose own features speak for the label, strongest first. */
function because(head: LinearHead, encoder: Encoder, tokens: readonly string[], label: number): readonly string[] {
  const { rarity } = encoder.space;
  const carried: { token: string; weight: number }[] = [];
  for (const token of new Set(tokens)) {
    if (token.startsWith('<') || token === '?' || token === '!') continue;
    let weight = 0;
    for (const id of encoder.space.idsOf(token)) weight += weightOf(head, id, label) * rarity[id]!;
    if (weight > 0) carried.push({ token, weight });
  }
  carried.sort((left, right) => right.weight - left.weight);
  const strongest = carried[0]?.weight ?? 0;
  return carried.filter(({ weight }) => weight > strongest * WORTH_NAMING).slice(0, MOST_WORDS).map(({ token }) => token);
}

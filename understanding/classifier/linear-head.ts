import { SVM_DEFAULTS, datasetOf, trainSvm } from './linear-svm.ts';
import type { SvmOptions } from './linear-svm.ts';
import type { SparseVector } from './features.ts';

/**
 * One-vs-rest linear scores with weights of eight bits. Only non-zero weights are kept, by feature: those of
 * feature f are at `starts[f]` to `starts[f + 1]` of `classes` and `weights`, in units of `scales[class]`.
 */
export interface LinearHead {
  readonly labels: readonly string[];
  readonly starts: Uint32Array;
  readonly classes: Uint16Array;
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly biases: Float32Array;
}

/** Score of each label; about +1 for the right one and -1 for others. */
export function scoresOf(head: LinearHead, vector: SparseVector): Float64Array {
  const { starts, classes, weights, scales, biases } = head;
  const scores = new Float64Array(head.labels.length);
  const { indices, values } = vector;
  for (let at = 0; at < indices.length; at++) {
    const feature = indices[at]!;
    const value = values[at]!;
    const to = starts[feature + 1]!;
    for (let entry = starts[feature]!; entry < to; entry++) scores[classes[entry]!]! += value * weights[entry]!;
  }
  for (let label = 0; label < scores.length; label++) scores[label] = scores[label]! * scales[label]! + biases[label]!;
  return scores;
}

/** The weight that a feature has for a label. */
export function weightOf(head: LinearHead, feature: number, label: number): number {
  for (let entry = head.starts[feature]!; entry < head.starts[feature + 1]!; entry++) {
    if (head.classes[entry] === label) return head.weights[entry]! * head.scales[label]!;
  }
  return 0;
}

interface ClassWeights {
  readonly features: number[];
  readonly bytes: number[];
  readonly scale: number;
  readonly bias: number;
}

export interface HeadOptions extends SvmOptions {
  /** Weights that round to less than this (of 127) are dropped: 2 halves a file and costs a few tenths of a percent. */
  readonly smallest: number;
}

export const HEAD_DEFAULTS: HeadOptions = { ...SVM_DEFAULTS, smallest: 1 };

function quantised(weights: Float64Array, smallest: number): ClassWeights {
  const dimensions = weights.length - 1;
  let largest = 0;
  for (let at = 0; at < dimensions; at++) largest = Math.max(largest, Math.abs(weights[at]!));
  const scale = largest / 127 || 1;
  const features: number[] = [];
  const bytes: number[] = [];
  for (let at = 0; at < dimensions; at++) {
    const byte = Math.round(weights[at]! / scale);
    if (Math.abs(byte) < smallest) continue;
    features.push(at);
    bytes.push(byte);
  }
  return { features, bytes, scale, bias: weights[dimensions]! };
}

function byFeature(labels: readonly string[], columns: readonly ClassWeights[], dimensions: number): LinearHead {
  const starts = new Uint32Array(dimensions + 1);
  for (const { features } of columns) for (const feature of features) starts[feature + 1]!++;
  for (let feature = 0; feature < dimensions; feature++) starts[feature + 1]! += starts[feature]!;
  const next = starts.slice();
  const classes = new Uint16Array(starts[dimensions]!);
  const weights = new Int8Array(starts[dimensions]!);
  columns.forEach(({ features, bytes }, label) => {
    features.forEach((feature, at) => {
      const entry = next[feature]!++;
      classes[entry] = label;
      weights[entry] = bytes[at]!;
    });
  });
  return {
    labels,
    starts,
    classes,
    weights,
    scales: Float32Array.from(columns, (column) => column.scale),
    biases: Float32Array.from(columns, (column) => column.bias),
  };
}

/** One linear SVM a label, in the order in which labels first occur. */
export function trainHead(
  vectors: readonly SparseVector[],
  truths: readonly string[],
  dimensions: number,
  options: HeadOptions = HEAD_DEFAULTS,
): LinearHead {
  const labels = [...new Set(truths)];
  const data = datasetOf(vectors, dimensions);
  const columns = labels.map((label) =>
    quantised(trainSvm(data, Uint8Array.from(truths, (truth) => (truth === label ? 1 : 0)), options), options.smallest),
  );
  return byFeature(labels, columns, dimensions);
}

import type { Encoded } from './encoder.ts';
import { addRow, addRows, timesRows } from './rows.ts';

export interface NetworkShape {
  readonly rows: number;
  readonly meanings: number;
  readonly contexts: number;
  readonly labels: number;
  readonly hidden: number;
}

/** Slope of a hidden unit below 0. */
export const LEAK = 0.05;

/**
 * Text features and a learned vector of the context, added -> hidden units -> labels. The rows of features, which
 * are nearly all of it, are bytes in units of their own scale.
 */
export interface Network {
  readonly shape: NetworkShape;
  /** `hidden` a row. */
  readonly features: Int8Array;
  readonly scales: Float32Array;
  readonly meaning: Float32Array;
  readonly contexts: Float32Array;
  /** `hidden` a label. */
  readonly outputs: Float32Array;
  readonly biases: Float32Array;
}

/** 0, 1, 2 ... */
export function places(count: number): Uint16Array {
  return Uint16Array.from({ length: count }, (_, at) => at);
}

/** Input of the hidden units before the context is added. */
export function textSum(network: Network, { rows, values, meaning }: Encoded): Float32Array {
  const sum = new Float32Array(network.shape.hidden);
  addRows(sum, network.features, rows, values.map((value, at) => value * network.scales[rows[at]!]!), rows.length);
  addRows(sum, network.meaning, places(meaning.length), meaning, meaning.length);
  return sum;
}

/** Scores of the labels at `places`, given the contexts that hold. */
export function scoresOf(network: Network, text: Float32Array, contexts: readonly number[], places: Uint16Array): Float32Array {
  const { hidden } = network.shape;
  const units = Float32Array.from(text);
  for (const context of contexts) addRow(units, 0, 1, network.contexts, context * hidden, hidden);
  for (let unit = 0; unit < hidden; unit++) if (units[unit]! < 0) units[unit]! *= LEAK;
  const scores = new Float32Array(places.length);
  timesRows(scores, units, network.outputs, places);
  return scores.map((score, at) => score + network.biases[places[at]!]!);
}

import type { Encoded } from './encoder.ts';
import { LEAK, places } from './network.ts';
import type { Network, NetworkShape } from './network.ts';
import { randomFrom } from './random.ts';
import { addRow, addRows, timesRows } from './rows.ts';

export interface NetworkSettings {
  readonly hidden: number;
  readonly epochs: number;
  readonly rate: number;
  /** Share of a text's features that is left out at each sight of it. */
  readonly dropout: number;
  /** The same for features of characters, which are many and say the same thing several times. */
  readonly characterDropout: number;
  /** Share of a text's words that are left out with all that is made of them. */
  readonly wordDropout: number;
  readonly smoothing: number;
  readonly seed: number;
}

/** What a text means in one context. */
export interface Target {
  readonly contexts: readonly number[];
  readonly label: number;
  /** Places of the labels that are possible. */
  readonly possible: Uint16Array;
}

/** Errors of a label below this leave its weights alone. */
const NEGLIGIBLE = 1e-3;
const FIRST_SQUARE = 0.01;
/** Features of a text that are looked at. */
const MOST_FEATURES = 4096;

/**
 * Stochastic gradient descent on the cross entropy over the possible labels, with one AdaGrad rate a row (Duchi et
 * al., "Adaptive Subgradient Methods", 2011) that falls to nothing in a straight line. A text is summed once for all
 * its contexts, which is where the time goes.
 *
 * @param targetsOf the contexts in which a text is shown in an epoch.
 */
export function trainNetwork(
  texts: readonly Encoded[],
  targetsOf: (text: number, random: () => number) => readonly Target[],
  shape: NetworkShape,
  { epochs, rate, dropout, characterDropout, wordDropout, smoothing, seed }: NetworkSettings,
): Network {
  const { hidden } = shape;
  const random = randomFrom(seed);
  const drawn = (size: number, spread: number): Float32Array =>
    Float32Array.from({ length: size }, () => (random() - 0.5) * 2 * spread);
  const features = drawn(shape.rows * hidden, 0.15);
  const meaning = drawn(shape.meanings * hidden, 0.15);
  const contexts = drawn(shape.contexts * hidden, 0.15);
  const outputs = drawn(shape.labels * hidden, 0.1);
  const biases = new Float32Array(shape.labels);
  const squares = {
    features: new Float32Array(shape.rows).fill(FIRST_SQUARE),
    meaning: new Float32Array(shape.meanings).fill(FIRST_SQUARE),
    contexts: new Float32Array(shape.contexts).fill(FIRST_SQUARE),
    outputs: new Float32Array(shape.labels).fill(FIRST_SQUARE),
    biases: new Float32Array(shape.labels).fill(FIRST_SQUARE),
  };
  const sum = new Float32Array(hidden);
  const units = new Float32Array(hidden);
  const back = new Float32Array(hidden);
  const total = new Float32Array(hidden);
  const errors = new Float32Array(shape.labels);
  const kept = new Float32Array(MOST_FEATURES);
  const keptRows = new Uint32Array(MOST_FEATURES);
  const meaningRows = places(shape.meanings);
  const order = Uint32Array.from(texts, (_, at) => at);
  const steps = epochs * texts.length;
  let step = 0;

  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      const moved = order[at]!;
      order[at] = order[other]!;
      order[other] = moved;
    }
    for (let at = 0; at < order.length; at++) {
      const pace = rate * (1 - step++ / steps);
      const targets = targetsOf(order[at]!, random);
      if (targets.length === 0) continue;
      const { rows, values, spans, wordRows, meaning: means } = texts[order[at]!]!;
      let count = 0;
      let unseen = 0;
      for (let bit = 0; bit < 32; bit++) if (random() < wordDropout) unseen |= 1 << bit;
      for (let place = 0; place < rows.length && count < MOST_FEATURES; place++) {
        const left = place < wordRows ? dropout : characterDropout;
        if ((spans[place]! & unseen) !== 0 || random() < left) continue;
        keptRows[count] = rows[place]!;
        kept[count++] = values[place]! / (1 - left);
      }
      sum.fill(0);
      addRows(sum, features, keptRows, kept, count);
      // The second half, of denied words, is mostly empty.
      const half = means.length / 2;
      const meant = means.subarray(half).some((value) => value !== 0) ? means.length : half;
      addRows(sum, meaning, meaningRows, means, meant);
      total.fill(0);
      for (const target of targets) {
        learnTarget(target, pace);
        addRow(total, 0, 1, back, 0, hidden);
      }
      let square = 0;
      for (let unit = 0; unit < hidden; unit++) square += total[unit]! * total[unit]!;
      square /= hidden;
      for (let place = 0; place < count; place++) {
        const row = keptRows[place]!;
        const value = kept[place]!;
        const seen = (squares.features[row]! += value * value * square);
        addRow(features, row * hidden, (-pace * value) / Math.sqrt(seen), total, 0, hidden);
      }
      for (let place = 0; place < meant; place++) {
        const value = means[place]!;
        if (value === 0) continue;
        const seen = (squares.meaning[place]! += value * value * square);
        addRow(meaning, place * hidden, (-pace * value) / Math.sqrt(seen), total, 0, hidden);
      }
    }
  }
  return { shape, ...quantised(features, shape.rows, hidden), meaning, contexts, outputs, biases };

  /** Learns one context of the text in `sum`; leaves the gradient of the sum in `back`. */
  function learnTarget({ contexts: held, label, possible }: Target, pace: number): void {
    units.set(sum);
    for (const context of held) {
      addRow(units, 0, 1, contexts, context * hidden, hidden);
    }
    let length = 0;
    for (let unit = 0; unit < hidden; unit++) {
      if (units[unit]! < 0) units[unit]! *= LEAK;
      length += units[unit]! * units[unit]!;
    }
    length /= hidden;
    timesRows(errors, units, outputs, possible);
    let top = -Infinity;
    for (let at = 0; at < possible.length; at++) {
      const score = (errors[at] = errors[at]! + biases[possible[at]!]!);
      if (score > top) top = score;
    }
    let mass = 0;
    for (let at = 0; at < possible.length; at++) mass += errors[at] = Math.exp(errors[at]! - top);
    const rest = smoothing / possible.length;
    back.fill(0);
    for (let at = 0; at < possible.length; at++) {
      const place = possible[at]!;
      const wanted = rest + (place === label ? 1 - smoothing : 0);
      const error = errors[at]! / mass - wanted;
      if (error < NEGLIGIBLE && error > -NEGLIGIBLE) continue;
      const seen = (squares.outputs[place]! += error * error * length);
      const by = (pace * error) / Math.sqrt(seen);
      addRow(back, 0, error, outputs, place * hidden, hidden);
      addRow(outputs, place * hidden, -by, units, 0, hidden);
      squares.biases[place]! += error * error;
      biases[place]! -= (0.3 * pace * error) / Math.sqrt(squares.biases[place]!);
    }
    let square = 0;
    for (let unit = 0; unit < hidden; unit++) {
      if (units[unit]! < 0) back[unit]! *= LEAK;
      square += back[unit]! * back[unit]!;
    }
    square /= hidden;
    for (const context of held) {
      const seen = (squares.contexts[context]! += square);
      addRow(contexts, context * hidden, -pace / Math.sqrt(seen), back, 0, hidden);
    }
  }
}

function quantised(weights: Float32Array, rows: number, hidden: number): Pick<Network, 'features' | 'scales'> {
  const features = new Int8Array(weights.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const from = row * hidden;
    let largest = 0;
    for (let at = from; at < from + hidden; at++) largest = Math.max(largest, Math.abs(weights[at]!));
    const scale = largest / 127 || 1;
    scales[row] = scale;
    for (let at = from; at < from + hidden; at++) features[at] = Math.round(weights[at]! / scale);
  }
  return { features, scales };
}

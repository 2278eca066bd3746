import type { SparseVector } from './features.ts';

export interface SvmOptions {
  /** Cost of a training error; larger fits closer. */
  readonly cost: number;
  /**
   * A class of few rows is outvoted by all the others: errors on its rows cost (rows / twice its rows) to this power
   * as much. 0 treats every row alike, 1 every class.
   */
  readonly balance: number;
  readonly maxEpochs: number;
  /** Stops when the projected gradients span less than this. */
  readonly tolerance: number;
}

export const SVM_DEFAULTS: SvmOptions = { cost: 1, balance: 0.5, maxEpochs: 40, tolerance: 0.1 };

/** Rows laid end to end, which the inner loop walks several times faster than objects. */
export interface Dataset {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float32Array;
  readonly rows: number;
  readonly dimensions: number;
}

export function datasetOf(vectors: readonly SparseVector[], dimensions: number): Dataset {
  const starts = new Int32Array(vectors.length + 1);
  vectors.forEach((vector, row) => {
    starts[row + 1] = starts[row]! + vector.indices.length;
  });
  const indices = new Int32Array(starts[vectors.length]!);
  const values = new Float32Array(starts[vectors.length]!);
  vectors.forEach((vector, row) => {
    indices.set(vector.indices, starts[row]!);
    values.set(vector.values, starts[row]!);
  });
  return { starts, indices, values, rows: vectors.length, dimensions };
}

/** A fixed sequence: training is deterministic. */
function sequence(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

function shuffle(order: Int32Array, length: number, below: (n: number) => number): void {
  for (let last = length - 1; last > 0; last--) {
    const other = below(last + 1);
    const kept = order[last]!;
    order[last] = order[other]!;
    order[other] = kept;
  }
}

/**
 * Weights of a two-class linear SVM with squared hinge loss, the last one being the bias. Dual coordinate descent
 * with shrinking: Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM" (2008), algorithm 3.
 * @param positive one per row: 1 where the row belongs to the class.
 */
export function trainSvm(data: Dataset, positive: Uint8Array, options: SvmOptions = SVM_DEFAULTS): Float64Array {
  const { starts, indices, values, rows, dimensions } = data;
  const weights = new Float64Array(dimensions + 1);
  const alpha = new Float64Array(rows);
  const members = positive.reduce((sum, one) => sum + one, 0);
  const positiveCost = options.cost * (rows / (2 * Math.max(1, members))) ** options.balance;
  // Places: 0 for rows of the other classes, 1 for rows of this one.
  const diagonals = [1 / (2 * options.cost), 1 / (2 * positiveCost)] as const;
  const squares = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let square = 1;
    for (let at = starts[row]!; at < starts[row + 1]!; at++) square += values[at]! * values[at]!;
    squares[row] = square + diagonals[positive[row] === 1 ? 1 : 0];
  }

  const order = Int32Array.from({ length: rows }, (_, row) => row);
  const below = sequence();
  let active = rows;
  let shrinkAbove = Infinity;
  for (let epoch = 0; epoch < options.maxEpochs; epoch++) {
    let highest = -Infinity;
    let lowest = Infinity;
    shuffle(order, active, below);
    for (let slot = 0; slot < active; slot++) {
      const row = order[slot]!;
      const sign = positive[row] === 1 ? 1 : -1;
      const diagonal = positive[row] === 1 ? diagonals[1] : diagonals[0];
      const from = starts[row]!;
      const to = starts[row + 1]!;
      let product = weights[dimensions]!;
      for (let at = from; at < to; at++) product += weights[indices[at]!]! * values[at]!;
      const gradient = sign * product - 1 + alpha[row]! * diagonal;

      let projected = gradient;
      if (alpha[row] === 0) {
        if (gradient > shrinkAbove) {
          active--;
          order[slot] = order[active]!;
          order[active] = row;
          slot--;
          continue;
        }
        if (gradient > 0) projected = 0;
      }
      if (projected > highest) highest = projected;
      if (projected < lowest) lowest = projected;
      if (Math.abs(projected) <= 1e-12) continue;

      const before = alpha[row]!;
      const after = Math.max(0, before - gradient / squares[row]!);
      alpha[row] = after;
      const step = (after - before) * sign;
      for (let at = from; at < to; at++) weights[indices[at]!]! += step * values[at]!;
      weights[dimensions]! += step;
    }
    if (highest - lowest < options.tolerance) {
      if (active === rows) break;
      active = rows;
      shrinkAbove = Infinity;
    } else {
      shrinkAbove = highest <= 0 ? Infinity : highest;
    }
  }
  return weights;
}

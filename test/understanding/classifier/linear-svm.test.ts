import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoresOf, trainHead } from '../../../understanding/classifier/linear-head.ts';
import { SVM_DEFAULTS, datasetOf, trainSvm } from '../../../understanding/classifier/linear-svm.ts';
import type { SparseVector } from '../../../understanding/classifier/features.ts';

function dense(...values: number[]): SparseVector {
  return { indices: Int32Array.from(values, (_, at) => at), values: Float32Array.from(values) };
}

/** Half the squared norm plus squared hinge losses times the cost of their row: what the solver is to make small. */
function objective(weights: Float64Array, rows: readonly SparseVector[], positive: Uint8Array, balance: number): number {
  const bias = weights[weights.length - 1]!;
  let value = weights.reduce((sum, weight) => sum + weight * weight, 0) / 2;
  const members = positive.reduce((sum, one) => sum + one, 0);
  const positiveCost = (rows.length / (2 * Math.max(1, members))) ** balance;
  rows.forEach((row, at) => {
    const cost = positive[at] === 1 ? positiveCost : 1;
    const product = row.values.reduce((sum, x, place) => sum + x * weights[row.indices[place]!]!, bias);
    value += cost * Math.max(0, 1 - (positive[at] === 1 ? product : -product)) ** 2;
  });
  return value;
}

describe('trainSvm', () => {
  it('separates what can be separated', () => {
    const rows = [dense(1, 0), dense(0.9, 0.2), dense(0, 1), dense(0.1, 0.8)];
    const weights = trainSvm(datasetOf(rows, 2), Uint8Array.of(1, 1, 0, 0));
    const scores = rows.map((row) => row.values[0]! * weights[0]! + row.values[1]! * weights[1]! + weights[2]!);
    expect(scores.map((score) => score > 0)).toEqual([true, true, false, false]);
  });

  it('listens to a class of few rows the more, the more it is balanced', () => {
    const rows = [dense(1, 0.2), dense(1, 0), dense(0.9, 0), dense(0.8, 0), dense(0.9, 0.1), dense(1, 0.1)];
    const few = Uint8Array.of(1, 0, 0, 0, 0, 0);
    const [plain, balanced] = [0, 1].map((balance) => {
      const weights = trainSvm(datasetOf(rows, 2), few, { ...SVM_DEFAULTS, balance });
      return rows[0]!.values[0]! * weights[0]! + rows[0]!.values[1]! * weights[1]! + weights[2]!;
    });
    expect(balanced).toBeGreaterThan(plain!);
  });

  it('finds a minimum: no small step away from it is better', () => {
    const point = fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }));
    const problem = fc.array(fc.tuple(point, fc.boolean()), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(problem, fc.constantFrom(0, 0.5, 1), (lines, balance) => {
        const rows = lines.map(([[x, y]]) => dense(x, y));
        const positive = Uint8Array.from(lines, ([, yes]) => (yes ? 1 : 0));
        const options = { cost: 1, balance, maxEpochs: 2000, tolerance: 1e-6 };
        const weights = trainSvm(datasetOf(rows, 2), positive, options);
        const best = objective(weights, rows, positive, balance);
        for (const at of [0, 1, 2]) {
          for (const step of [-0.01, 0.01]) {
            const moved = weights.slice();
            moved[at]! += step;
            expect(objective(moved, rows, positive, balance)).toBeGreaterThanOrEqual(best - 1e-4);
          }
        }
      }),
      { numRuns: 50, seed: 4 },
    );
  });
});

describe('trainHead', () => {
  it('scores the right label highest after rounding to bytes', () => {
    const rows = [dense(1, 0, 0), dense(0, 1, 0), dense(0, 0, 1)];
    const head = trainHead(rows, ['a', 'b', 'c'], 3);
    rows.forEach((row, at) => {
      const scores = [...scoresOf(head, row)];
      expect(head.labels[scores.indexOf(Math.max(...scores))]).toBe(['a', 'b', 'c'][at]);
    });
  });
});

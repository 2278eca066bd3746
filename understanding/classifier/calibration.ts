/** Softmax of scores times `sharpness`. */
export function softmax(scores: ArrayLike<number>, sharpness: number): Float64Array {
  let top = -Infinity;
  for (let at = 0; at < scores.length; at++) top = Math.max(top, scores[at]!);
  const shares = Float64Array.from({ length: scores.length }, (_, at) => Math.exp(sharpness * (scores[at]! - top)));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

/** A row of scores and the index of the label that was right. */
export interface Scored {
  readonly scores: ArrayLike<number>;
  readonly truth: number;
}

function logLoss(rows: readonly Scored[], sharpness: number): number {
  let loss = 0;
  for (const { scores, truth } of rows) loss -= Math.log(Math.max(1e-12, softmax(scores, sharpness)[truth]!));
  return loss / rows.length;
}

/**
 * The sharpness (inverse temperature) under which held-out scores give the likeliest truth: Guo et al., "On
 * Calibration of Modern Neural Networks" (2017), by golden-section search on its logarithm.
 */
export function fitSharpness(rows: readonly Scored[]): number {
  if (rows.length === 0) return 1;
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(0.1);
  let high = Math.log(50);
  for (let step = 0; step < 40; step++) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (logLoss(rows, Math.exp(left)) < logLoss(rows, Math.exp(right))) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

export interface Logistic {
  readonly weights: readonly number[];
  readonly bias: number;
}

export function logistic(model: Logistic, inputs: readonly number[]): number {
  const sum = inputs.reduce((total, input, at) => total + input * model.weights[at]!, model.bias);
  return 1 / (1 + Math.exp(-sum));
}

/** Platt's scaling for several inputs: logistic regression by Newton's method, with a ridge that keeps it finite. */
export function fitLogistic(inputs: readonly (readonly number[])[], truths: readonly boolean[]): Logistic {
  const size = (inputs[0]?.length ?? 0) + 1;
  const ridge = 1e-2;
  let beta = new Float64Array(size);
  for (let step = 0; step < 30; step++) {
    const gradient = Float64Array.from(beta, (weight) => -ridge * weight);
    const hessian = Array.from({ length: size }, (_, row) => {
      const line = new Float64Array(size);
      line[row] = ridge;
      return line;
    });
    inputs.forEach((input, at) => {
      const extended = [...input, 1];
      const sum = extended.reduce((total, value, place) => total + value * beta[place]!, 0);
      const chance = 1 / (1 + Math.exp(-sum));
      const residual = (truths[at] ? 1 : 0) - chance;
      const spread = chance * (1 - chance);
      for (let row = 0; row < size; row++) {
        gradient[row]! += residual * extended[row]!;
        for (let column = 0; column < size; column++) {
          hessian[row]![column]! += spread * extended[row]! * extended[column]!;
        }
      }
    });
    const change = solve(hessian, gradient);
    beta = beta.map((weight, at) => weight + change[at]!);
    if (change.every((value) => Math.abs(value) < 1e-8)) break;
  }
  return { weights: [...beta.subarray(0, size - 1)], bias: beta[size - 1]! };
}

/** Gaussian elimination with pivoting; overwrites its arguments. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[pivot]![column]!)) pivot = row;
    }
    [matrix[column], matrix[pivot]] = [matrix[pivot]!, matrix[column]!];
    [right[column], right[pivot]] = [right[pivot]!, right[column]!];
    for (let row = column + 1; row < size; row++) {
      const factor = matrix[row]![column]! / matrix[column]![column]!;
      for (let at = column; at < size; at++) matrix[row]![at]! -= factor * matrix[column]![at]!;
      right[row]! -= factor * right[column]!;
    }
  }
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row--) {
    let sum = right[row]!;
    for (let at = row + 1; at < size; at++) sum -= matrix[row]![at]! * solution[at]!;
    solution[row] = sum / matrix[row]![row]!;
  }
  return solution;
}

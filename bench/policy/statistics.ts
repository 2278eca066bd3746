export interface Summary {
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? NaN;
  return { mean: mean(values), p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? NaN };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Half the width of the 95 % interval of the mean. */
export function halfWidth(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return (1.96 * Math.sqrt(squares / Math.max(1, values.length - 1))) / Math.sqrt(values.length);
}

export function interval(values: readonly number[]): [number, number] {
  const centre = mean(values);
  const half = halfWidth(values);
  return [centre - half, centre + half];
}

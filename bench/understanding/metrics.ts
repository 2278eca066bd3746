import type { Figure } from '../bench.ts';

/** A share in percent with Wilson's interval; none when there is nothing to count. */
export function percentage(id: string, hits: number, n: number): Figure {
  if (n === 0) return { id, value: Number.NaN, unit: '%', n };
  const share = hits / n;
  const z = 1.96;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { id, value: round(100 * share, 2), unit: '%', n, ci: [round(100 * (middle - half), 1), round(100 * (middle + half), 1)] };
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Chance that a foreign text scores higher than one of ours, in percent; ties count half. */
export function auroc(ours: readonly number[], foreign: readonly number[]): number {
  const all = [...ours.map((score) => ({ score, foreign: false })), ...foreign.map((score) => ({ score, foreign: true }))];
  all.sort((left, right) => left.score - right.score);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]!.score === all[from]!.score) to++;
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at++) if (all[at]!.foreign) ranks += rank;
    from = to;
  }
  const n = foreign.length;
  return round((100 * (ranks - (n * (n + 1)) / 2)) / (n * ours.length), 2);
}

/** Score above which at most this share of our own texts lies. */
export function thresholdRefusing(ours: readonly number[], share: number): number {
  const sorted = [...ours].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * (1 - share)) - 1)] ?? Infinity;
}

export function shareAbove(scores: readonly number[], threshold: number): number {
  return scores.filter((score) => score > threshold).length / scores.length;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

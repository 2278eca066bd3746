import { clampProbability } from '../troubleshooting/model.ts';
import { exponential } from './exponential.ts';

/** They go on from where the last round ended, so few are enough. */
const MOST_STEPS = 6;
const LONGEST_STEP = 1;
const SETTLED = 1e-7;

/**
 * A few numbers that sum to 1, what the author thinks of them, and what was counted. `face` k has the probability
 * `p[k]`; a number that stands alone (a fix helps or not) is a die with two faces.
 *
 * The author is taken to be wrong by a factor: p[k] is proportional to author[k] e^d[k], each d[k] normal around 0 with
 * standard deviation `spread`. That is one statement about errors, the same for rare and for common faces; pseudo-counts
 * would hold the common ones fast and let the rare ones go.
 */
export class Die {
  p: readonly number[];
  readonly counts: number[];
  private author: readonly number[];
  private readonly spread: number;
  private shift: number[];

  constructor(author: readonly number[], spread: number) {
    this.author = normalised(author.map(clampProbability));
    this.spread = spread;
    this.p = this.author;
    this.counts = author.map(() => 0);
    this.shift = author.map(() => 0);
  }

  /** Another centre to be wrong around, where other problems speak for it. */
  recentre(author: readonly number[]): void {
    this.author = normalised(author.map(clampProbability));
  }

  /**
   * The faces that are likeliest under the counts and the author; the counts begin anew. Newton's method on the shifts d,
   * which maximises sum n[k] log p[k] - sum d[k]^2 / (2 spread^2): gradient n[k] - N p[k] - d[k] / spread^2, Hessian
   * -(N (diag p - p p') + 1 / spread^2), inverted by Sherman and Morrison.
   */
  settle(): void {
    const total = sumOf(this.counts);
    const tie = 1 / (this.spread * this.spread);
    let shift = this.shift;
    let p = this.faces(shift);
    for (let step = 0; step < MOST_STEPS; step++) {
      const scale = p.map((face) => total * face + tie);
      const gradient = p.map((face, k) => this.counts[k]! - total * face - tie * shift[k]!);
      const along = sumOf(p.map((face, k) => (face * gradient[k]!) / scale[k]!));
      const within = sumOf(p.map((face, k) => (face * face) / scale[k]!));
      const common = (total * along) / (1 - total * within);
      const move = p.map((face, k) => limited((gradient[k]! + common * face) / scale[k]!));
      shift = shift.map((d, k) => d + move[k]!);
      p = this.faces(shift);
      if (Math.max(...move.map(Math.abs)) < SETTLED) break;
    }
    this.shift = shift;
    this.p = p;
    this.counts.fill(0);
  }

  private faces(shift: readonly number[]): number[] {
    return normalised(this.author.map((p, k) => p * exponential(shift[k]!)));
  }
}

function limited(step: number): number {
  return Math.min(LONGEST_STEP, Math.max(-LONGEST_STEP, step));
}

function normalised(row: readonly number[]): number[] {
  const sum = sumOf(row);
  return row.map((p) => p / sum);
}

function sumOf(row: readonly number[]): number {
  let sum = 0;
  for (const value of row) sum += value;
  return sum;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Die } from '../../learning/die.ts';
import { exponential } from '../../learning/exponential.ts';

const SPREAD = 1;

/** Learned from the counts, again and again until nothing moves. */
function settled(author: readonly number[], counts: readonly number[], spread = SPREAD): readonly number[] {
  const die = new Die(author, spread);
  for (let round = 0; round < 20; round++) {
    counts.forEach((count, face) => (die.counts[face] = count));
    die.settle();
  }
  return die.p;
}

const author = fc.array(fc.double({ min: 0.05, max: 0.9, noNaN: true }), { minLength: 2, maxLength: 6 });
const thrown = author.chain((row) => fc.tuple(fc.constant(row), fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: row.length, maxLength: row.length })));

describe('exponential', () => {
  it('is e to the x, to fourteen digits', () => {
    fc.assert(fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (x) => Math.abs(exponential(x) / Math.exp(x) - 1) < 1e-13));
  });
});

describe('a die', () => {
  it('stays with the author while nothing was counted', () => {
    const p = settled([0.2, 0.3, 0.5], [0, 0, 0]);
    [0.2, 0.3, 0.5].forEach((face, k) => expect(p[k]).toBeCloseTo(face, 12));
  });

  it('follows what was counted when much was', () => {
    const p = settled([0.2, 0.3, 0.5], [60_000, 30_000, 10_000]);
    [0.6, 0.3, 0.1].forEach((face, k) => expect(p[k]).toBeCloseTo(face, 3));
  });

  it('ends where counts and author pull alike', () => {
    fc.assert(
      fc.property(thrown, ([row, counts]) => {
        const p = settled(row, counts);
        const sum = row.reduce((total, value) => total + value, 0);
        const total = counts.reduce((all, count) => all + count, 0);
        // The shifts are known up to a constant; at the maximum they sum to 0, as the gradients do.
        const shifts = p.map((face, k) => Math.log(face / (row[k]! / sum)));
        const mean = shifts.reduce((all, shift) => all + shift, 0) / shifts.length;
        expect(p.reduce((all, face) => all + face, 0)).toBeCloseTo(1, 12);
        p.forEach((face, k) => expect(counts[k]! - total * face).toBeCloseTo((shifts[k]! - mean) / SPREAD ** 2, 4));
      }),
    );
  });

  it('leaves a careful author more slowly', () => {
    expect(settled([0.5, 0.5], [9, 1], 0.3)[0]).toBeLessThan(settled([0.5, 0.5], [9, 1], 1)[0]!);
  });

  it('lets rare and common faces be wrong by the same factor', () => {
    // Ten times as often as the author thought: pseudo-counts would let the rare one go and hold the common one.
    const factor = (p: number, seen: number, of: number): number => settled([p, 1 - p], [seen, of - seen])[0]! / p;
    expect(factor(0.02, 2, 20)).toBeGreaterThan(1.5);
    expect(factor(0.02, 2, 20)).toBeLessThan(5);
  });
});

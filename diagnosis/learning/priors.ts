type Table = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Conversations that a cause must have been expected in elsewhere before its factor is half believed. */
const FACTOR_WEIGHT = 5;

/**
 * Priors of each problem, drawn towards what is seen under the others: a cause that occurs k times as often there as
 * their authors expected is expected k times as often here, until this problem's own conversations speak.
 *
 * prior_j(c) = (n0 base_j(c) + count_j(c)) / (n0 + N_j), base_j(c) proportional to author_j(c) factor(c), the factor
 * being seen over expected in the problems other than j.
 */
export function shrunkPriors(author: Table, counts: Table, authorWeight: number): Map<string, Map<string, number>> {
  const seen = new Map<string, number>();
  const expected = new Map<string, number>();
  for (const [problem, priors] of author) {
    const total = sumOf(counts.get(problem));
    for (const [cause, p] of priors) {
      add(seen, cause, counts.get(problem)?.get(cause) ?? 0);
      add(expected, cause, p * total);
    }
  }
  return new Map(
    [...author].map(([problem, priors]) => {
      const own = counts.get(problem);
      const total = sumOf(own);
      const base = new Map<string, number>();
      for (const [cause, p] of priors) {
        const seenElsewhere = (seen.get(cause) ?? 0) - (own?.get(cause) ?? 0);
        const expectedElsewhere = (expected.get(cause) ?? 0) - p * total;
        const factor = (FACTOR_WEIGHT + Math.max(0, seenElsewhere)) / (FACTOR_WEIGHT + Math.max(0, expectedElsewhere));
        base.set(cause, p * factor);
      }
      const sum = sumOf(base);
      const learned = [...base].map(([cause, p]): [string, number] => [
        cause,
        ((authorWeight * p) / sum + (own?.get(cause) ?? 0)) / (authorWeight + total),
      ]);
      return [problem, new Map(learned)];
    }),
  );
}

function sumOf(row: ReadonlyMap<string, number> | undefined): number {
  let sum = 0;
  for (const value of row?.values() ?? []) sum += value;
  return sum;
}

function add(table: Map<string, number>, key: string, amount: number): void {
  table.set(key, (table.get(key) ?? 0) + amount);
}

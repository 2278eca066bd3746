type Table = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Conversations that a cause must have been expected in elsewhere before its factor is half believed. */
const FACTOR_WEIGHT = 5;

/**
 * Where the priors of each problem are held to lie, drawn towards what is seen under the others: a cause that occurs k
 * times as often there as their authors expected is expected k times as often here, until this problem's own
 * conversations speak.
 *
 * centre_j(c) proportional to author_j(c) factor_j(c), the factor being seen over expected in the problems other than j.
 */
export function sharedCentres(author: Table, counts: Table): Map<string, Map<string, number>> {
  const seen = new Map<string, number>();
  const expected = new Map<string, number>();
  for (const [problem, own] of counts) {
    const total = sumOf(own);
    for (const [cause, p] of author.get(problem) ?? []) {
      add(seen, cause, own.get(cause) ?? 0);
      add(expected, cause, p * total);
    }
  }
  return new Map(
    [...counts].map(([problem, own]) => {
      const total = sumOf(own);
      const centre = new Map<string, number>();
      for (const [cause, p] of author.get(problem) ?? []) {
        const seenElsewhere = (seen.get(cause) ?? 0) - (own.get(cause) ?? 0);
        const expectedElsewhere = (expected.get(cause) ?? 0) - p * total;
        centre.set(cause, (p * (FACTOR_WEIGHT + Math.max(0, seenElsewhere))) / (FACTOR_WEIGHT + Math.max(0, expectedElsewhere)));
      }
      return [problem, centre];
    }),
  );
}

function sumOf(row: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const value of row.values()) sum += value;
  return sum;
}

function add(table: Map<string, number>, key: string, amount: number): void {
  table.set(key, (table.get(key) ?? 0) + amount);
}

/** Texts shorter than this are small talk that anybody writes ("it works now"), and prove nothing. */
const SHORTEST = 24;
/** Share of common letter triples from which two texts are called the same. */
const SAME = 0.7;

export interface NearDuplicate {
  readonly training: string;
  readonly measured: string;
  /** Jaccard's index of their letter triples. */
  readonly likeness: number;
}

function triples(text: string): ReadonlySet<string> {
  const plain = ` ${text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= plain.length; at++) found.add(plain.slice(at, at + 3));
  return found;
}

/** Training lines that are nearly a line to measure on, in the order of the training lines. */
export function nearDuplicates(training: readonly string[], measured: readonly string[]): readonly NearDuplicate[] {
  const holders = new Map<string, number[]>();
  const sizes = measured.map((text, at) => {
    if (text.length < SHORTEST) return 0;
    const own = triples(text);
    for (const triple of own) holders.set(triple, [...(holders.get(triple) ?? []), at]);
    return own.size;
  });
  return training.flatMap((line) => {
    if (line.length < SHORTEST) return [];
    const own = triples(line);
    const shared = new Map<number, number>();
    for (const triple of own) for (const at of holders.get(triple) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    return [...shared]
      .map(([at, count]) => ({ training: line, measured: measured[at]!, likeness: count / (own.size + sizes[at]! - count) }))
      .filter(({ likeness }) => likeness >= SAME);
  });
}

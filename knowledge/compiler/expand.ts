/**
 * Writes out the alternatives of a saying: `it (still|) hangs` gives `it still hangs` and `it hangs`.
 * All combinations when there are at most `most`; otherwise a sample of that size. Every alternative occurs at
 * least once, so the result may exceed `most` when one group alone has more alternatives.
 * Parentheses without a bar are ordinary text. `random` returns numbers in [0, 1).
 */
export function expand(template: string, most: number, random: () => number): readonly string[] {
  const parts = template.split(/(\([^()]*\|[^()]*\))/).map((part, index) => (index % 2 === 1 ? part.slice(1, -1).split('|') : [part]));
  const total = parts.reduce((product, part) => product * part.length, 1);
  const texts = new Set<string>();
  const add = (choose: (part: readonly string[], group: number) => string): void => {
    const text = parts.map(choose).join('').replace(/\s+/g, ' ').trim();
    if (text) texts.add(text);
  };
  if (total <= most) {
    for (let combination = 0; combination < total; combination++) {
      let rest = combination;
      add((part) => {
        const chosen = part[rest % part.length] ?? '';
        rest = Math.floor(rest / part.length);
        return chosen;
      });
    }
    return [...texts];
  }
  const shuffled = parts.map((part) => shuffle(part, random));
  const largest = Math.max(...parts.map((part) => part.length));
  for (let round = 0; round < largest; round++) add((part, group) => shuffled[group]?.[round % part.length] ?? '');
  // Draws repeat themselves, so their number is bounded.
  for (let draw = 0; texts.size < most && draw < 10 * most; draw++) add((part) => part[Math.floor(random() * part.length)] ?? '');
  return [...texts];
}

/** Fisher-Yates. */
function shuffle(items: readonly string[], random: () => number): string[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as string, shuffled[last] as string];
  }
  return shuffled;
}

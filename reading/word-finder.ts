/**
 * Finds which of many word groups have a member in a text, in one pass over it however many words there are
 * (Aho and Corasick, 1975). It decides which patterns are worth trying.
 */
export function createWordFinder(groups: readonly (readonly string[])[]): (text: string) => ReadonlySet<number> {
  const nodes: TrieNode[] = [newNode()];
  groups.forEach((words, group) => words.forEach((word) => addWord(nodes, word, group)));
  linkFailures(nodes);
  return (text) => {
    const found = new Set<number>();
    let at = 0;
    for (let place = 0; place < text.length; place += 1) {
      at = step(nodes, at, text.charCodeAt(place));
      const ends = nodes[at]?.groups;
      if (ends !== undefined && ends.length > 0) for (const group of ends) found.add(group);
    }
    return found;
  };
}

interface TrieNode {
  readonly next: Map<number, number>;
  failure: number;
  groups: readonly number[];
}

const newNode = (): TrieNode => ({ next: new Map(), failure: 0, groups: [] });

function addWord(nodes: TrieNode[], word: string, group: number): void {
  let at = 0;
  for (let place = 0; place < word.length; place += 1) {
    const node = nodes[at];
    const unit = word.charCodeAt(place);
    let next = node?.next.get(unit);
    if (next === undefined) {
      next = nodes.push(newNode()) - 1;
      node?.next.set(unit, next);
    }
    at = next;
  }
  const end = nodes[at];
  if (end !== undefined) end.groups = [...end.groups, group];
}

/** Breadth first, so that a node's failure is finished before the node. */
function linkFailures(nodes: readonly TrieNode[]): void {
  const queue = [...(nodes[0]?.next.values() ?? [])];
  for (let head = 0; head < queue.length; head += 1) {
    const at = queue[head] ?? 0;
    const node = nodes[at];
    if (node === undefined) continue;
    for (const [unit, child] of node.next) {
      const target = nodes[child];
      if (target !== undefined) {
        target.failure = step(nodes, node.failure, unit);
        target.groups = [...target.groups, ...(nodes[target.failure]?.groups ?? [])];
      }
      queue.push(child);
    }
  }
}

function step(nodes: readonly TrieNode[], from: number, unit: number): number {
  let at = from;
  for (;;) {
    const next = nodes[at]?.next.get(unit);
    if (next !== undefined) return next;
    if (at === 0) return 0;
    at = nodes[at]?.failure ?? 0;
  }
}

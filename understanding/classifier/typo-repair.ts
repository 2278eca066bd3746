import { DeleteIndex, editsAllowed } from './delete-index.ts';
import { editDistance } from './natural.ts';

/** Latin or Cyrillic letters only: codes, ports and names with digits are never touched. */
const REPAIRABLE = /^(?:[a-z]+|\p{Script=Cyrillic}+)$/u;
const SHORTEST = 4;
const LONGEST = 24;
/** A distance costs tens of microseconds; the commonest candidates are enough. */
const MOST_CANDIDATES = 24;
const REMEMBERED_WORDS = 5_000;

/**
 * Replaces misspelt words by the nearest word of the training vocabulary. A word is left alone when it is in that
 * vocabulary or is a common word of the language.
 */
export class TypoRepair {
  readonly #words: readonly string[];
  readonly #known: ReadonlySet<string>;
  readonly #isCommon: (word: string) => boolean;
  readonly #remembered = new Map<string, string>();
  #index: DeleteIndex | undefined;

  /** @param words commonest first. */
  constructor(words: readonly string[], isCommon: (word: string) => boolean) {
    this.#known = new Set(words);
    this.#words = words.filter((word) => repairable(word));
    this.#isCommon = isCommon;
  }

  repair(tokens: readonly string[]): readonly string[] {
    return tokens.map((token) => this.#repaired(token));
  }

  #repaired(token: string): string {
    if (this.#known.has(token) || !repairable(token) || this.#isCommon(token)) return token;
    const remembered = this.#remembered.get(token);
    if (remembered !== undefined) return remembered;
    const nearest = this.#nearest(token) ?? token;
    if (this.#remembered.size >= REMEMBERED_WORDS) this.#remembered.clear();
    this.#remembered.set(token, nearest);
    return nearest;
  }

  #nearest(token: string): string | undefined {
    this.#index ??= new DeleteIndex(this.#words);
    let nearest: string | undefined;
    let distance = editsAllowed(token.length) + 1;
    for (const place of this.#index.candidates(token).slice(0, MOST_CANDIDATES)) {
      const word = this.#words[place]!;
      const edits = editDistance(token, word);
      // Candidates come commonest first: a later one must be strictly nearer.
      if (edits < distance) {
        nearest = word;
        distance = edits;
      }
      if (distance === 1) break;
    }
    return nearest;
  }
}

function repairable(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST && REPAIRABLE.test(word);
}

/** Words of texts, commonest first; equals in the order of the alphabet. */
export function vocabularyOf(texts: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const tokens of texts) for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return [...counts]
    .sort(([left, leftCount], [right, rightCount]) => rightCount - leftCount || (left < right ? -1 : 1))
    .map(([word]) => word);
}

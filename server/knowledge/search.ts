import type { CodeReading } from '../../reading/evidence.ts';
import type { CodeEntry, KnowledgeGraph, Problem } from '../../knowledge/compiler/types.ts';
import { anchor, codeHref, problemHref, termHref } from './links.ts';

export interface Hit {
  readonly kind: 'code' | 'problem' | 'cause' | 'fix' | 'term';
  readonly href: string;
  readonly title: string;
  readonly text: string;
}

export interface CodeMatch {
  readonly code: string;
  readonly entries: readonly CodeEntry[];
}

export interface SearchResult {
  /** The problem of a code together with its extended code. */
  readonly pair: { readonly codes: string; readonly problem: Problem } | undefined;
  readonly codes: readonly CodeMatch[];
  /** Best first. */
  readonly hits: readonly Hit[];
}

/** Look-up of words and codes in one state of the knowledge. Build once and keep. */
export interface KnowledgeSearch {
  find(query: string, readings: readonly CodeReading[]): SearchResult;
}

interface Entry {
  readonly hit: Hit;
  /** Word -> weight: a title counts more than a text. */
  readonly words: ReadonlyMap<string, number>;
}

const TITLE = 4;
const NAME = 3;
const TEXT = 1;
const MOST_HITS = 40;
/** Words of this length and more are found by their beginning too. */
const SHORTEST_BEGINNING = 4;
/** A beginning counts less than the whole word. */
const BEGINNING = 0.6;

export function createKnowledgeSearch(graph: KnowledgeGraph): KnowledgeSearch {
  const entries = entriesOf(graph);
  const index = new Map<string, { entry: number; weight: number }[]>();
  entries.forEach(({ words }, entry) => {
    for (const [word, weight] of words) {
      const there = index.get(word);
      if (there) there.push({ entry, weight });
      else index.set(word, [{ entry, weight }]);
    }
  });
  const vocabulary = [...index.keys()].sort();

  const ranked = (query: string): Hit[] => {
    const asked = [...new Set(wordsIn(query))];
    const scores = new Map<number, { score: number; matched: number }>();
    for (const word of asked) {
      const best = new Map<number, number>();
      for (const found of matching(vocabulary, word)) {
        const postings = index.get(found) ?? [];
        const rarity = Math.log(1 + entries.length / postings.length) * (found === word ? 1 : BEGINNING);
        for (const { entry, weight } of postings) best.set(entry, Math.max(best.get(entry) ?? 0, (rarity * weight) / (weight + 1)));
      }
      for (const [entry, score] of best) {
        const sum = scores.get(entry) ?? { score: 0, matched: 0 };
        scores.set(entry, { score: sum.score + score, matched: sum.matched + 1 });
      }
    }
    return [...scores]
      .map(([entry, { score, matched }]) => ({ entry, score: score * (matched / asked.length) ** 2 }))
      .sort((a, b) => b.score - a.score || a.entry - b.entry)
      .slice(0, MOST_HITS)
      .flatMap(({ entry }) => entries[entry]?.hit ?? []);
  };

  return {
    find(query, readings) {
      const codes = codesFor(graph, query, readings);
      const shown = new Set(codes.map(({ code }) => codeHref(code)));
      return { pair: pairIn(graph, readings), codes, hits: ranked(query).filter((hit) => !shown.has(hit.href)) };
    },
  };
}

/** What the readers found, and what stands there as an id of its own (an event) or as a symbol. */
function codesFor(graph: KnowledgeGraph, query: string, readings: readonly CodeReading[]): CodeMatch[] {
  const parts = query.toLowerCase().split(/[\s,;:()[\]"'/+]+/).filter((part) => part !== '');
  const symbols = graph.codes.filter((entry) => entry.symbol !== undefined && parts.includes(entry.symbol.toLowerCase()));
  const names = [...readings.map(({ code }) => code), ...parts, ...parts.flatMap(hexOf), ...symbols.map(({ code }) => code)];
  return [...new Set(names)]
    .map((code) => ({ code, entries: graph.code(code) }))
    .filter(({ entries }) => entries.length > 0);
}

function hexOf(part: string): string[] {
  if (/^\d{1,10}$/.test(part)) return [`0x${Number(part).toString(16)}`];
  return /^0x0*[0-9a-f]{1,8}$/.test(part) ? [`0x${Number(part).toString(16)}`] : [];
}

function pairIn(graph: KnowledgeGraph, readings: readonly CodeReading[]): SearchResult['pair'] {
  const code = readings.find(({ role }) => role === 'code');
  const extended = readings.find(({ role }) => role === 'extended');
  const problem = code && graph.problemFor(code.code, extended?.code);
  return problem && { codes: [code.code, extended?.code].filter(Boolean).join(' / '), problem };
}

function entriesOf(graph: KnowledgeGraph): Entry[] {
  const home = homesOf(graph);
  const entries: Entry[] = [];
  for (const problem of graph.problems.values()) {
    entries.push(entryOf('problem', problemHref(problem.id), problem.title, problem.meaning, [problem.id, problem.symptom]));
  }
  for (const code of graph.codes) {
    const title = [code.code, code.symbol].filter(Boolean).join(' ');
    entries.push(entryOf('code', codeHref(code.code), title, code.meaning, [code.detail, code.origin ?? '', code.space]));
  }
  for (const cause of graph.causes.values()) {
    const problem = home.get(cause.id);
    if (problem) entries.push(entryOf('cause', `${problemHref(problem)}#${anchor('cause', cause.id)}`, cause.title, cause.meaning, [cause.detail]));
  }
  for (const fix of graph.fixes.values()) {
    const problem = home.get([...fix.solves].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '');
    if (problem) entries.push(entryOf('fix', `${problemHref(problem)}#${anchor('fix', fix.id)}`, fix.title, fix.check, [fix.steps.map((step) => step.text).join(' ')]));
  }
  for (const term of graph.terms.values()) {
    entries.push(entryOf('term', termHref(term.id), term.names[0] ?? term.id, term.explanation, [], term.names));
  }
  return entries;
}

/** Cause -> the problem in which it is likeliest. */
function homesOf(graph: KnowledgeGraph): Map<string, string> {
  const home = new Map<string, { problem: string; prior: number }>();
  for (const { id, priors } of graph.problems.values()) {
    for (const [cause, prior] of priors) {
      if (prior > (home.get(cause)?.prior ?? 0)) home.set(cause, { problem: id, prior });
    }
  }
  return new Map([...home].map(([cause, { problem }]) => [cause, problem]));
}

function entryOf(kind: Hit['kind'], href: string, title: string, text: string, more: readonly string[], names: readonly string[] = []): Entry {
  const words = new Map<string, number>();
  const add = (from: string, weight: number): void => {
    for (const word of wordsIn(from)) words.set(word, Math.max(words.get(word) ?? 0, weight));
  };
  add(title, TITLE);
  add(names.join(' '), NAME);
  add([text, ...more].join(' '), TEXT);
  return { hit: { kind, href, title, text }, words };
}

/** Lower-case words; a symbol as a whole and by its parts (`ERRINFO_LOGOFF_BY_USER`). */
function wordsIn(text: string): string[] {
  const whole = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  return whole.flatMap((word) => (word.includes('_') ? [word, ...word.split('_').filter((part) => part !== '')] : [word]));
}

/** The word itself, and the words that begin with it, from a sorted vocabulary. */
function matching(vocabulary: readonly string[], word: string): string[] {
  let low = 0;
  let high = vocabulary.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((vocabulary[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  const wide = word.length >= SHORTEST_BEGINNING;
  for (let at = low; at < vocabulary.length; at += 1) {
    const candidate = vocabulary[at] ?? '';
    if (candidate !== word && !(wide && candidate.startsWith(word))) break;
    found.push(candidate);
  }
  return found;
}

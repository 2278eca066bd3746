/** How long the knowledge takes to load and compile, what it weighs, and whether looking up a code stays flat as it grows. */
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { compileGraph } from '../knowledge/compiler/graph.ts';
import { kindOf, parseKnowledgeFile, type FileText, type KnowledgeFile, type ParseCache } from '../knowledge/compiler/knowledge-file.ts';
import { layTogether } from '../knowledge/compiler/library.ts';
import { lint } from '../knowledge/compiler/lint.ts';
import { readKnowledgeFiles } from '../knowledge/compiler/load.ts';
import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { Bench, Figure } from './bench.ts';
import { heapBytes } from './heap.ts';
import { multiplied } from './knowledge/multiply.ts';

const DIR = fileURLToPath(new URL('../knowledge', import.meta.url));

export const bench: Bench = {
  name: 'knowledge',
  run: async ({ quick, seed }) => {
    const texts = await readKnowledgeFiles(DIR);
    const figures: Figure[] = [];
    const start = performance.now();
    const parsed = parseAll(texts);
    figures.push({ id: 'parse.cold', value: performance.now() - start, unit: 'ms', n: texts.length });
    figures.push({ id: 'parse.warm', ...median(quick ? 3 : 9, () => parseAll(texts)) });
    const cache: ParseCache = new Map();
    parseAll(texts, cache);
    figures.push({ id: 'parse.cached', ...median(quick ? 3 : 9, () => parseAll(texts, cache)) });
    figures.push({ id: 'source', value: texts.reduce((sum, { text }) => sum + text.length, 0) / 1024, unit: 'KiB', n: texts.length });
    for (const factor of quick ? [1, 10] : [1, 10, 100]) figures.push(...measure(multiplied(parsed, factor), factor, seed, quick));
    return figures;
  },
};

function parseAll(texts: readonly FileText[], cache?: ParseCache): KnowledgeFile[] {
  return texts.flatMap((text) => {
    const kind = kindOf(text.path);
    return kind ? [parseKnowledgeFile(text, kind.kind, kind.locale, cache)] : [];
  });
}

function measure(files: readonly KnowledgeFile[], factor: number, seed: number, quick: boolean): Figure[] {
  const name = `x${factor}`;
  const runs = factor === 100 ? 1 : quick ? 3 : 5;
  const linted = median(runs, () => lint(layTogether(files).library));
  const compiled = median(runs, () => compileGraph(layTogether(files).library));
  const before = heapBytes();
  const graph = compileGraph(layTogether(files).library);
  const after = heapBytes();
  const looked = lookUp(graph, seed, quick ? 200_000 : 1_000_000);
  return [
    { id: `${name}.codes`, value: graph.codes.length, unit: 'entries' },
    { id: `${name}.fixes`, value: graph.fixes.size, unit: 'fixes' },
    { id: `${name}.lint`, ...linted },
    { id: `${name}.compile`, ...compiled },
    { id: `${name}.heap`, value: (after - before) / 1024 / 1024, unit: 'MiB' },
    { id: `${name}.lookup`, ...looked },
  ];
}

/** Mean nanoseconds to find a code's entries and its problem, over codes drawn at random. */
function lookUp(graph: KnowledgeGraph, seed: number, count: number): { value: number; unit: string; n: number } {
  const codes = graph.codes.length > 0 ? graph.codes.map((entry) => entry.code) : ['0x904'];
  let state = seed >>> 0;
  const next = (): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return codes[state % codes.length] ?? '';
  };
  // The same few thousand draws again and again keep the memory's caches out of the comparison between sizes.
  const drawn = Array.from({ length: 4096 }, next);
  let found = 0;
  const once = (index: number): void => {
    const code = drawn[index & 4095] ?? '';
    found += graph.code(code).length + (graph.problemFor(code) ? 1 : 0);
  };
  for (let index = 0; index < 100_000; index += 1) once(index);
  const start = performance.now();
  for (let index = 0; index < count; index += 1) once(index);
  const spent = performance.now() - start;
  if (found === 0) throw new Error('Nothing was found, so nothing was measured.');
  return { value: (spent * 1e6) / count, unit: 'ns', n: count };
}

function median(runs: number, work: () => unknown): { value: number; unit: string; n: number } {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { value: times[Math.floor(runs / 2)] ?? 0, unit: 'ms', n: runs };
}

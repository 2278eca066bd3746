import type { Fix, KnowledgeGraph } from '../knowledge/compiler/types.ts';
import { byId, clampProbability, type ChanceTable } from './model.ts';
import type { LearnedParameters } from './parameters.ts';

/**
 * The sparse table of P(fix helps | cause).
 *
 * The ceiling of a (family, cause) is `best + (1 - correlation) (1 - best)`, best being the best fix of the family
 * for that cause: with correlation 1 nothing else helps where the best one failed, with 0 the fixes are independent.
 */
export function compileChances(
  graph: KnowledgeGraph,
  fixes: readonly Fix[],
  causes: readonly string[],
  causeIndex: ReadonlyMap<string, number>,
  parameters: LearnedParameters | undefined,
): ChanceTable {
  const rows = fixes.map((fix) => chancesOf(fix, causeIndex, parameters));
  const ceilings = compileCeilings(graph, fixes, rows, causes, parameters);

  const entries = rows.reduce((total, row) => total + row.length, 0);
  const table = {
    rowStart: new Int32Array(fixes.length + 1),
    cause: new Int32Array(entries),
    fix: new Int32Array(entries),
    chance: new Float64Array(entries),
    pair: new Int32Array(entries).fill(-1),
  };
  let entry = 0;
  rows.forEach((row, fix) => {
    table.rowStart[fix] = entry;
    for (const { cause, probability } of row) {
      const pair = ceilings.index.get(pairKey(fixes[fix]?.family, cause));
      const ceiling = pair === undefined ? 1 : (ceilings.values[pair] ?? 1);
      table.cause[entry] = cause;
      table.fix[entry] = fix;
      table.chance[entry] = Math.min(1, probability / ceiling);
      table.pair[entry] = pair ?? -1;
      entry += 1;
    }
  });
  table.rowStart[fixes.length] = entry;
  return { ...table, ...columns(table.cause, causes.length), ceiling: Float64Array.from(ceilings.values) };
}

interface Chance {
  readonly cause: number;
  readonly probability: number;
}

function chancesOf(fix: Fix, causeIndex: ReadonlyMap<string, number>, parameters: LearnedParameters | undefined): Chance[] {
  const chances: Chance[] = [];
  for (const [id, authored] of fix.solves) {
    const cause = causeIndex.get(id);
    if (cause === undefined) continue;
    chances.push({ cause, probability: clampProbability(parameters?.solves[fix.id]?.[id] ?? authored) });
  }
  return chances.sort((a, b) => a.cause - b.cause);
}

function compileCeilings(
  graph: KnowledgeGraph,
  fixes: readonly Fix[],
  rows: readonly (readonly Chance[])[],
  causes: readonly string[],
  parameters: LearnedParameters | undefined,
): { readonly index: ReadonlyMap<string, number>; readonly values: readonly number[] } {
  const best = new Map<string, { family: string; cause: number; probability: number }>();
  fixes.forEach((fix, index) => {
    const family = fix.family;
    if (family === undefined || !((graph.families.get(family)?.correlation ?? 0) > 0)) return;
    for (const { cause, probability } of rows[index] ?? []) {
      const key = pairKey(family, cause);
      const known = best.get(key);
      if (!known || probability > known.probability) best.set(key, { family, cause, probability });
    }
  });
  const keys = [...best.keys()].sort(byId);
  const values = keys.map((key) => {
    const { family, cause, probability } = best.get(key) as { family: string; cause: number; probability: number };
    const correlation = graph.families.get(family)?.correlation ?? 0;
    const learned = parameters?.ceilings[family]?.[causes[cause] ?? ''];
    // A ceiling below the best fix under it would cap what that fix was seen to do.
    return Math.max(probability, learned ?? probability + (1 - correlation) * (1 - probability));
  });
  return { index: new Map(keys.map((key, at) => [key, at])), values };
}

function pairKey(family: string | undefined, cause: number): string {
  return `${family ?? ''}\u0000${cause}`;
}

function columns(cause: Int32Array, causes: number): { columnStart: Int32Array; columnEntry: Int32Array } {
  const columnStart = new Int32Array(causes + 1);
  for (const c of cause) columnStart[c + 1] = (columnStart[c + 1] ?? 0) + 1;
  for (let c = 0; c < causes; c++) columnStart[c + 1] = (columnStart[c + 1] ?? 0) + (columnStart[c] ?? 0);
  const next = columnStart.slice();
  const columnEntry = new Int32Array(cause.length);
  cause.forEach((c, entry) => {
    const at = next[c] ?? 0;
    columnEntry[at] = entry;
    next[c] = at + 1;
  });
  return { columnStart, columnEntry };
}

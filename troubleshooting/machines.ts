import type { KnowledgeGraph, Needs } from '../knowledge/compiler/types.ts';
import type { Finding } from '../reading/evidence.ts';

/** Facet -> kind of what is known of the machines. */
export type KnownMachines = ReadonlyMap<string, string>;

/** What findings tell of the machines. What was measured stands against what was said; two kinds of equal standing tell nothing. */
export function machinesKnown(graph: KnowledgeGraph, findings: readonly Finding[]): KnownMachines {
  const known = new Map<string, string>();
  for (const [facet, kindOf] of graph.machines) {
    const kinds = (basis: Finding['basis']): Set<string> =>
      new Set(findings.filter((each) => each.basis === basis).flatMap(({ answer }) => kindOf.get(answer) ?? []));
    const measured = kinds('measured');
    const [kind, ...others] = measured.size > 0 ? measured : kinds('told');
    if (kind !== undefined && others.length === 0) known.set(facet, kind);
  }
  return known;
}

export function fits(needs: Needs, known: KnownMachines): boolean {
  return Object.entries(needs).every(([facet, kinds]) => {
    const kind = known.get(facet);
    return kind === undefined || kinds.includes(kind);
  });
}

/** Fixes and diagnostics of the graph that these machines cannot have, by their ids. */
export function misfits(graph: KnowledgeGraph, known: KnownMachines): { readonly fixes: readonly string[]; readonly diagnostics: readonly string[] } {
  if (known.size === 0) return { fixes: [], diagnostics: [] };
  const unfit = (all: ReadonlyMap<string, { readonly id: string; readonly needs: Needs }>): string[] =>
    [...all.values()].filter(({ needs }) => !fits(needs, known)).map(({ id }) => id);
  return { fixes: unfit(graph.fixes), diagnostics: unfit(graph.diagnostics) };
}

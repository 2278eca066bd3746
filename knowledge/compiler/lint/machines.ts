import type { Fault } from '../finding.ts';
import type { Library, Shelf, Written } from '../library.ts';
import { dangling } from './references.ts';

/** Kinds of machine are told by answers that exist, and needed by the names that the table gives them. */
export function unknownMachines(library: Library): Fault[] {
  const { machines } = library;
  const answers = shelfOf([...library.questions.values()].flatMap(({ value }) => value.answers));
  const told = Object.entries(machines?.value ?? {}).flatMap(([facet, kinds]) =>
    Object.entries(kinds).flatMap(([kind, findings]) =>
      findings.flatMap((finding, index) => (machines && !answers.has(finding) ? [dangling('answer', finding, { file: machines.file, path: [...machines.path, facet, kind, index] }, answers)] : [])),
    ),
  );
  const facets = shelfOf(Object.keys(machines?.value ?? {}));
  const needed = [...library.fixes.values(), ...library.diagnostics.values()].flatMap(({ file, path, value: { needs } }) =>
    Object.entries(needs ?? {}).flatMap(([facet, kinds]) => {
      const at = { file, path: [...path, 'needs', facet] };
      if (!facets.has(facet)) return [dangling('facet of machines', facet, at, facets)];
      const known = shelfOf(Object.keys(machines?.value[facet] ?? {}));
      return kinds.flatMap((kind) => (known.has(kind) ? [] : [dangling(`kind of ${facet}`, kind, at, known)]));
    }),
  );
  return [...told, ...needed];
}

function shelfOf(ids: readonly string[]): Shelf<string> {
  return new Map(ids.map((id): [string, Written<string>] => [id, { id, value: id, file: '', path: [] }]));
}

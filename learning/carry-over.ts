import type { KnowledgeGraph, Role } from '../knowledge/compiler/types.ts';
import type { LearnedParameters } from '../troubleshooting/parameters.ts';
import { authoredNumbers, pathOf, type NumberPath } from './pins.ts';

export interface CarriedOver {
  readonly parameters: LearnedParameters;
  /** What could not be taken along, by kind and id, each once. */
  readonly leftOut: readonly string[];
}

/**
 * Parameters of another version of the graph, for this one. A number is taken along where what it belongs to is still
 * there and the author has not changed the number since: an author's change goes before what was learned about the old one.
 * @param then the author's numbers that the parameters took the place of, as they were.
 */
export function carryOver(graph: KnowledgeGraph, parameters: LearnedParameters, then: Readonly<Record<NumberPath, number>>): CarriedOver {
  const now = authoredNumbers(graph);
  const leftOut: string[] = [];
  const unchanged = (path: NumberPath): boolean => {
    const before = then[path];
    const after = now.get(path);
    return after !== undefined && (before === undefined || Math.abs(before - after) <= 1e-9);
  };
  const kept = <V>(table: Readonly<Record<string, V>>, name: string, keep: (id: string, value: V) => boolean): Record<string, V> => {
    const entries = Object.entries(table);
    const good = entries.filter(([id, value]) => keep(id, value));
    if (good.length < entries.length) leftOut.push(...entries.filter((entry) => !good.includes(entry)).map(([id]) => `${name} ${id}`));
    return Object.fromEntries(good);
  };
  const rows = <V>(table: Readonly<Record<string, Readonly<Record<string, V>>>>, name: string, keep: (id: string, cause: string, value: V) => boolean): Record<string, Record<string, V>> => {
    const carried = Object.entries(table).map(([id, row]): [string, Record<string, V>] => [id, kept(row, `${name} ${id}`, (cause, value) => keep(id, cause, value))]);
    return Object.fromEntries(carried.filter(([, row]) => Object.keys(row).length > 0));
  };

  return {
    parameters: {
      graphVersion: graph.version,
      // Priors sum to 1 together: a part of them means nothing.
      priors: kept(parameters.priors, 'priors', (problem, row) => {
        const causes = [...(graph.problems.get(problem)?.priors.keys() ?? [])];
        return causes.length === Object.keys(row).length && causes.every((cause) => cause in row && unchanged(pathOf('prior', problem, cause)));
      }),
      solves: rows(parameters.solves, 'solves', (fix, cause) => unchanged(pathOf('solves', fix, cause))),
      ceilings: rows(parameters.ceilings, 'ceiling', (family, cause) => graph.families.has(family) && graph.causes.has(cause)),
      answers: rows(parameters.answers, 'answers', (question, cause, row) => {
        const answers = graph.questions.get(question)?.answers ?? [];
        return answers.length === row.length && answers.every(({ id }, index) => {
          const path = pathOf('answer', question, cause, id);
          // A number that learning did not move is the author's; where it is another one, the answers have changed places.
          return then[path] === undefined ? Math.abs((now.get(path) ?? -1) - (row[index] ?? -2)) <= 1e-6 : unchanged(path);
        });
      }),
      capabilities: kept(parameters.capabilities as Readonly<Record<Role, number>>, 'capability', (role) => unchanged(pathOf('capability', role))),
    },
    leftOut,
  };
}

import type { Library } from './library.ts';
import type { Links } from './links.ts';
import { separates } from './separation.ts';
import type { Problem, Question } from './types.ts';

/** Problem -> its questions, by id. */
type ByProblem = ReadonlyMap<string, readonly Question[]>;

/**
 * What each problem asks, and what else counts there when it is told. Measured questions are asked wherever they bear on a
 * cause; told ones in the families that speak of them, where their answers separate causes.
 * @param telling ids of questions that tell the population; they are heard wherever they bear on a cause
 */
export function questionsByProblem(
  library: Library,
  links: Links,
  problems: ReadonlyMap<string, Problem>,
  questions: ReadonlyMap<string, Question>,
  telling: readonly string[],
): { readonly asked: ByProblem; readonly heard: ByProblem } {
  const homes = new Set([...library.problems.values()].map(({ file }) => file));
  const asked = new Map<string, readonly Question[]>();
  const heard = new Map<string, readonly Question[]>();
  for (const problem of problems.values()) {
    const home = library.problems.get(problem.id)?.file ?? '';
    const counting = countingOn(home, homes, problem, questions, links);
    const askable = counting.filter((each) => each.kind === 'measured' || (isOfFamily(each.id, home, homes, library, links) && separates(each, problem)));
    const population = telling.filter((id) => [...problem.priors.keys()].some((cause) => questions.get(id)?.likelihood.has(cause)));
    asked.set(problem.id, askable);
    heard.set(problem.id, inOrder(questions, [...population, ...counting.map(({ id }) => id)]).filter((each) => !askable.includes(each)));
  }
  return { asked, heard };
}

/** By id, so that the order of files and of lines does not matter. */
export function inOrder<T>(shelf: ReadonlyMap<string, T>, ids: readonly string[]): T[] {
  return [...new Set(ids)].sort().flatMap((id) => shelf.get(id) ?? []);
}

/**
 * Questions that bear on a cause of the problem and make sense where it stands: what is measured always does;
 * what is told counts in the families whose file speaks of it, since a shared cause does not make
 * "what does the warning say?" a question to somebody who saw no warning. Files without problems speak for all.
 */
function countingOn(home: string, homes: ReadonlySet<string>, problem: Problem, questions: ReadonlyMap<string, Question>, links: Links): Question[] {
  const fits = (id: string): boolean => {
    if (questions.get(id)?.kind === 'measured') return true;
    const files = [...(links.speaksOf.get(id) ?? [])];
    return files.includes(home) || files.some((file) => !homes.has(file));
  };
  return inOrder(questions, [...problem.priors.keys()].flatMap((cause) => [...(links.evidence.get(cause)?.keys() ?? [])].filter(fits)));
}

/** A cause that belongs to no family may be known by a family's question; that does not make it a question of other families. */
function isOfFamily(question: string, home: string, homes: ReadonlySet<string>, library: Library, links: Links): boolean {
  const itself = library.questions.get(question)?.file ?? home;
  return !homes.has(itself) || links.speaksOf.get(question)?.has(home) === true;
}

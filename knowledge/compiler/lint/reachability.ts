import type { Fault } from '../finding.ts';
import { linksOf } from '../links.ts';
import type { Library, Written } from '../library.ts';
import type { ProblemRecord } from '../schema.ts';

/** Two causes count as told apart when some answer is this much likelier under one of them. */
const TELLING = 0.1;

/** What no conversation could ever reach, what nothing could ever help, and what nothing could ever tell apart. */
export function reachability(library: Library): Fault[] {
  const inPlay = new Set([...library.problems.values()].flatMap((problem) => Object.keys(problem.value.priors)));
  const links = linksOf(library);
  const faults: Fault[] = [];
  for (const cause of library.causes.values()) {
    if (cause.id === 'unknown') continue;
    if (!inPlay.has(cause.id)) faults.push(unreachableCause(cause));
    if (!links.fixesOf.get(cause.id)?.size) faults.push(hopelessCause(cause));
  }
  for (const fix of library.fixes.values()) {
    const causes = [...(links.solves.get(fix.id)?.keys() ?? [])];
    if (causes.length > 0 && !causes.some((cause) => inPlay.has(cause))) faults.push(unreachable('fix', fix));
  }
  for (const question of library.questions.values()) {
    const causes = [...(links.likelihood.get(question.id)?.keys() ?? [])];
    if (!causes.some((cause) => inPlay.has(cause))) faults.push(unreachable('question', question));
  }
  for (const diagnostic of library.diagnostics.values()) {
    if (!links.answeredBy.get(diagnostic.id)?.size) faults.push(unreachable('diagnostic', diagnostic));
  }
  for (const problem of library.problems.values()) faults.push(...indistinguishable(library, problem, links.evidence));
  return faults;
}

function indistinguishable(library: Library, problem: Written<ProblemRecord>, rows: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>): Fault[] {
  const causes = Object.keys(problem.value.priors).filter((cause) => cause !== 'unknown');
  const faults: Fault[] = [];
  const row = (cause: string, question: string): readonly number[] =>
    rows.get(cause)?.get(question) ?? library.questions.get(question)?.value.otherwise ?? [];
  causes.forEach((a, index) => {
    for (const b of causes.slice(index + 1)) {
      const questions = new Set([...(rows.get(a)?.keys() ?? []), ...(rows.get(b)?.keys() ?? [])]);
      const told = [...questions].some((question) => differ(row(a, question), row(b, question)));
      if (!told) faults.push(alike(problem, a, b));
    }
  });
  return faults;
}

function differ(a: readonly number[], b: readonly number[]): boolean {
  return a.some((probability, index) => Math.abs(probability - (b[index] ?? 0)) >= TELLING);
}

function alike(problem: Written<unknown>, a: string, b: string): Fault {
  return {
    rule: 'indistinguishable-causes',
    severity: 'warning',
    at: { file: problem.file, path: [...problem.path, 'priors', b] },
    what: `In "${problem.id}" no evidence tells "${a}" and "${b}" apart.`,
    why: 'Their order will never change, whatever the person says.',
    remedy: 'Add a question or a diagnostic whose answers differ between them, or make them one cause.',
  };
}

function unreachableCause(cause: Written<unknown>): Fault {
  return {
    rule: 'unreachable-cause',
    at: cause,
    what: `The cause "${cause.id}" stands in no problem.`,
    why: 'It could never be believed.',
    remedy: 'Give it a prior in a problem, or take it out.',
  };
}

function hopelessCause(cause: Written<unknown>): Fault {
  return {
    rule: 'cause-without-fix',
    at: cause,
    what: `No fix solves the cause "${cause.id}".`,
    why: 'Finding it out would help nobody.',
    remedy: 'Name it under `solves` of a fix; asking the right person to do something is a fix too.',
  };
}

function unreachable(kind: string, record: Written<unknown>): Fault {
  return {
    rule: `unreachable-${kind}`,
    at: record,
    what: `The ${kind} "${record.id}" bears on no cause of any problem.`,
    why: 'It could never be offered.',
    remedy: 'Connect it to a cause that has a prior in a problem, or take it out.',
  };
}

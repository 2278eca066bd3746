import type { Fault, Path } from '../finding.ts';
import type { Library, Written } from '../library.ts';

const TOLERANCE = 0.005;

/** Distributions have one number an answer and sum to 1; every problem reserves room for what nobody thought of. */
export function probabilities(library: Library): Fault[] {
  const faults: Fault[] = [];
  const check = (row: readonly number[], answers: number, record: Written<unknown>, ...path: Path): void => {
    const at = { file: record.file, path: [...record.path, ...path] };
    if (row.length !== answers) faults.push(wrongLength(row, answers, at));
    else if (Math.abs(row.reduce((sum, each) => sum + each, 0) - 1) > TOLERANCE) faults.push(wrongSum(row, at));
  };
  for (const question of library.questions.values()) {
    const answers = question.value.answers.length;
    check(question.value.otherwise, answers, question, 'otherwise');
    for (const [cause, row] of Object.entries(question.value.likelihood)) check(row, answers, question, 'likelihood', cause);
  }
  for (const cause of library.causes.values()) {
    for (const [id, row] of Object.entries(cause.value.evidence ?? {})) {
      const question = library.questions.get(id);
      if (!question) continue;
      check(row, question.value.answers.length, cause, 'evidence', id);
      if (question.value.likelihood[cause.id]) faults.push(twice(cause, id, question.file));
    }
  }
  const { populations } = library;
  if (populations) {
    const { shares, causes, tells } = populations.value;
    check(shares, shares.length, populations, 'shares');
    for (const [cause, row] of Object.entries(causes)) check(row, row.length, populations, 'causes', cause);
    for (const [id, rows] of Object.entries(tells)) {
      const answers = library.questions.get(id)?.value.answers.length;
      if (answers === undefined) continue;
      for (const [population, row] of Object.entries(rows)) check(row, answers, populations, 'tells', id, population);
    }
  }
  for (const problem of library.problems.values()) {
    if (problem.value.priors['unknown'] === undefined) faults.push(noUnknown(problem));
  }
  return faults;
}

function wrongLength(row: readonly number[], answers: number, at: Fault['at']): Fault {
  return {
    rule: 'probability-sum',
    at,
    what: `${row.length} probabilities stand here for ${answers} answers.`,
    why: 'Each answer needs its own, in the order of `answers`.',
    remedy: `Write ${answers} numbers that sum to 1.`,
  };
}

function wrongSum(row: readonly number[], at: Fault['at']): Fault {
  const sum = row.reduce((total, each) => total + each, 0);
  return {
    rule: 'probability-sum',
    at,
    what: `[${row.join(', ')}] sums to ${sum.toFixed(3)}.`,
    why: 'One of the answers is always given, so their probabilities sum to 1.',
    remedy: 'Correct the numbers.',
  };
}

function twice(cause: Written<unknown>, question: string, file: string): Fault {
  return {
    rule: 'duplicate-id',
    at: { file: cause.file, path: [...cause.path, 'evidence', question] },
    what: `How "${cause.id}" answers "${question}" stands in ${file} as well.`,
    why: 'Only one of the two would count.',
    remedy: 'Keep one of them.',
  };
}

function noUnknown(problem: Written<unknown>): Fault {
  return {
    rule: 'no-unknown',
    at: { file: problem.file, path: [...problem.path, 'priors'] },
    what: `The problem "${problem.id}" has no prior for "unknown".`,
    why: 'Without room for what nobody thought of, the assistant never learns that it should call a person.',
    remedy: 'Add `unknown` to priors, such as 6 of 100.',
  };
}

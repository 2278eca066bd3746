import type { Library } from './library.ts';
import type { Chance } from './schema.ts';

type Rows<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;

/** Facts gathered from wherever they are written: at the fix or at the cause, at the question or at the cause, at either of two questions. */
export interface Links {
  /** Fix -> cause -> chance. */
  readonly solves: Rows<Chance>;
  /** Cause -> the fixes that solve it. */
  readonly fixesOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Question -> cause -> row. */
  readonly likelihood: Rows<readonly number[]>;
  /** Cause -> question -> row. */
  readonly evidence: Rows<readonly number[]>;
  /** Question -> the files whose own questions or causes speak of it. */
  readonly speaksOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Diagnostic -> questions that it answers. */
  readonly answeredBy: ReadonlyMap<string, ReadonlySet<string>>;
  /** Question -> the first diagnostic that answers it. */
  readonly diagnosticOf: ReadonlyMap<string, string>;
  /** Question -> questions about the same fact, both ways. */
  readonly excludes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One pass over the library; time grows with the number of links. */
export function linksOf(library: Library): Links {
  const solves = new Map<string, Map<string, Chance>>();
  const fixesOf = new Map<string, Set<string>>();
  const likelihood = new Map<string, Map<string, readonly number[]>>();
  const evidence = new Map<string, Map<string, readonly number[]>>();
  const speaksOf = new Map<string, Set<string>>();
  const answeredBy = new Map<string, Set<string>>();
  const diagnosticOf = new Map<string, string>();
  const excludes = new Map<string, Set<string>>();

  const solve = (fix: string, cause: string, chance: Chance): void => {
    mapAt(solves, fix).set(cause, chance);
    setAt(fixesOf, cause).add(fix);
  };
  const answer = (question: string, cause: string, row: readonly number[]): void => {
    mapAt(likelihood, question).set(cause, row);
    mapAt(evidence, cause).set(question, row);
  };
  for (const { id, value } of library.fixes.values()) {
    for (const [cause, chance] of Object.entries(value.solves)) solve(id, cause, chance);
  }
  for (const { id, value } of library.diagnostics.values()) {
    for (const question of value.answers) {
      setAt(answeredBy, id).add(question);
      if (!diagnosticOf.has(question)) diagnosticOf.set(question, id);
    }
  }
  for (const { id, value, file } of library.questions.values()) {
    setAt(speaksOf, id).add(file);
    for (const [cause, row] of Object.entries(value.likelihood)) answer(id, cause, row);
    if (value.diagnostic) {
      setAt(answeredBy, value.diagnostic).add(id);
      diagnosticOf.set(id, value.diagnostic);
    }
    for (const other of value.excludes) {
      setAt(excludes, id).add(other);
      setAt(excludes, other).add(id);
    }
  }
  for (const { id, value, file } of library.causes.values()) {
    for (const question of Object.keys(value.evidence ?? {})) setAt(speaksOf, question).add(file);
    for (const [fix, chance] of Object.entries(value.solvedBy ?? {})) solve(fix, id, chance);
    for (const [question, row] of Object.entries(value.evidence ?? {})) answer(question, id, row);
  }
  return { solves, fixesOf, likelihood, evidence, speaksOf, answeredBy, diagnosticOf, excludes };
}

function mapAt<T>(outer: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const inner = outer.get(key) ?? new Map<string, T>();
  outer.set(key, inner);
  return inner;
}

function setAt(outer: Map<string, Set<string>>, key: string): Set<string> {
  const inner = outer.get(key) ?? new Set<string>();
  outer.set(key, inner);
  return inner;
}

import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import { clampProbability } from '../troubleshooting/model.ts';
import type { LearnedParameters } from '../troubleshooting/parameters.ts';
import { mapNested } from './fit.ts';
import type { Session } from './sessions.ts';
import { ceilingFor, type Tables } from './tables.ts';

/** e ^ 1.5: learned odds stay within this factor of the author's while few people have reported. */
const ODDS_FACTOR = 4.4816890703;
/** Distinct reporters after which the factor has doubled. */
const REPORTERS = 100;

/** Bounds what a few reporters can do: odds within a factor of the author's that widens with the number of reporters. */
export function clampToAuthor(author: Tables, learned: Tables, sessions: readonly Session[]): Tables {
  const everyone = factorFor(sessions);
  const nested = (table: Map<string, Map<string, number>>, authors: Map<string, Map<string, number>>): Map<string, Map<string, number>> =>
    mapNested(table, (p, outer, inner) => clampOdds(p, authors.get(outer)?.get(inner) ?? p, everyone));
  return {
    priors: new Map(
      [...learned.priors].map(([problem, row]) => {
        const factor = factorFor(sessions.filter((session) => session.problem === problem));
        const clamped = [...row].map(([cause, p]): [string, number] => [cause, clampOdds(p, author.priors.get(problem)?.get(cause) ?? p, factor)]);
        return [problem, new Map(normalised(clamped))];
      }),
    ),
    chances: nested(learned.chances, author.chances),
    ceilings: nested(learned.ceilings, author.ceilings),
    answers: mapNested(learned.answers, (row, question, cause) => {
      const authors = author.answers.get(question)?.get(cause) ?? row;
      const clamped = row.map((p, index) => clampOdds(p, authors[index] ?? p, everyone));
      const sum = clamped.reduce((total, p) => total + p, 0);
      return clamped.map((p) => p / sum);
    }),
    capabilities: new Map([...learned.capabilities].map(([role, p]) => [role, clampOdds(p, author.capabilities.get(role) ?? p, everyone)])),
  };
}

function factorFor(sessions: readonly Session[]): number {
  return ODDS_FACTOR * (1 + new Set(sessions.map((session) => session.reporter)).size / REPORTERS);
}

function clampOdds(p: number, author: number, factor: number): number {
  const odds = author / (1 - author);
  const low = odds / factor;
  const high = odds * factor;
  return Math.min(high / (1 + high), Math.max(low / (1 + low), p));
}

function normalised(row: readonly [string, number][]): [string, number][] {
  const sum = row.reduce((total, [, p]) => total + p, 0);
  return row.map(([cause, p]) => [cause, p / sum]);
}

/** A copy whose tables may be written to. */
export function parametersFrom(parameters: LearnedParameters): Writable {
  return {
    graphVersion: parameters.graphVersion,
    priors: { ...parameters.priors },
    solves: { ...parameters.solves },
    ceilings: { ...parameters.ceilings },
    answers: { ...parameters.answers },
    capabilities: { ...parameters.capabilities },
  };
}

type Writable = {
  -readonly [Key in keyof LearnedParameters]: LearnedParameters[Key] extends string ? string : { -readonly [Id in keyof LearnedParameters[Key]]: LearnedParameters[Key][Id] };
};

/** Numbers for which some conversation said something, rounded so that they read the same everywhere. */
export function parametersOf(graph: KnowledgeGraph, author: Tables, tables: Tables, sessions: readonly Session[]): LearnedParameters {
  const problems = new Set(sessions.map((session) => session.problem));
  const solves = mapNested(tables.chances, (chance, id, cause) => {
    const fix = graph.fixes.get(id);
    return fix ? clampProbability(chance * ceilingFor(tables.ceilings, fix, cause)) : chance;
  });
  const authoredSolves = mapNested(author.chances, (chance, id, cause) => {
    const fix = graph.fixes.get(id);
    return fix ? clampProbability(chance * ceilingFor(author.ceilings, fix, cause)) : chance;
  });
  return {
    graphVersion: graph.version,
    priors: record([...tables.priors].filter(([problem]) => problems.has(problem)).map(([problem, row]) => [problem, record([...row].map(rounded))])),
    solves: moved(solves, authoredSolves),
    ceilings: moved(tables.ceilings, author.ceilings),
    answers: record(
      [...tables.answers].flatMap(([question, rows]) => {
        const kept = [...rows].filter(([cause, row]) => row.some((p, index) => differs(p, author.answers.get(question)?.get(cause)?.[index])));
        return kept.length === 0 ? [] : [[question, record(kept.map(([cause, row]) => [cause, row.map(round)]))]];
      }),
    ),
    capabilities: record([...tables.capabilities].filter(([role, p]) => differs(p, author.capabilities.get(role))).map(rounded)),
  };
}

function moved(table: Map<string, Map<string, number>>, author: Map<string, Map<string, number>>): Record<string, Record<string, number>> {
  return record(
    [...table].flatMap(([outer, row]) => {
      const kept = [...row].filter(([inner, p]) => differs(p, author.get(outer)?.get(inner)));
      return kept.length === 0 ? [] : [[outer, record(kept.map(rounded))]];
    }),
  );
}

function differs(p: number, author: number | undefined): boolean {
  return author === undefined || Math.abs(p - author) > 1e-9;
}

function round(p: number): number {
  return Number(p.toPrecision(9));
}

function rounded<K>([key, p]: readonly [K, number]): [K, number] {
  return [key, round(p)];
}

function record<V>(entries: (readonly [string, V])[]): Record<string, V> {
  return Object.fromEntries(entries);
}

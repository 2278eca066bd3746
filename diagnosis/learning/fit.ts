import type { KnowledgeGraph } from '../../knowledge/types.ts';
import type { LearnedParameters } from '../troubleshooting/parameters.ts';
import { clampToAuthor, parametersOf } from './clamp.ts';
import type { WeightedProfile } from './counts.ts';
import { responsibilities } from './expectation.ts';
import { shrunkPriors } from './priors.ts';
import { sessionsOf, type Session } from './sessions.ts';
import { authored, type Tables } from './tables.ts';

/** How many conversations the author's word is worth, by kind of number. */
export const AUTHOR_WEIGHT = { prior: 30, chance: 8, ceiling: 8, answer: 20, capability: 10 } as const;

const ITERATIONS = 12;

/**
 * Learned numbers from profiles: maximum a posteriori by expectation maximisation, with the author's numbers as
 * pseudo-counts, started from the author's numbers, so the result depends on the profiles alone. Offline; pure.
 */
export function fit(graph: KnowledgeGraph, profiles: readonly WeightedProfile[]): LearnedParameters {
  const author = authored(graph);
  const sessions = sessionsOf(graph, profiles);
  let tables = author;
  for (let iteration = 0; iteration < ITERATIONS; iteration++) tables = improve(graph, author, tables, sessions);
  return parametersOf(graph, author, clampToAuthor(author, tables, sessions), sessions);
}

/** One round: responsibilities under the present numbers, then the numbers that fit them best. */
function improve(graph: KnowledgeGraph, author: Tables, tables: Tables, sessions: readonly Session[]): Tables {
  const tally = new Tally();
  for (const session of sessions) {
    for (const responsibility of responsibilities(tables, session, graph.leak)) {
      const amount = responsibility.probability * session.weight;
      if (amount > 1e-9) tally.add(session, responsibility.cause, responsibility.working, amount, author);
    }
    for (const [role, can] of session.capabilities) tally.bump(`capability ${role}`, can ? session.weight : 0, session.weight);
  }
  const { prior, chance, ceiling, answer, capability } = AUTHOR_WEIGHT;
  return {
    priors: shrunkPriors(author.priors, tally.causes, prior),
    chances: mapNested(author.chances, (p, fix, cause) => tally.posterior(`chance ${fix} ${cause}`, p, chance)),
    ceilings: mapNested(author.ceilings, (p, family, cause) => tally.posterior(`ceiling ${family} ${cause}`, p, ceiling)),
    answers: mapNested(author.answers, (row, question, cause) => {
      const counts = row.map((p, index) => p * answer + tally.of(`answer ${question} ${index} ${cause}`).successes);
      const sum = counts.reduce((total, count) => total + count, 0);
      return counts.map((count) => count / sum);
    }),
    capabilities: new Map([...author.capabilities].map(([role, p]) => [role, tally.posterior(`capability ${role}`, p, capability)])),
  };
}

/** Expected counts. */
class Tally {
  /** Problem -> cause -> conversations. */
  readonly causes = new Map<string, Map<string, number>>();
  private readonly counts = new Map<string, { successes: number; trials: number }>();

  add(session: Session, cause: string, working: readonly number[], amount: number, author: Tables): void {
    const causes = this.causes.get(session.problem) ?? new Map<string, number>();
    this.causes.set(session.problem, causes.set(cause, (causes.get(cause) ?? 0) + amount));
    for (const { question, answer, word } of session.answers) {
      // A word speaks of the cause; how often the tool shows what is learned from the tool.
      if (!word) this.bump(`answer ${question} ${answer} ${cause}`, amount, amount);
    }
    session.trials.forEach((trial, index) => {
      const alive = amount * (working[index] ?? 1);
      const listed = (fix: string): boolean => author.chances.get(fix)?.has(cause) ?? false;
      for (const fix of trial.failed) {
        if (listed(fix)) this.bump(`chance ${fix} ${cause}`, 0, alive);
      }
      const helped = trial.solvedBy !== undefined && listed(trial.solvedBy);
      if (helped) this.bump(`chance ${trial.solvedBy} ${cause}`, amount, amount);
      if (trial.family !== undefined && (helped || trial.failed.some(listed))) this.bump(`ceiling ${trial.family} ${cause}`, alive, amount);
    });
  }

  bump(key: string, successes: number, trials: number): void {
    const count = this.counts.get(key) ?? { successes: 0, trials: 0 };
    count.successes += successes;
    count.trials += trials;
    this.counts.set(key, count);
  }

  of(key: string): { readonly successes: number; readonly trials: number } {
    return this.counts.get(key) ?? { successes: 0, trials: 0 };
  }

  posterior(key: string, authorP: number, authorWeight: number): number {
    const { successes, trials } = this.of(key);
    return (authorWeight * authorP + successes) / (authorWeight + trials);
  }
}

export function mapNested<V, W>(
  table: ReadonlyMap<string, ReadonlyMap<string, V>>,
  change: (value: V, outer: string, inner: string) => W,
): Map<string, Map<string, W>> {
  return new Map([...table].map(([outer, row]) => [outer, new Map([...row].map(([inner, value]) => [inner, change(value, outer, inner)]))]));
}

import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { LearnedParameters } from '../troubleshooting/parameters.ts';
import { clampToAuthor, parametersOf } from './clamp.ts';
import type { WeightedProfile } from './counts.ts';
import { Dice } from './dice.ts';
import { count, explanationsOf, weigh, type Explanation } from './expectation.ts';
import { sharedCentres } from './priors.ts';
import { sessionsOf, type Session } from './sessions.ts';
import { authored, type Tables } from './tables.ts';

const ITERATIONS = 12;

/**
 * Learned numbers from profiles: maximum a posteriori by expectation maximisation, started from the author's numbers,
 * so the result depends on the profiles alone. Offline; pure; plain arithmetic, so that every instance fits
 * the same bits.
 */
export function fit(graph: KnowledgeGraph, profiles: readonly WeightedProfile[]): LearnedParameters {
  const author = authored(graph);
  const sessions = sessionsOf(graph, profiles);
  return parametersOf(graph, author, clampToAuthor(author, fitTables(author, sessions, graph.leak), sessions), sessions);
}

/** What fits the sessions best under what the author's errors are held to be; before any clamp. */
export function fitTables(author: Tables, sessions: readonly Session[], leak: number): Tables {
  const dice = new Dice(author);
  const cases = distinct(sessions).map((session) => ({ weight: session.weight, explanations: explanationsOf(dice, session, leak) }));
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    for (const { weight, explanations } of cases) expect(explanations, weight);
    for (const { capabilities, weight } of sessions) {
      for (const [role, can] of capabilities) {
        const die = dice.capability(role);
        if (die) die.counts[can ? 0 : 1]! += weight;
      }
    }
    dice.settle(sharedCentres(author.priors, dice.causeCounts()));
  }
  return dice.tables();
}

function expect(explanations: readonly Explanation[], weight: number): void {
  weigh(explanations).forEach(({ probability, working }, index) => {
    const amount = probability * weight;
    if (amount > 1e-9) count(explanations[index]!, working, amount);
  });
}

/** Sessions that say the same of the cause, taken together. */
function distinct(sessions: readonly Session[]): Session[] {
  const found = new Map<string, Session>();
  for (const session of sessions) {
    const key = JSON.stringify([session.problem, session.answers, session.trials, session.confirmed]);
    const known = found.get(key);
    found.set(key, known ? { ...known, weight: known.weight + session.weight } : session);
  }
  return [...found.values()];
}

export function mapNested<V, W>(
  table: ReadonlyMap<string, ReadonlyMap<string, V>>,
  change: (value: V, outer: string, inner: string) => W,
): Map<string, Map<string, W>> {
  return new Map([...table].map(([outer, row]) => [outer, new Map([...row].map(([inner, value]) => [inner, change(value, outer, inner)]))]));
}

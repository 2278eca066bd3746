import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { LearnedParameters } from '../troubleshooting/parameters.ts';
import { clampToAuthor, parametersOf } from './clamp.ts';
import type { WeightedProfile } from './counts.ts';
import { AUTHOR_ERROR } from './dice.ts';
import { exponential } from './exponential.ts';
import { fitTables } from './fit.ts';
import { sessionsOf } from './sessions.ts';
import { authored, ceilingFor, type Tables } from './tables.ts';

/** Uniform on [0, 1). */
type Random = () => number;

/**
 * Numbers that the truth may have, as likely as author and profiles together make them: for conversations that are to
 * find out. Greedy numbers that say "fetch a person at once" are never contradicted; a draw now and then tries what may
 * help after all. Randomised maximum a posteriori (ensemble sampling, Lu & Van Roy 2017): the author's numbers are moved
 * by their own error and the profiles are drawn again, then both are fitted as always.
 *
 * Nobody is put at risk for the sake of learning: fixes with a price on their risk keep the numbers of `fitted`, and so
 * do those that weaken security. A draw passes no release gate; use it for a share of the conversations, and keep one
 * draw for the whole of a conversation.
 */
export function posteriorDraw(graph: KnowledgeGraph, profiles: readonly WeightedProfile[], fitted: LearnedParameters, random: Random): LearnedParameters {
  const author = authored(graph);
  const sessions = sessionsOf(graph, profiles);
  // Each profile counts twice or not at all: mean 1, variance 1, as in the bootstrap.
  const again = sessions.flatMap((session) => (random() < 0.5 ? [] : [{ ...session, weight: 2 * session.weight }]));
  const believed = moved(author, random);
  const drawn = parametersOf(graph, author, clampToAuthor(author, fitTables(believed, again, graph.leak), sessions), sessions);
  return { ...drawn, solves: withoutRisk(graph, author, drawn.solves, fitted.solves) };
}

/** The author's numbers as they would be if they were wrong by as much as authors are. */
function moved(author: Tables, random: Random): Tables {
  const coin = (error: number) => (p: number): number => {
    const odds = (p / (1 - p)) * exponential(error * normal(random));
    return p > 0 && p < 1 ? odds / (1 + odds) : p;
  };
  const row = (ps: readonly number[], error: number): number[] => {
    const weights = ps.map((p) => p * exponential(error * normal(random)));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  };
  return {
    priors: mapRows(author.priors, (priors) => {
      const drawn = row([...priors.values()], AUTHOR_ERROR.prior);
      return new Map([...priors.keys()].map((cause, index) => [cause, drawn[index]!]));
    }),
    chances: mapRows(author.chances, (chances) => mapRows(chances, coin(AUTHOR_ERROR.chance))),
    ceilings: mapRows(author.ceilings, (ceilings) => mapRows(ceilings, coin(AUTHOR_ERROR.ceiling))),
    answers: mapRows(author.answers, (rows) => mapRows(rows, (ps) => row(ps, AUTHOR_ERROR.answer))),
    capabilities: mapRows(author.capabilities, coin(AUTHOR_ERROR.capability)),
  };
}

function withoutRisk(graph: KnowledgeGraph, author: Tables, drawn: LearnedParameters['solves'], fitted: LearnedParameters['solves']): LearnedParameters['solves'] {
  const solves = Object.entries(drawn).flatMap(([id, row]): [string, Readonly<Record<string, number>>][] => {
    const fix = graph.fixes.get(id);
    if (!fix || (fix.riskMinutes <= 0 && !fix.testOnly)) return [[id, row]];
    const kept = Object.keys(row).map((cause): [string, number] => {
      const authors = (author.chances.get(id)?.get(cause) ?? 0) * ceilingFor(author.ceilings, fix, cause);
      return [cause, fitted[id]?.[cause] ?? authors];
    });
    return [[id, Object.fromEntries(kept)]];
  });
  return Object.fromEntries(solves);
}

function mapRows<K, V, W>(table: ReadonlyMap<K, V>, change: (value: V) => W): Map<K, W> {
  return new Map([...table].map(([key, value]) => [key, change(value)]));
}

/** Nearly standard normal: twelve uniform numbers less their mean. */
function normal(random: Random): number {
  let sum = -6;
  for (let times = 0; times < 12; times++) sum += random();
  return sum;
}

import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import { clampProbability } from '../troubleshooting/model.ts';
import type { LearnedParameters } from '../troubleshooting/parameters.ts';
import type { WeightedProfile } from './counts.ts';
import { AUTHOR_ERROR } from './dice.ts';
import { responsibilities } from './expectation.ts';
import { pathOf, type LearnedNumber, type NumberPath } from './pins.ts';
import { sessionsOf, type Session } from './sessions.ts';
import { authored, ceilingFor, type Tables } from './tables.ts';

/** A learned number with what stands behind it. */
export interface SupportedNumber extends LearnedNumber {
  /** Conversations that the author's word is worth. */
  readonly pseudoCounts: number;
  /** Conversations that bear on it, weighted, each as far as it is held to have had the cause. */
  readonly conversations: number;
  /** 95 %. */
  readonly interval: readonly [number, number];
}

/**
 * What stands behind each number: the author as a normal error of the logarithm of the odds with deviation s, worth
 * 1 / (s^2 p (1 - p)) conversations, and n of them; both taken together make the interval on that scale.
 */
export function withSupport(
  graph: KnowledgeGraph,
  numbers: readonly LearnedNumber[],
  parameters: LearnedParameters,
  profiles: readonly WeightedProfile[],
): SupportedNumber[] {
  const bearing = conversationsFor(graph, parameters, sessionsOf(graph, profiles));
  return numbers.map((number) => {
    const error = AUTHOR_ERROR[kindOf(number.path)];
    const conversations = bearing.get(subjectOf(number.path)) ?? 0;
    const variance = number.used * (1 - number.used);
    const deviation = 1 / Math.sqrt(1 / (error * error) + conversations * variance);
    const logit = Math.log(number.used / (1 - number.used));
    const bound = (z: number): number => 1 / (1 + Math.exp(-(logit + z * deviation)));
    return { ...number, pseudoCounts: 1 / (error * error * number.authored * (1 - number.authored)), conversations, interval: [bound(-1.96), bound(1.96)] };
  });
}

function kindOf(path: NumberPath): keyof typeof AUTHOR_ERROR {
  const [kind] = path.split('|');
  if (kind === 'prior' || kind === 'answer' || kind === 'capability') return kind;
  return 'chance';
}

/** What a conversation bears on: all answers of a question and all causes of a problem together. */
function subjectOf(path: NumberPath): string {
  const [kind = '', first = '', second = ''] = path.split('|');
  return kind === 'prior' || kind === 'capability' ? pathOf(kind, first) : pathOf(kind, first, second);
}

function conversationsFor(graph: KnowledgeGraph, parameters: LearnedParameters, sessions: readonly Session[]): Map<string, number> {
  const tables = tablesUnder(graph, parameters);
  const found = new Map<string, number>();
  const add = (subject: string, amount: number): void => void found.set(subject, (found.get(subject) ?? 0) + amount);
  for (const session of sessions) {
    add(pathOf('prior', session.problem), session.weight);
    for (const [role] of session.capabilities) add(pathOf('capability', role), session.weight);
    for (const { cause, probability, working } of responsibilities(tables, session, graph.leak)) {
      const amount = probability * session.weight;
      for (const { question, word } of session.answers) {
        if (!word) add(pathOf('answer', question, cause), amount);
      }
      session.trials.forEach(({ failed, solvedBy }, index) => {
        for (const fix of failed) add(pathOf('solves', fix, cause), amount * (working[index] ?? 1));
        if (solvedBy !== undefined) add(pathOf('solves', solvedBy, cause), amount);
      });
    }
  }
  return found;
}

/** The author's tables with the learned numbers in their place. */
function tablesUnder(graph: KnowledgeGraph, parameters: LearnedParameters): Tables {
  const author = authored(graph);
  const over = <V>(table: ReadonlyMap<string, ReadonlyMap<string, V>>, learned: Readonly<Record<string, Readonly<Record<string, V>>>>): Map<string, Map<string, V>> =>
    new Map([...table].map(([id, row]) => [id, new Map([...row].map(([inner, p]) => [inner, learned[id]?.[inner] ?? p]))]));
  const ceilings = over(author.ceilings, parameters.ceilings);
  return {
    priors: over(author.priors, parameters.priors),
    ceilings,
    chances: new Map(
      [...author.chances].map(([id, row]) => {
        const fix = graph.fixes.get(id);
        const chance = (cause: string, p: number): number => {
          const learned = parameters.solves[id]?.[cause];
          return learned === undefined || !fix ? p : Math.min(1, clampProbability(learned) / ceilingFor(ceilings, fix, cause));
        };
        return [id, new Map([...row].map(([cause, p]) => [cause, chance(cause, p)]))];
      }),
    ),
    answers: over<number[]>(author.answers, parameters.answers as Readonly<Record<string, Readonly<Record<string, number[]>>>>),
    capabilities: new Map([...author.capabilities].map(([role, p]) => [role, parameters.capabilities[role] ?? p])),
  };
}

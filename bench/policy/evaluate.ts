import { cloneState, initialState, normalise, type BeliefState } from '../../troubleshooting/belief.ts';
import type { TroubleshootingModel } from '../../troubleshooting/model.ts';
import type { Policy } from '../../learning/simulation/people.ts';
import { keyOf } from '../../learning/simulation/evidence-key.ts';
import { outcomesOf } from './steps.ts';

/** Expectations over everything that can happen. */
export interface Evaluation {
  readonly minutes: number;
  /** P(solved before a person was fetched). */
  readonly solved: number;
  readonly turns: number;
  readonly asks: number;
  readonly fixes: number;
}

/**
 * Exact expectations of a policy, by walking the tree of outcomes; no sampling. The policy decides on the belief of
 * `bot`, the outcomes have the probabilities of `world`. Both have the same structure and may differ in every number.
 */
export function evaluate(world: TroubleshootingModel, policy: Policy, bot: TroubleshootingModel = world): Evaluation {
  const known = new Map<string, Evaluation>();
  const walk = (inWorld: BeliefState, inBot: BeliefState): Evaluation => {
    const key = keyOf(inWorld);
    const seen = known.get(key);
    if (seen) return seen;
    normalise(bot, inBot.weights);
    normalise(world, inWorld.weights);
    const choice = policy(bot, inBot);
    const total = { minutes: 0, solved: 0, turns: 1, asks: choice.type === 'ask' ? 1 : 0, fixes: 0 };
    for (const { probability, minutes, apply, solved } of outcomesOf(world, inWorld, choice)) {
      if (probability < 1e-12) continue;
      total.minutes += probability * minutes;
      if (solved) total.solved += probability;
      if (choice.type === 'fix' && (solved || minutes !== world.declineMinutes)) total.fixes += probability;
      if (!apply) continue;
      const nextWorld = cloneState(inWorld);
      const nextBot = cloneState(inBot);
      apply(world, nextWorld);
      apply(bot, nextBot);
      const rest = walk(nextWorld, nextBot);
      total.minutes += probability * rest.minutes;
      total.solved += probability * rest.solved;
      total.turns += probability * rest.turns;
      total.asks += probability * rest.asks;
      total.fixes += probability * rest.fixes;
    }
    known.set(key, total);
    return total;
  };
  return walk(initialState(world), initialState(bot));
}

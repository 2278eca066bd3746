import { cloneState, chanceNow, isAvailable, massOf, needsHandOver, normalise, type BeliefState } from '../../troubleshooting/belief.ts';
import { DecisionMaker, limitsFor, type Choice } from '../../troubleshooting/decide.ts';
import type { TroubleshootingModel } from '../../troubleshooting/model.ts';
import { BaseOrder } from '../../troubleshooting/base.ts';
import { ability, helpingMass, minutesNow } from '../../troubleshooting/belief.ts';
import type { Policy } from '../../learning/simulation/people.ts';
import { keyOf } from '../../learning/simulation/evidence-key.ts';
import { outcomesOf } from './steps.ts';

const ESCALATE: Choice = { type: 'escalate', index: -1 };
const fixStep = (index: number): Choice => ({ type: 'fix', index });

/** A reader of a list passes over what they may not do; nobody is asked on their behalf. */
function readerCan(model: TroubleshootingModel, state: BeliefState, fix: number): boolean {
  return isAvailable(model, state, fix) && !needsHandOver(model, state, fix);
}

/** Down the list to its end, then a person. */
export function fixedOrder(order: readonly number[]): Policy {
  return (model, state) => {
    const next = order.find((fix) => readerCan(model, state, fix));
    return next === undefined ? ESCALATE : fixStep(next);
  };
}

/**
 * Down the list as far as it pays, judged with the model's own numbers (an upper bound on what a list can do).
 * @param handOver whether what the person may not do is handed to an administrator when that pays.
 */
export function fixedOrderWithStop(order: readonly number[], handOver = false): Policy {
  const known = new Map<string, number>();
  const can = handOver ? isAvailable : readerCan;
  const value = (model: TroubleshootingModel, state: BeliefState): number => {
    const key = keyOf(state);
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const next = order.find((fix) => can(model, state, fix));
    const minutes = next === undefined ? Infinity : expected(model, state, next);
    known.set(key, Math.min(minutes, model.escalationMinutes));
    return Math.min(minutes, model.escalationMinutes);
  };
  const expected = (model: TroubleshootingModel, state: BeliefState, fix: number): number => {
    let minutes = 0;
    for (const outcome of outcomesOf(model, state, fixStep(fix))) {
      minutes += outcome.probability * outcome.minutes;
      if (!outcome.apply) continue;
      const next = cloneState(state);
      outcome.apply(model, next);
      normalise(model, next.weights);
      minutes += outcome.probability * value(model, next);
    }
    return minutes;
  };
  return (model, state) => {
    const next = order.find((fix) => can(model, state, fix));
    if (next === undefined) return ESCALATE;
    return expected(model, state, next) < model.escalationMinutes - 1e-9 ? fixStep(next) : ESCALATE;
  };
}

/** The likeliest cause's best fix; a person once the unknown is the likeliest. */
export const likeliestCauseFirst: Policy = (model, state) => {
  const causes = model.causes.map((_, cause) => cause).sort((a, b) => state.weights[b]! - state.weights[a]! || a - b);
  for (const cause of causes) {
    if (cause === model.unknown) return ESCALATE;
    let best = -1;
    let bestChance = 0.1;
    for (const entry of model.chances.columnEntry.slice(model.chances.columnStart[cause], model.chances.columnStart[cause + 1])) {
      const fix = model.chances.fix[entry]!;
      const chance = chanceNow(model, entry, state.failing);
      if (readerCan(model, state, fix) && chance > bestChance) {
        best = fix;
        bestChance = chance;
      }
    }
    if (best >= 0) return fixStep(best);
  }
  return ESCALATE;
};

/** Probability by cost, a person once that has the better ratio (the textbook rule), no questions. */
export function ratioRule(): Policy {
  return withScratch((model) => {
    const base = new BaseOrder(model, model.capabilities.length);
    return (state) => {
      base.value(state);
      const { fix } = base.first;
      if (fix < 0) return ESCALATE;
      const able = ability(model, state, fix);
      const helps = helpingMass(model, state, fix) / massOf(state.weights);
      const minutes = minutesNow(model, state, fix) + (1 - helps) * model.undoMinutes[fix]!;
      return (able * helps) / (able * minutes + (1 - able) * model.declineMinutes) > 1 / model.escalationMinutes ? fixStep(fix) : ESCALATE;
    };
  });
}

/** Probability by cost with the best-prefix stop, no questions. */
export const ratioWithStop = (): Policy => ours({ ask: false, deeper: false, rollout: false });
/** The same with myopic value of information: ask now or never. */
export const nowOrNever = (): Policy => ours({ ask: true, deeper: false, rollout: false });

/** The policy that ships, or parts of it. Decisions of a model are remembered by their set of evidence. */
export function ours(features = { ask: true, deeper: true, rollout: true }): Policy {
  return withScratch((model) => {
    const maker = new DecisionMaker(model, limitsFor(model), features);
    const known = new Map<string, Choice>();
    return (state) => {
      const key = keyOf(state);
      const seen = known.get(key);
      if (seen) return seen;
      const { choice } = maker.decide(state).chosen;
      known.set(key, choice);
      return choice;
    };
  });
}

function withScratch(make: (model: TroubleshootingModel) => (state: BeliefState) => Choice): Policy {
  const made = new WeakMap<TroubleshootingModel, (state: BeliefState) => Choice>();
  return (model, state) => {
    let decide = made.get(model);
    if (!decide) made.set(model, (decide = make(model)));
    return decide(state);
  };
}

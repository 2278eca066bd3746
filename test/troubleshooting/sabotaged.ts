import { ability, cloneState, helpingMass, isAvailable, minutesNow, normalise, type BeliefState } from '../../troubleshooting/belief.ts';
import { DecisionMaker, type Choice, type Valued } from '../../troubleshooting/decide.ts';
import type { TroubleshootingModel } from '../../troubleshooting/model.ts';
import type { Policy } from '../../learning/simulation/people.ts';
import { ratioWithStop } from '../../bench/policy/baselines.ts';

const ESCALATE: Choice = { type: 'escalate', index: -1 };

/** The policy that ships, each time with one thing broken. A measure that does not tell them from it measures nothing. */
export function sabotaged(): readonly [string, Policy][] {
  return [
    ['fetches a person at once', () => ESCALATE],
    ['never fetches a person while a fix is left', neverStops()],
    ['asks what is worth least, because the sign of its worth is turned', turnedWorth()],
    ['asks and does not listen', deaf()],
    ['takes cost over probability for probability over cost', worstFixFirst()],
    ['never asks', ratioWithStop()],
  ];
}

function turnedWorth(): Policy {
  const verdict = verdicts();
  return (model, state) => {
    const { valued, base } = verdict(model, state);
    const turned = valued.map(({ choice, minutes }) => ({ choice, minutes: choice.type === 'ask' ? 2 * base - minutes : minutes }));
    return cheapest(turned);
  };
}

function neverStops(): Policy {
  const verdict = verdicts();
  return (model, state) => {
    const { valued } = verdict(model, state);
    const steps = valued.filter(({ choice }) => choice.type !== 'escalate');
    if (steps.length > 0) return cheapest(steps);
    const left = model.fixes.findIndex((_, fix) => isAvailable(model, state, fix));
    return left < 0 ? ESCALATE : { type: 'fix', index: left };
  };
}

/** Decides on the belief as it would be without any answer. */
function deaf(): Policy {
  const verdict = verdicts();
  return (model, state) => {
    const unmoved = cloneState(state);
    state.answer.forEach((answer, question) => {
      if (answer < 0) return;
      const { reported } = model.questions[question]!;
      for (let cause = 0; cause < unmoved.weights.length; cause++) {
        unmoved.weights[cause] = unmoved.weights[cause]! / reported[answer * unmoved.weights.length + cause]!;
      }
    });
    normalise(model, unmoved.weights);
    return cheapest(verdict(model, unmoved).valued);
  };
}

/** The fix of the lowest ratio first, as long as the policy itself would not fetch a person. */
function worstFixFirst(): Policy {
  const verdict = verdicts();
  return (model, state) => {
    const choice = cheapest(verdict(model, state).valued);
    if (choice.type !== 'fix') return choice;
    const ratio = (fix: number): number => (ability(model, state, fix) * helpingMass(model, state, fix)) / minutesNow(model, state, fix);
    const left = model.fixes.map((_, fix) => fix).filter((fix) => isAvailable(model, state, fix));
    return { type: 'fix', index: left.sort((a, b) => ratio(a) - ratio(b) || a - b)[0]! };
  };
}

function cheapest(valued: readonly Valued[]): Choice {
  return [...valued].sort((a, b) => a.minutes - b.minutes)[0]!.choice;
}

/** What the policy thinks of every step, and the price of its base. */
function verdicts(): (model: TroubleshootingModel, state: BeliefState) => { valued: readonly Valued[]; base: number } {
  const makers = new WeakMap<TroubleshootingModel, DecisionMaker>();
  return (model, state) => {
    const maker = makers.get(model) ?? new DecisionMaker(model);
    makers.set(model, maker);
    return { valued: maker.decide(state).valued, base: maker.baseMinutes(state) };
  };
}

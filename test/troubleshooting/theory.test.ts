import { describe, expect, it } from 'vitest';
import { evaluate } from '../../bench/policy/evaluate.ts';
import { nowOrNever, ours, ratioRule, ratioWithStop } from '../../bench/policy/baselines.ts';
import { optimum } from '../../bench/policy/exact.ts';
import { graphOf, PROBLEM, type GraphSpec } from '../../bench/policy/graph-of.ts';
import { diagnosableGraph, largeGraph, mixedGraph } from '../../bench/policy/random-graphs.ts';
import { randomFrom } from '../../learning/simulation/random.ts';
import { BaseOrder } from '../../troubleshooting/base.ts';
import {
  ability, applyDecline, applyFailure, cloneState, helpingMass, initialState, massOf, minutesNow, normalise, type BeliefState,
} from '../../troubleshooting/belief.ts';
import { compile, scopeOf } from '../../troubleshooting/compile.ts';
import { DecisionMaker } from '../../troubleshooting/decide.ts';
import type { TroubleshootingModel } from '../../troubleshooting/model.ts';

function modelOf(spec: GraphSpec): TroubleshootingModel {
  const graph = graphOf(spec);
  return compile(graph, scopeOf(graph, PROBLEM));
}

const graphs = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? mixedGraph : diagnosableGraph)(20_001 + index).spec);

describe('what theory says', () => {
  it('is dearer than the optimum where actions overlap, as in the first figure of SACSO (1.50 against 1.45)', () => {
    const model = modelOf({
      priors: { c1: 0.2, c2: 0.25, c3: 0.4, c4: 0.15 },
      fixes: [
        { id: 'a1', minutes: 1, solves: { c1: 1, c2: 1 } },
        { id: 'a2', minutes: 1, solves: { c2: 1, c3: 1 } },
        { id: 'a3', minutes: 1, solves: { c3: 1, c4: 1 } },
      ],
      escalationMinutes: 1000,
    });
    // Tables are floored at 0.001, which leaves a thousandth of the escalation in both.
    expect(evaluate(model, ratioWithStop()).minutes - optimum(model).minutes).toBeCloseTo(0.05, 2);
    expect(evaluate(model, ours()).minutes).toBeCloseTo(optimum(model).minutes, 6);
  });

  it('orders by probability and cost exactly as brute force where each fix has one cause of its own', () => {
    const random = randomFrom(7);
    for (let round = 0; round < 40; round++) {
      const ids = ['a', 'b', 'c', 'd', 'e'];
      const weights = ids.map(() => random());
      const sum = weights.reduce((total, weight) => total + weight, 0);
      const model = modelOf({
        priors: Object.fromEntries(ids.map((id, index) => [id, weights[index]! / sum])),
        fixes: ids.map((id) => ({ id: `fix-${id}`, minutes: 0.5 + 10 * random(), solves: { [id]: 0.3 + 0.69 * random() } })),
        escalationMinutes: 1e6,
      });
      expect(evaluate(model, ratioRule()).minutes / optimum(model).minutes).toBeCloseTo(1, 9);
    }
  });

  it('goes on where the textbook rule stops too early (90 against 100)', () => {
    const model = modelOf({
      priors: { a: 0.5, b: 0.5 },
      fixes: [
        { id: 'fix-a', minutes: 60, solves: { a: 1 } },
        { id: 'fix-b', minutes: 60, solves: { b: 1 } },
      ],
      escalationMinutes: 100,
    });
    expect(evaluate(model, ratioRule()).minutes).toBeCloseTo(100, 0);
    expect(evaluate(model, ours()).minutes).toBeCloseTo(90, 0);
  });

  it('values the base as the walk through all its outcomes does', () => {
    for (const spec of graphs) {
      const model = modelOf(spec);
      expect(new DecisionMaker(model).baseMinutes(initialState(model))).toBeCloseTo(evaluate(model, ratioWithStop()).minutes, 6);
    }
  });

  it('loses nothing by not looking at what cannot pay: the same as a walk down the whole order', () => {
    const large = Array.from({ length: 12 }, (_, seed) => largeGraph(seed + 1, { causes: 8, fixes: 18, questions: 0, capabilities: 2 }));
    const random = randomFrom(11);
    for (const spec of [...graphs, ...large]) {
      // Cheap escalations, because what can pay is decided there.
      const model = modelOf({ ...spec, escalationMinutes: 5 + 40 * random() });
      const base = new BaseOrder(model, model.capabilities.length);
      for (let round = 0; round < 20; round++) {
        const state = initialState(model);
        for (let cause = 0; cause < state.weights.length; cause++) state.weights[cause] = random() ** 3;
        normalise(model, state.weights);
        expect(base.value(state)).toBeCloseTo(wholeOrder(model, base, cloneState(state)), 8);
      }
    }
  });

  it('is never dearer in its own model than probability by cost, nor than fetching a person at once', () => {
    for (const spec of graphs) {
      const model = modelOf(spec);
      const own = evaluate(model, ours()).minutes;
      expect(own).toBeLessThanOrEqual(evaluate(model, ratioWithStop()).minutes + 1e-9);
      expect(own).toBeLessThanOrEqual(evaluate(model, ratioRule()).minutes + 1e-9);
      expect(own).toBeLessThanOrEqual(model.escalationMinutes + 1e-9);
    }
  });

  it('promises no less than it keeps', () => {
    for (const spec of graphs) {
      const model = modelOf(spec);
      const promised = new DecisionMaker(model).decide(initialState(model)).chosen.minutes;
      expect(evaluate(model, ours()).minutes).toBeLessThanOrEqual(promised + 1e-9);
    }
  });

  it('stays within 1.05 of the exact optimum, on average within 1.005', () => {
    const ratios = graphs.map((spec) => {
      const model = modelOf(spec);
      return evaluate(model, ours()).minutes / optimum(model).minutes;
    });
    expect(Math.max(...ratios)).toBeLessThan(1.05);
    expect(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length).toBeLessThan(1.005);
  }, 120_000);

  it('keeps probability by cost within a factor of four of the best order without questions', () => {
    for (const { fixes, questions: _, ...rest } of graphs) {
      const plain = fixes.map(({ id, minutes, solves }) => ({ id, minutes, solves }));
      const model = modelOf({ ...rest, fixes: plain, capabilities: {}, contexts: {}, families: {} });
      expect(evaluate(model, ratioRule()).minutes / optimum(model).minutes).toBeLessThan(4);
    }
  });

  it('gains from questions, and from looking deeper than now or never', () => {
    const total = (policy: () => Parameters<typeof evaluate>[1]): number =>
      graphs.reduce((sum, spec) => sum + evaluate(modelOf(spec), policy()).minutes, 0);
    expect(total(nowOrNever)).toBeLessThan(total(ratioWithStop));
    expect(total(ours)).toBeLessThan(total(nowOrNever));
  });
});

/** Minutes of the base order with the best stop, each fix asked for one by one; every refusal is followed. */
function wholeOrder(model: TroubleshootingModel, base: BaseOrder, state: BeliefState): number {
  normalise(model, state.weights);
  const fix = base.firstFix(state);
  if (fix < 0) return model.escalationMinutes;
  const after = (apply: (model: TroubleshootingModel, state: BeliefState, fix: number) => void): number => {
    const next = cloneState(state);
    apply(model, next, fix);
    return wholeOrder(model, base, next);
  };
  const able = ability(model, state, fix);
  const fails = 1 - helpingMass(model, state, fix) / massOf(state.weights);
  const trying = minutesNow(model, state, fix) + fails * (model.undoMinutes[fix]! + after(applyFailure));
  const refused = able < 1 ? model.declineMinutes + after(applyDecline) : 0;
  return Math.min(model.escalationMinutes, able * trying + (1 - able) * refused);
}

import {
  ability, applyAnswer, applyDecline, applyFailure, applyNoAnswer, cloneState, copyState, helpingMass, massOf, minutesNow, needsHandOver,
  type BeliefState,
} from './belief.ts';
import type { BaseOrder } from './base.ts';
import { askingMinutes, chanceOfAnswer, isOpen, valuedMembers } from './inquiry.ts';
import type { TroubleshootingModel } from './model.ts';

/**
 * Expected costs of asking now or of trying a fix now, followed by the base policy, or by one more question and then
 * the base policy. Unnormalised like the base's. Not re-entrant.
 */
export class LookAhead {
  private readonly model: TroubleshootingModel;
  private readonly base: BaseOrder;
  private readonly outcomes: number;
  private readonly answered: Float64Array;
  private tried: BeliefState | undefined;
  private told: BeliefState | undefined;

  /** @param outcomes joint answers of one command that are told apart at most. */
  constructor(model: TroubleshootingModel, base: BaseOrder, outcomes: number) {
    this.model = model;
    this.outcomes = outcomes;
    this.base = base;
    this.answered = new Float64Array(model.causes.length);
  }

  /**
   * `mass * minutes + (1 - d) sum_j U(w L_j) + d U(w)`, d being the probability of no answer.
   * @param unanswered value of the base where no answer comes.
   */
  asking(state: BeliefState, inquiry: number, unanswered: number): number {
    const { model } = this;
    const compiled = model.inquiries[inquiry]!;
    const answering = chanceOfAnswer(model, state, compiled);
    const members = valuedMembers(model, state, compiled, this.outcomes);
    const mass = massOf(state.weights);
    let outcomes = 1;
    for (const question of members) outcomes *= model.questions[question]!.answers.length;
    let told = 0;
    this.base.turnTo(state, compiled.context);
    for (let outcome = 0; outcome < outcomes; outcome++) {
      const joint = this.answer(state.weights, members, outcome);
      if (joint > 1e-12 * mass) told += this.base.valueAfter(this.answered);
    }
    return mass * askingMinutes(model, state, compiled) + answering * told + (1 - answering) * unanswered;
  }

  /** Weights after the outcome, counted with the first member running fastest; returns their mass. */
  private answer(weights: Float64Array, members: readonly number[], outcome: number): number {
    const causes = weights.length;
    this.answered.set(weights);
    let rest = outcome;
    for (const question of members) {
      const { reported, answers } = this.model.questions[question]!;
      const row = (rest % answers.length) * causes;
      rest = Math.floor(rest / answers.length);
      for (let cause = 0; cause < causes; cause++) this.answered[cause] = this.answered[cause]! * reported[row + cause]!;
    }
    return massOf(this.answered);
  }

  /** Trying the fix now and following the base afterwards, whether or not the base would begin with it. */
  fixing(state: BeliefState, fix: number): number {
    return this.fixingThen(state, fix, (after) => this.valueOf(after));
  }

  private valueOf(state: BeliefState): number {
    this.base.turnTo(state);
    return this.base.valueAfter(state.weights);
  }

  /** The cheaper of the base and of asking one of `beam` first. */
  private bestOf(state: BeliefState, beam: readonly number[]): number {
    const base = this.valueOf(state);
    let best = base;
    for (const inquiry of beam) {
      if (isOpen(this.model, state, inquiry)) best = Math.min(best, this.asking(state, inquiry, base));
    }
    return best;
  }

  /** Trying the fix now and, where that did not help, the base or one of `beam`, whichever is then cheaper. */
  fixingThenAsking(state: BeliefState, fix: number, beam: readonly number[]): number {
    return this.fixingThen(state, fix, (after) => this.bestOf(after, beam));
  }

  /** Asking now, and after each answer the base or one of `beam`, whichever is then cheaper. */
  askingThenAsking(state: BeliefState, inquiry: number, beam: readonly number[]): number {
    const { model } = this;
    const compiled = model.inquiries[inquiry]!;
    const answering = chanceOfAnswer(model, state, compiled);
    const members = valuedMembers(model, state, compiled, this.outcomes);
    const next = (this.told ??= cloneState(state));
    const mass = massOf(state.weights);
    let outcomes = 1;
    for (const question of members) outcomes *= model.questions[question]!.answers.length;
    let told = 0;
    for (let outcome = 0; outcome < outcomes; outcome++) {
      copyState(state, next);
      let rest = outcome;
      for (const question of members) {
        const answers = model.questions[question]!.answers.length;
        applyAnswer(model, next, question, rest % answers);
        rest = Math.floor(rest / answers);
      }
      if (massOf(next.weights) > 1e-12 * mass) told += this.bestOf(next, beam);
    }
    let cost = mass * askingMinutes(model, state, compiled) + answering * told;
    if (answering < 1) {
      copyState(state, next);
      applyNoAnswer(model, next, inquiry);
      cost += (1 - answering) * this.bestOf(next, beam);
    }
    return cost;
  }

  private fixingThen(state: BeliefState, fix: number, after: (state: BeliefState) => number): number {
    const { model } = this;
    const next = (this.tried ??= cloneState(state));
    const mass = massOf(state.weights);
    const able = ability(model, state, fix);
    const undone = Math.max(0, mass - helpingMass(model, state, fix)) * model.undoMinutes[fix]!;
    copyState(state, next);
    applyFailure(model, next, fix);
    let cost = able * (mass * minutesNow(model, state, fix) + undone + after(next));
    if (able < 1 && !needsHandOver(model, state, fix)) {
      copyState(state, next);
      applyDecline(model, next, fix);
      cost += (1 - able) * (mass * model.declineMinutes + after(next));
    }
    return cost;
  }
}

import { applyDecline, applyFailure, ability, cloneState, copyState, massOf, minutesNow, helpingMass, needsHandOver, type BeliefState } from './belief.ts';
import type { BaseOrder } from './base.ts';
import { askingMinutes, chanceOfAnswer, valuedMembers } from './inquiry.ts';
import type { TroubleshootingModel } from './model.ts';

/**
 * Expected costs of asking now, of trying a fix now, and of trying it now and asking afterwards, each followed by the
 * base policy. Unnormalised like the base's. Not re-entrant.
 */
export class LookAhead {
  private readonly model: TroubleshootingModel;
  private readonly base: BaseOrder;
  private readonly answered: Float64Array;
  private failed: BeliefState | undefined;
  private declined: BeliefState | undefined;

  constructor(model: TroubleshootingModel, base: BaseOrder) {
    this.model = model;
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
    const members = valuedMembers(model, state, compiled);
    const mass = massOf(state.weights);
    let outcomes = 1;
    for (const question of members) outcomes *= model.questions[question]!.answers.length;
    let told = 0;
    for (let outcome = 0; outcome < outcomes; outcome++) {
      const joint = this.answer(state.weights, members, outcome);
      if (joint > 1e-12 * mass) told += this.base.valueWithOpen(state, this.answered, compiled.context);
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
    return this.trying(state, fix, (after) => this.base.value(after));
  }

  /** Trying the fix now and, where that did not help, asking if asking is then better than the base. */
  fixingThenAsking(state: BeliefState, fix: number, inquiry: number): number {
    return this.trying(state, fix, (after) => {
      const base = this.base.value(after);
      return Math.min(base, this.asking(after, inquiry, base));
    });
  }

  private trying(state: BeliefState, fix: number, after: (state: BeliefState) => number): number {
    const { model } = this;
    const mass = massOf(state.weights);
    const able = ability(model, state, fix);
    const undone = Math.max(0, mass - helpingMass(model, state, fix)) * model.undoMinutes[fix]!;
    this.failed ??= cloneState(state);
    copyState(state, this.failed);
    applyFailure(model, this.failed, fix);
    let cost = able * (mass * minutesNow(model, state, fix) + undone + after(this.failed));
    if (able < 1 && !needsHandOver(model, state, fix)) {
      this.declined ??= cloneState(state);
      copyState(state, this.declined);
      applyDecline(model, this.declined, fix);
      cost += (1 - able) * (mass * model.declineMinutes + after(this.declined));
    }
    return cost;
  }
}

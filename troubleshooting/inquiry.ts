import { CAPABILITY_UNKNOWN, UNASKED, type BeliefState } from './belief.ts';
import type { Inquiry, TroubleshootingModel } from './model.ts';

/** Members that are still worth an answer. Of two that exclude one another the first stands. */
export function openMembers(model: TroubleshootingModel, state: BeliefState, inquiry: Inquiry): number[] {
  const open: number[] = [];
  for (const question of inquiry.members) {
    if (state.answer[question] !== UNASKED) continue;
    const { excludes } = model.questions[question]!;
    if (!open.some((other) => excludes.includes(other))) open.push(question);
  }
  return open;
}

export function isOpen(model: TroubleshootingModel, state: BeliefState, index: number): boolean {
  if (state.closedInquiry[index] === 1) return false;
  const inquiry = model.inquiries[index]!;
  return inquiry.askable.some((question) => state.answer[question] === UNASKED) && chanceOfAnswer(model, state, inquiry) > 0;
}

/** P(it is answered): the person can look, and knows. */
export function chanceOfAnswer(model: TroubleshootingModel, state: BeliefState, inquiry: Inquiry): number {
  return (1 - inquiry.dontKnow) * canAnswer(model, state, inquiry.capability);
}

function canAnswer(model: TroubleshootingModel, state: BeliefState, capability: number): number {
  if (capability < 0) return 1;
  const known = state.capability[capability]!;
  return known === CAPABILITY_UNKNOWN ? model.capabilityPrior[capability]! : known;
}

/** Minutes of asking now, with what has to be opened for it. */
export function askingMinutes(model: TroubleshootingModel, state: BeliefState, inquiry: Inquiry): number {
  const { context } = inquiry;
  return inquiry.minutes + (context >= 0 && state.open[context] === 0 ? model.openMinutes[context]! : 0);
}

/**
 * How much an answer is expected to concentrate the belief: the expected drop of the Gini impurity,
 * `sum_j sum_c (w_c L_jc)^2 / sum_c w_c L_jc - sum_c w_c^2 / sum_c w_c`.
 * It ranks questions like the entropy does, with nothing but exactly rounded operations, so every platform ranks alike.
 */
export function giniGain(model: TroubleshootingModel, weights: Float64Array, question: number): number {
  const { reported, answers } = model.questions[question]!;
  const causes = weights.length;
  let mass = 0;
  let squares = 0;
  for (let cause = 0; cause < causes; cause++) {
    mass += weights[cause]!;
    squares += weights[cause]! * weights[cause]!;
  }
  if (!(mass > 0)) return 0;
  let gain = -squares / mass;
  for (let answer = 0; answer < answers.length; answer++) {
    let joint = 0;
    let jointSquares = 0;
    for (let cause = 0; cause < causes; cause++) {
      const weight = weights[cause]! * reported[answer * causes + cause]!;
      joint += weight;
      jointSquares += weight * weight;
    }
    if (joint > 0) gain += jointSquares / joint;
  }
  return gain / mass;
}

/** Open members; the most telling of them where there would be more than `limit` joint outcomes. */
export function valuedMembers(model: TroubleshootingModel, state: BeliefState, inquiry: Inquiry, limit: number): number[] {
  const open = openMembers(model, state, inquiry);
  let outcomes = 1;
  for (const question of open) outcomes *= model.questions[question]!.answers.length;
  if (outcomes <= limit) return open;
  const gain = new Map(open.map((question) => [question, giniGain(model, state.weights, question)]));
  const ranked = open.sort((a, b) => gain.get(b)! - gain.get(a)! || a - b);
  const kept: number[] = [];
  outcomes = 1;
  for (const question of ranked) {
    const answers = model.questions[question]!.answers.length;
    if (outcomes * answers > limit) continue;
    outcomes *= answers;
    kept.push(question);
  }
  return kept;
}

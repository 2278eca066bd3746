import type { TroubleshootingModel } from './model.ts';

/** `BeliefState.answer`: nothing is known of the question. */
export const UNASKED = -1;
/** `BeliefState.answer`: no use asking any more (not known, contradicted, asked in other words, made pointless). */
export const CLOSED = -2;

export const CAPABILITY_UNKNOWN = -1;

/**
 * What is believed after some evidence. It is determined by the *set* of evidence; `reconstruct` in evidence-state.ts
 * builds it from there. The functions below take the single steps, in place, for looking ahead and for simulation.
 */
export interface BeliefState {
  /** [C] Unnormalised: P(cause) P(evidence | cause). */
  readonly weights: Float64Array;
  /** [pairs] Product of (1 - chance) over the fixes of the family that failed. */
  readonly failing: Float64Array;
  /** [F] 1 when it was tried, set aside, or made pointless. */
  readonly closedFix: Uint8Array;
  /** [K] 1 may, 0 may not, -1 unknown. */
  readonly capability: Int8Array;
  /** [X] 1 when the context is open. */
  readonly open: Uint8Array;
  /** [Q] Index of the answer, or UNASKED, or CLOSED. */
  readonly answer: Int8Array;
  /** [inquiries] 1 when it led nowhere. */
  readonly closedInquiry: Uint8Array;
}

export function initialState(model: TroubleshootingModel): BeliefState {
  return {
    weights: Float64Array.from(model.prior),
    failing: new Float64Array(model.chances.ceiling.length).fill(1),
    closedFix: new Uint8Array(model.fixes.length),
    capability: new Int8Array(model.capabilities.length).fill(CAPABILITY_UNKNOWN),
    open: new Uint8Array(model.openMinutes.length),
    answer: new Int8Array(model.questions.length).fill(UNASKED),
    closedInquiry: new Uint8Array(model.inquiries.length),
  };
}

export function cloneState(state: BeliefState): BeliefState {
  return {
    weights: state.weights.slice(),
    failing: state.failing.slice(),
    closedFix: state.closedFix.slice(),
    capability: state.capability.slice(),
    open: state.open.slice(),
    answer: state.answer.slice(),
    closedInquiry: state.closedInquiry.slice(),
  };
}

/** Makes `target` equal to `source` without allocating. */
export function copyState(source: BeliefState, target: BeliefState): void {
  target.weights.set(source.weights);
  target.failing.set(source.failing);
  target.closedFix.set(source.closedFix);
  target.capability.set(source.capability);
  target.open.set(source.open);
  target.answer.set(source.answer);
  target.closedInquiry.set(source.closedInquiry);
}

export function massOf(weights: Float64Array): number {
  let mass = 0;
  for (let cause = 0; cause < weights.length; cause++) mass += weights[cause]!;
  return mass;
}

/** Scales to a sum of 1. Weights that have vanished altogether become the prior again: no evidence can break a belief. */
export function normalise(model: TroubleshootingModel, weights: Float64Array): void {
  const mass = massOf(weights);
  if (!(mass > 0) || !Number.isFinite(mass)) {
    weights.set(model.prior);
    return;
  }
  for (let cause = 0; cause < weights.length; cause++) weights[cause] = weights[cause]! / mass;
}

/**
 * P(the fix of this entry helps | its cause, the fixes of its family that failed).
 * With ceiling W and F = product of (1 - chance) over those: `chance W F / (1 - W + W F)`.
 */
export function chanceNow(model: TroubleshootingModel, entry: number, failing: Float64Array): number {
  const { chance, pair, ceiling } = model.chances;
  const at = pair[entry]!;
  if (at < 0) return chance[entry]!;
  const alive = ceiling[at]! * failing[at]!;
  return (chance[entry]! * alive) / (1 - ceiling[at]! + alive);
}

/** Sum over causes of weight times P(helps): the unnormalised probability that the fix helps. */
export function helpingMass(model: TroubleshootingModel, state: BeliefState, fix: number): number {
  const { rowStart, cause } = model.chances;
  let mass = model.leak * massOf(state.weights);
  for (let entry = rowStart[fix]!; entry < rowStart[fix + 1]!; entry++) {
    mass += state.weights[cause[entry]!]! * (chanceNow(model, entry, state.failing) - model.leak);
  }
  return mass;
}

/** P(this person can carry the fix out), 1 when it is handed to an administrator. */
export function ability(model: TroubleshootingModel, state: BeliefState, fix: number): number {
  const capability = model.fixCapability[fix]!;
  if (capability < 0 || state.capability[capability] !== CAPABILITY_UNKNOWN) return 1;
  return model.capabilityPrior[capability]!;
}

/** It has to be done by an administrator on this person's behalf. */
export function needsHandOver(model: TroubleshootingModel, state: BeliefState, fix: number): boolean {
  const capability = model.fixCapability[fix]!;
  return capability >= 0 && state.capability[capability] === 0;
}

export function isAvailable(model: TroubleshootingModel, state: BeliefState, fix: number): boolean {
  return state.closedFix[fix] === 0 && (!needsHandOver(model, state, fix) || model.canHandOver[fix] === 1);
}

/** Minutes of carrying the fix out now, with what has to be opened for it. */
export function minutesNow(model: TroubleshootingModel, state: BeliefState, fix: number): number {
  let minutes = model.fixMinutes[fix]!;
  const context = model.fixContext[fix]!;
  if (context >= 0 && state.open[context] === 0) minutes += model.openMinutes[context]!;
  if (needsHandOver(model, state, fix)) {
    const administrator = model.firstAdministrator + model.fixCapability[fix]!;
    if (state.open[administrator] === 0) minutes += model.openMinutes[administrator]!;
  }
  return minutes;
}

/** It was carried out, by the person or on their behalf, and did not help. */
export function applyFailure(model: TroubleshootingModel, state: BeliefState, fix: number): void {
  const { rowStart, cause, chance, pair } = model.chances;
  const { weights, failing } = state;
  for (let c = 0; c < weights.length; c++) weights[c] = weights[c]! * (1 - model.leak);
  for (let entry = rowStart[fix]!; entry < rowStart[fix + 1]!; entry++) {
    const c = cause[entry]!;
    weights[c] = (weights[c]! * (1 - chanceNow(model, entry, failing))) / (1 - model.leak);
  }
  for (let entry = rowStart[fix]!; entry < rowStart[fix + 1]!; entry++) {
    const at = pair[entry]!;
    if (at >= 0) failing[at] = failing[at]! * (1 - chance[entry]!);
  }
  const capability = model.fixCapability[fix]!;
  const context = model.fixContext[fix]!;
  if (context >= 0) state.open[context] = 1;
  if (capability >= 0) {
    if (state.capability[capability] === 0) state.open[model.firstAdministrator + capability] = 1;
    else state.capability[capability] = 1;
  }
  state.closedFix[fix] = 1;
  for (const retired of model.retiredFixes[fix]!) state.closedFix[retired] = 1;
  for (const retired of model.retiredQuestions[fix]!) {
    if (state.answer[retired] === UNASKED) state.answer[retired] = CLOSED;
  }
}

/** A step that repairs a cause this often is about the thing that the cause needs. Judgement: it is nearly the only one. */
const DECISIVE = 0.6;

/**
 * P("there is no such thing here" | the cause that needs it), over that given any other: a slip, or only the menu was missing.
 * Judgement.
 */
const MISTAKEN = 0.25;

/** "There is no such thing here": a cause whose own step it is can hardly be. */
export function applyAbsence(model: TroubleshootingModel, state: BeliefState, fix: number): void {
  const { rowStart, cause, chance } = model.chances;
  for (let entry = rowStart[fix]!; entry < rowStart[fix + 1]!; entry++) {
    if (chance[entry]! >= DECISIVE) state.weights[cause[entry]!] = state.weights[cause[entry]!]! * MISTAKEN;
  }
  normalise(model, state.weights);
}

/** "I cannot do that": says nothing about the cause. */
export function applyDecline(model: TroubleshootingModel, state: BeliefState, fix: number): void {
  const capability = model.fixCapability[fix]!;
  if (capability >= 0) state.capability[capability] = 0;
}

/** A reported answer, without its effect on the weights: which questions are settled by it. */
export function settle(model: TroubleshootingModel, state: BeliefState, question: number, answer: number): void {
  const compiled = model.questions[question]!;
  state.answer[question] = answer;
  for (const other of compiled.excludes) {
    if (state.answer[other] === UNASKED) state.answer[other] = CLOSED;
  }
  if (compiled.context >= 0) state.open[compiled.context] = 1;
}

/** One question answered, with its effect on the weights. */
export function applyAnswer(model: TroubleshootingModel, state: BeliefState, question: number, answer: number): void {
  const { reported } = model.questions[question]!;
  const { weights } = state;
  for (let cause = 0; cause < weights.length; cause++) {
    weights[cause] = weights[cause]! * reported[answer * weights.length + cause]!;
  }
  settle(model, state, question, answer);
}

/** "I don't know", or the command could not be run: leaves the odds as they are. */
export function applyNoAnswer(model: TroubleshootingModel, state: BeliefState, inquiry: number): void {
  state.closedInquiry[inquiry] = 1;
  const { diagnostic, members } = model.inquiries[inquiry]!;
  if (diagnostic !== undefined) return;
  for (const question of members) state.answer[question] = CLOSED;
}

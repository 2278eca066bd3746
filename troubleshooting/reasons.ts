import type { CauseBelief, Evidence, Reasons } from './decision.ts';
import { chanceNow, helpingMass, massOf, minutesNow, type BeliefState } from './belief.ts';
import type { Choice } from './decide.ts';
import { countedFindings } from './evidence-state.ts';
import { openMembers } from './inquiry.ts';
import type { TroubleshootingModel } from './model.ts';

/** Causes named in a reason. */
const MOST_CAUSES = 3;
/** Findings that moved the odds by less than this factor, either way, are no reason. */
const LEAST_FACTOR = 1.2;

/** Causes with their probability, likeliest first, equals by id. */
export function posteriorOf(model: TroubleshootingModel, state: BeliefState): CauseBelief[] {
  const mass = massOf(state.weights);
  return model.causes
    .map((cause, index) => ({ cause, probability: state.weights[index]! / mass }))
    .sort((a, b) => b.probability - a.probability || (a.cause < b.cause ? -1 : 1));
}

/** Why this step: the causes that it bears on, the findings that made them likely, and what it is worth. */
export function reasonsFor(model: TroubleshootingModel, state: BeliefState, evidence: Evidence, choice: Choice): Reasons {
  const bearing = bearingOn(model, state, choice);
  const mass = massOf(state.weights);
  const causes = [...bearing.keys()]
    .filter((cause) => bearing[cause]! > 0)
    .sort((a, b) => bearing[b]! - bearing[a]! || a - b)
    .slice(0, MOST_CAUSES);
  return {
    causes: causes.map((cause) => ({ cause: model.causes[cause]!, probability: state.weights[cause]! / mass })),
    findings: movers(model, state, evidence, causes),
    ...(choice.type === 'fix' ? worthOf(model, state, choice.index) : {}),
  };
}

/** [C] How much each cause has to do with the step. */
function bearingOn(model: TroubleshootingModel, state: BeliefState, choice: Choice): Float64Array {
  switch (choice.type) {
    case 'fix':
      return solvedBy(model, state, choice.index);
    case 'ask':
      return movedBy(model, state, choice.index);
    case 'escalate':
      return state.weights;
  }
}

/** Share of the success that each cause would bring. The leak is no reason. */
function solvedBy(model: TroubleshootingModel, state: BeliefState, fix: number): Float64Array {
  const { rowStart, cause } = model.chances;
  const bearing = new Float64Array(model.causes.length);
  for (let entry = rowStart[fix]!; entry < rowStart[fix + 1]!; entry++) {
    const c = cause[entry]!;
    bearing[c] = state.weights[c]! * chanceNow(model, entry, state.failing);
  }
  return bearing;
}

/** Expected change of each cause's probability, over the answers of every question that it answers. */
function movedBy(model: TroubleshootingModel, state: BeliefState, inquiry: number): Float64Array {
  const causes = model.causes.length;
  const bearing = new Float64Array(causes);
  const mass = massOf(state.weights);
  for (const question of openMembers(model, state, model.inquiries[inquiry]!)) {
    const { reported, answers } = model.questions[question]!;
    for (let answer = 0; answer < answers.length; answer++) {
      let joint = 0;
      for (let c = 0; c < causes; c++) joint += state.weights[c]! * reported[answer * causes + c]!;
      for (let c = 0; c < causes; c++) {
        bearing[c] = bearing[c]! + Math.abs(state.weights[c]! * reported[answer * causes + c]! - (state.weights[c]! * joint) / mass);
      }
    }
  }
  return bearing;
}

/** Findings by the factor on the odds of the first cause against all others; strongest first. */
function movers(model: TroubleshootingModel, state: BeliefState, evidence: Evidence, causes: readonly number[]): Reasons['findings'] {
  const found = countedFindings(model, evidence.findings).findings.map(({ question, answer, likelihood }) => ({
    answer: model.questions[question]!.answers[answer]!,
    factor: causes[0] === undefined ? 1 : oddsFactor(state.weights, likelihood, causes[0]),
  }));
  return found
    .filter(({ factor }) => strength(factor) >= LEAST_FACTOR)
    .sort((a, b) => strength(b.factor) - strength(a.factor) || (a.answer < b.answer ? -1 : 1));
}

/** Odds with the finding over odds without it, all other evidence kept. */
function oddsFactor(weights: Float64Array, likelihood: Float64Array, cause: number): number {
  let inside = 0;
  let outside = 0;
  let insideWithout = 0;
  let outsideWithout = 0;
  for (let c = 0; c < weights.length; c++) {
    if (c === cause) {
      inside += weights[c]!;
      insideWithout += weights[c]! / likelihood[c]!;
    } else {
      outside += weights[c]!;
      outsideWithout += weights[c]! / likelihood[c]!;
    }
  }
  const factor = (inside / outside) * (outsideWithout / insideWithout);
  return Number.isFinite(factor) && factor > 0 ? factor : 1;
}

function strength(factor: number): number {
  return Math.max(factor, 1 / factor);
}

function worthOf(model: TroubleshootingModel, state: BeliefState, fix: number): { probability: number; minutes: number } {
  const probability = helpingMass(model, state, fix) / massOf(state.weights);
  return { probability, minutes: minutesNow(model, state, fix) + (1 - probability) * model.undoMinutes[fix]! };
}

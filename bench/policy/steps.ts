import {
  ability, applyAnswer, applyDecline, applyFailure, applyNoAnswer, helpingMass, massOf, minutesNow, needsHandOver, type BeliefState,
} from '../../troubleshooting/belief.ts';
import type { Choice } from '../../troubleshooting/decide.ts';
import { askingMinutes, chanceOfAnswer, openMembers } from '../../troubleshooting/inquiry.ts';
import type { TroubleshootingModel } from '../../troubleshooting/model.ts';

/** One way that a step can turn out. `apply` takes a state to what is known then; undefined where the session ends. */
export interface Outcome {
  readonly probability: number;
  readonly minutes: number;
  readonly apply: ((model: TroubleshootingModel, state: BeliefState) => void) | undefined;
  readonly solved: boolean;
}

/** Everything that can follow a step, with its probability in the model and the state. Probabilities sum to 1. */
export function outcomesOf(model: TroubleshootingModel, state: BeliefState, choice: Choice): Outcome[] {
  switch (choice.type) {
    case 'escalate':
      return [{ probability: 1, minutes: model.escalationMinutes, apply: undefined, solved: false }];
    case 'fix':
      return fixing(model, state, choice.index);
    case 'ask':
      return asking(model, state, choice.index);
  }
}

function fixing(model: TroubleshootingModel, state: BeliefState, fix: number): Outcome[] {
  const able = ability(model, state, fix);
  const helps = helpingMass(model, state, fix) / massOf(state.weights);
  const minutes = minutesNow(model, state, fix);
  const outcomes: Outcome[] = [
    { probability: able * helps, minutes, apply: undefined, solved: true },
    {
      probability: able * (1 - helps),
      minutes: minutes + model.undoMinutes[fix]!,
      apply: (m, s) => applyFailure(m, s, fix),
      solved: false,
    },
  ];
  if (able < 1 && !needsHandOver(model, state, fix)) {
    outcomes.push({ probability: 1 - able, minutes: model.declineMinutes, apply: (m, s) => applyDecline(m, s, fix), solved: false });
  }
  return outcomes;
}

function asking(model: TroubleshootingModel, state: BeliefState, index: number): Outcome[] {
  const inquiry = model.inquiries[index]!;
  const answering = chanceOfAnswer(model, state, inquiry);
  const minutes = askingMinutes(model, state, inquiry);
  const members = openMembers(model, state, inquiry);
  const mass = massOf(state.weights);
  const outcomes: Outcome[] = [{ probability: 1 - answering, minutes, apply: (m, s) => applyNoAnswer(m, s, index), solved: false }];
  for (const answers of combinations(members.map((question) => model.questions[question]!.answers.length))) {
    let joint = 0;
    for (let cause = 0; cause < model.causes.length; cause++) {
      let p = state.weights[cause]!;
      members.forEach((question, at) => (p *= model.questions[question]!.reported[answers[at]! * model.causes.length + cause]!));
      joint += p;
    }
    outcomes.push({
      probability: (answering * joint) / mass,
      minutes,
      apply: (m, s) => members.forEach((question, at) => applyAnswer(m, s, question, answers[at]!)),
      solved: false,
    });
  }
  return outcomes.filter((outcome) => outcome.probability > 0);
}

function combinations(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>(
    (all, size) => all.flatMap((head) => Array.from({ length: size }, (_, answer) => [...head, answer])),
    [[]],
  );
}

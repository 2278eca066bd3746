import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { Action, Candidate, Decision, Evidence, Troubleshooter } from './decision.ts';
import { needsHandOver, UNASKED, type BeliefState } from './belief.ts';
import { compile, scopeOf, type Prices } from './compile.ts';
import { DecisionMaker, type Choice, type Valued } from './decide.ts';
import { reconstruct } from './evidence-state.ts';
import { giniGain } from './inquiry.ts';
import { byId, type TroubleshootingModel } from './model.ts';
import type { LearnedParameters } from './parameters.ts';
import { posteriorOf, reasonsFor } from './reasons.ts';
import { unionScope } from './union.ts';

export interface TroubleshooterOptions {
  /** Numbers learned from outcomes, in place of the author's. */
  readonly parameters?: LearnedParameters | undefined;
  readonly prices?: Prices | undefined;
}

/**
 * Belief and policy for one problem of the graph. Compile once and keep it: it is pure to its callers, though it holds
 * scratch memory. Throws when the graph has no such problem; evidence never makes it throw.
 *
 * ```ts
 * const troubleshooter = createTroubleshooter(graph, 'socket-closed');
 * troubleshooter.decide({ findings: [], unanswered: [], failed: [], skipped: [], capabilities: {} }).action;
 * ```
 */
export function createTroubleshooter(graph: KnowledgeGraph, problemId: string, options: TroubleshooterOptions = {}): Troubleshooter {
  return troubleshooterOf(compile(graph, scopeOf(graph, problemId), options));
}

/**
 * The same where the code is not known: the causes of several problems, each problem weighted by its probability.
 * Only the likeliest causes are kept apart; the rest counts as unknown.
 * @param weights problem -> weight; problems that the graph does not have are passed over.
 */
export function createUnionTroubleshooter(
  graph: KnowledgeGraph,
  weights: Readonly<Record<string, number>>,
  options: TroubleshooterOptions = {},
): Troubleshooter {
  return troubleshooterOf(compile(graph, unionScope(graph, weights, options.parameters), options));
}

export function troubleshooterOf(model: TroubleshootingModel): Troubleshooter {
  const maker = new DecisionMaker(model);
  return {
    problem: model.problem,
    posterior: (evidence) => posteriorOf(model, reconstruct(model, evidence)),
    decide: (evidence) => decide(maker, evidence),
  };
}

function decide(maker: DecisionMaker, evidence: Evidence): Decision {
  const { model } = maker;
  const state = reconstruct(model, evidence);
  const { chosen, valued } = maker.decide(state);
  return {
    action: actionOf(model, state, chosen.choice),
    expectedMinutes: chosen.minutes,
    posterior: posteriorOf(model, state),
    reasons: reasonsFor(model, state, evidence, chosen.choice),
    candidates: candidates(model, state, chosen, valued),
  };
}

function candidates(model: TroubleshootingModel, state: BeliefState, chosen: Valued, valued: readonly Valued[]): Candidate[] {
  const same = (a: Choice, b: Choice): boolean => a.type === b.type && a.index === b.index;
  return valued
    .map((entry) => (same(entry.choice, chosen.choice) ? chosen : entry))
    .map(({ choice, minutes }) => ({ action: actionOf(model, state, choice), expectedMinutes: minutes }))
    .sort((a, b) => a.expectedMinutes - b.expectedMinutes || byId(a.action.type + a.action.id, b.action.type + b.action.id));
}

function actionOf(model: TroubleshootingModel, state: BeliefState, choice: Choice): Action {
  switch (choice.type) {
    case 'fix':
      return { type: 'fix', id: model.fixes[choice.index]!, handover: needsHandOver(model, state, choice.index) };
    case 'ask':
      return { type: 'ask', id: model.questions[askedAs(model, state, choice.index)]!.id };
    case 'escalate':
      return { type: 'escalate', id: 'person' };
  }
}

/** Of the questions that one command answers, the most telling one carries the card. */
function askedAs(model: TroubleshootingModel, state: BeliefState, inquiry: number): number {
  const open = [...model.inquiries[inquiry]!.askable].filter((question) => state.answer[question] === UNASKED);
  const gain = new Map(open.map((question) => [question, giniGain(model, state.weights, question)]));
  return open.sort((a, b) => gain.get(b)! - gain.get(a)! || a - b)[0]!;
}

import type { Fix, KnowledgeGraph, Problem, Question, Role } from '../knowledge/compiler/types.ts';
import { compileChances } from './compile-chances.ts';
import { compileInquiries, compileQuestions } from './compile-questions.ts';
import { byId, type TroubleshootingModel } from './model.ts';
import type { LearnedParameters } from './parameters.ts';

/** Prices that the graph does not name. Minutes. */
export interface Prices {
  /** Fetching an administrator for the first thing that they are asked to do. */
  readonly administratorMinutes: number;
  /** Until a person of the helpdesk has solved it, in place of what the problem's author wrote. */
  readonly escalationMinutes?: number;
}

/** Judgement: an administrator who is asked directly answers sooner than a helpdesk's queue. */
export const DEFAULT_PRICES: Prices = { administratorMinutes: 30 };

export interface CompileOptions {
  readonly parameters?: LearnedParameters | undefined;
  readonly prices?: Prices | undefined;
}

/** What is compiled: a problem of the graph, or several of them taken together. */
export interface Scope {
  readonly problem: Problem;
  readonly fixes: readonly Fix[];
  readonly questions: readonly Question[];
  /** Questions that are not asked, but whose answers count when they are told. */
  readonly heard: readonly Question[];
}

/** The scope of one problem. Throws when the graph has no such problem. */
export function scopeOf(graph: KnowledgeGraph, problemId: string): Scope {
  const problem = graph.problems.get(problemId);
  if (!problem) {
    throw new Error(`The graph has no problem "${problemId}". It has: ${[...graph.problems.keys()].sort(byId).join(', ')}.`);
  }
  return { problem, fixes: graph.fixesFor(problemId), questions: graph.questionsFor(problemId), heard: graph.heardFor(problemId) };
}

/** Turns a scope into typed arrays. The order in which the graph lists things does not matter. */
export function compile(graph: KnowledgeGraph, scope: Scope, options: CompileOptions = {}): TroubleshootingModel {
  const { problem } = scope;
  const parameters = options.parameters;
  const causes = [...problem.priors.keys()].sort(byId);
  const causeIndex = indexOf(causes);
  const fixes = [...scope.fixes].sort((a, b) => Number(a.testOnly) - Number(b.testOnly) || byId(a.id, b.id));
  const questions = [...scope.questions, ...scope.heard].sort((a, b) => byId(a.id, b.id));
  const fixIndex = indexOf(fixes.map((fix) => fix.id));
  const questionIndex = indexOf(questions.map((question) => question.id));

  const capabilities = [...graph.capabilities.keys()].filter((role) => role !== 'user').sort(byId);
  const capabilityIndex = indexOf<string>(capabilities);
  const contexts = [...graph.contexts.keys()].sort(byId);
  const contextIndex = indexOf(contexts);
  const lookUp = { causeIndex, fixIndex, questionIndex, capabilityIndex, contextIndex };

  const openedBy = fixes.map((fix) => contextsOf(fix, lookUp, contexts.length));
  const compiledQuestions = compileQuestions(questions, lookUp, causes, parameters);
  return {
    problem: problem.id,
    causes,
    causeIndex,
    prior: compilePriors(problem, causes, parameters?.priors[problem.id]),
    unknown: causeIndex.get('unknown') ?? -1,
    leak: Math.max(0, graph.leak),
    turnMinutes: graph.turnMinutes,
    escalationMinutes: (options.prices?.escalationMinutes ?? problem.escalationMinutes) + graph.turnMinutes,
    declineMinutes: graph.turnMinutes,
    capabilities,
    capabilityPrior: Float64Array.from(capabilities, (role) => capabilityPrior(graph, role, parameters)),
    openMinutes: openMinutes(graph, contexts, capabilities, options.prices ?? DEFAULT_PRICES),
    sharedBy: Int32Array.from({ length: contexts.length + capabilities.length }, (_, context) => Math.max(1, openedBy.filter((opened) => opened.includes(context)).length)),
    contextIndex,
    firstAdministrator: contexts.length,
    fixes: fixes.map((fix) => fix.id),
    fixIndex,
    fixMinutes: Float64Array.from(fixes, (fix) => minutesOf(fix) + graph.turnMinutes),
    undoMinutes: Float64Array.from(fixes, (fix) => (fix.testOnly ? 0 : fix.undoMinutes)),
    fixCapability: Int32Array.from(fixes, (fix) => capabilityIndex.get(fix.role) ?? -1),
    fixContext: Int32Array.from(fixes, (fix) => (fix.context === undefined ? -1 : (contextIndex.get(fix.context) ?? -1))),
    canHandOver: Uint8Array.from(fixes, (fix) => (fix.handover.trim() === '' ? 0 : 1)),
    retiredFixes: fixes.map((fix) => indexes(fix.retires, fixIndex)),
    retiredQuestions: fixes.map((fix) => indexes(fix.retires, questionIndex)),
    chances: compileChances(graph, fixes, causes, causeIndex, parameters),
    questions: compiledQuestions,
    questionIndex,
    inquiries: compileInquiries(graph, [...scope.questions].sort((a, b) => byId(a.id, b.id)), lookUp),
  };
}

export interface LookUp {
  readonly causeIndex: ReadonlyMap<string, number>;
  readonly fixIndex: ReadonlyMap<string, number>;
  readonly questionIndex: ReadonlyMap<string, number>;
  readonly capabilityIndex: ReadonlyMap<string, number>;
  readonly contextIndex: ReadonlyMap<string, number>;
}

/** A test that weakens security is taken back whether it helped or not, so its undo is a part of its price. */
function minutesOf(fix: Fix): number {
  return fix.minutes + fix.retestMinutes + fix.riskMinutes + (fix.testOnly ? fix.undoMinutes : 0);
}

function compilePriors(problem: Problem, causes: readonly string[], learned: Readonly<Record<string, number>> | undefined): Float64Array {
  const prior = Float64Array.from(causes, (cause) => Math.max(0, learned?.[cause] ?? problem.priors.get(cause) ?? 0));
  const sum = prior.reduce((total, p) => total + p, 0);
  return sum > 0 ? prior.map((p) => p / sum) : prior.fill(1 / causes.length);
}

function capabilityPrior(graph: KnowledgeGraph, role: Role, parameters: LearnedParameters | undefined): number {
  const prior = parameters?.capabilities[role] ?? graph.capabilities.get(role)?.prior ?? 1;
  return Math.min(1, Math.max(0, prior));
}

function openMinutes(graph: KnowledgeGraph, contexts: readonly string[], roles: readonly Role[], prices: Prices): Float64Array {
  return Float64Array.from([
    ...contexts.map((id) => graph.contexts.get(id)?.openMinutes ?? 0),
    ...roles.map(() => prices.administratorMinutes),
  ]);
}

/** What carrying the fix out may have to open: its context, and an administrator who does it. */
function contextsOf(fix: Fix, lookUp: LookUp, firstAdministrator: number): number[] {
  const context = fix.context === undefined ? undefined : lookUp.contextIndex.get(fix.context);
  const capability = lookUp.capabilityIndex.get(fix.role);
  const handedOver = capability !== undefined && fix.handover.trim() !== '';
  return [...(context === undefined ? [] : [context]), ...(handedOver ? [firstAdministrator + capability] : [])];
}

export function indexOf<T extends string>(ids: readonly T[]): Map<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}

/** Indexes of the ids that are known, ascending, each once. */
export function indexes(ids: readonly string[], index: ReadonlyMap<string, number>): Int32Array {
  const found = new Set<number>();
  for (const id of ids) {
    const at = index.get(id);
    if (at !== undefined) found.add(at);
  }
  return Int32Array.from(found).sort();
}

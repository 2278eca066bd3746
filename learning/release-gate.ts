import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { Decision, Evidence, Troubleshooter } from '../troubleshooting/decision.ts';
import { createTroubleshooter } from '../troubleshooting/troubleshooter.ts';
import type { LearnedParameters } from '../troubleshooting/parameters.ts';
import { byId } from '../troubleshooting/model.ts';
import type { WeightedProfile } from './counts.ts';

/** A new set of parameters may make no problem dearer than this on the frozen bench. */
export const MOST_WORSENING = 0.01;
/** States of each problem that are looked at. */
const POPULAR = 5;

export type Objection =
  | { readonly kind: 'dearer'; readonly problem: string; readonly before: number; readonly after: number }
  | { readonly kind: 'other-fix'; readonly problem: string; readonly findings: readonly string[]; readonly before: string; readonly after: string };

export interface GateInput {
  readonly graph: KnowledgeGraph;
  /** What is in use; undefined where it is the author's numbers. */
  readonly current: LearnedParameters | undefined;
  readonly next: LearnedParameters;
  readonly profiles: readonly WeightedProfile[];
  /** Expected minutes of a problem on the frozen bench under the parameters. */
  readonly frozenMinutes: (problem: string, parameters: LearnedParameters | undefined) => number;
}

/**
 * What speaks against using new parameters. With no objection they may be used; any other needs a person's nod.
 * Looks at every problem that somebody had.
 */
export function objections(input: GateInput): Objection[] {
  const problems = [...new Set(input.profiles.map(({ profile }) => profile.problem))].filter((id) => input.graph.problems.has(id)).sort(byId);
  return problems.flatMap((problem) => [...dearer(input, problem), ...otherFixes(input, problem)]);
}

function dearer(input: GateInput, problem: string): Objection[] {
  const before = input.frozenMinutes(problem, input.current);
  const after = input.frozenMinutes(problem, input.next);
  return after > before * (1 + MOST_WORSENING) ? [{ kind: 'dearer', problem, before, after }] : [];
}

function otherFixes(input: GateInput, problem: string): Objection[] {
  const current = createTroubleshooter(input.graph, problem, { parameters: input.current });
  const next = createTroubleshooter(input.graph, problem, { parameters: input.next });
  return popularStates(input, problem).flatMap(({ findings, told }): Objection[] => {
    const evidence = evidenceOf(input.graph, findings, told);
    const before = topFix(current, evidence);
    const after = topFix(next, evidence);
    return before === after ? [] : [{ kind: 'other-fix', problem, findings, before, after }];
  });
}

type State = Pick<WeightedProfile['profile'], 'findings' | 'told'>;

/** Where conversations begin, and the sets of findings that most of them had. */
function popularStates({ profiles }: GateInput, problem: string): State[] {
  const weights = new Map<string, State & { readonly weight: number }>([['|', { findings: [], told: [], weight: Infinity }]]);
  for (const { profile, weight } of profiles) {
    if (profile.problem !== problem) continue;
    const key = `${profile.findings.join(' ')}|${profile.told.join(' ')}`;
    const known = weights.get(key) ?? { findings: profile.findings, told: profile.told, weight: 0 };
    weights.set(key, { ...known, weight: known.weight + weight });
  }
  return [...weights.entries()]
    .sort((a, b) => b[1].weight - a[1].weight || byId(a[0], b[0]))
    .slice(0, POPULAR)
    .map(([, state]) => state);
}

function evidenceOf(graph: KnowledgeGraph, ids: readonly string[], told: readonly string[]): Evidence {
  const findings = ids.flatMap((id) => {
    const found = graph.finding(id);
    const basis = told.includes(id) ? 'told' : found?.question.kind;
    return found && basis ? [{ question: found.question.id, answer: id, basis }] : [];
  });
  return { findings, unanswered: [], failed: [], skipped: [], capabilities: {} };
}

/** The fix that comes first, now or after what is asked before it. */
function topFix(troubleshooter: Troubleshooter, evidence: Evidence): string {
  const decision: Decision = troubleshooter.decide(evidence);
  if (decision.action.type === 'fix') return decision.action.id;
  return decision.candidates.find(({ action }) => action.type === 'fix')?.action.id ?? 'none';
}

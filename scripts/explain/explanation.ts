import { assess, type Assessment } from '../../understanding/assess.ts';
import type { Decision, Evidence } from '../../troubleshooting/decision.ts';
import { printedCodes } from '../../reading/codes/pairs.ts';
import { settled } from '../../dialogs/problem-belief.ts';
import type { Mind } from '../../dialogs/mind.ts';

/** The line that `--jsonl` writes, without its id. A contract: others measure with it. */
export interface Explanation {
  readonly codes: readonly string[];
  readonly symptom: string;
  readonly symptomProbability: number;
  readonly outOfScope: boolean;
  readonly outOfScopeScore: number;
  readonly causes: readonly { readonly id: string; readonly probability: number }[];
  readonly next: { readonly type: 'ask' | 'fix' | 'escalate'; readonly id: string };
}

/** What would be decided on this text alone, by somebody of whom nothing else is known. */
export function decideOn(mind: Mind, { reading, problems }: Assessment): Decision | undefined {
  const [problem] = problems;
  if (!problem) return undefined;
  const evidence: Evidence = { findings: reading.findings, unanswered: [], failed: [], skipped: [], capabilities: {} };
  return mind.troubleshooter(settled(problem.id)).decide(evidence);
}

export function explain(mind: Mind, text: string, now: Date): Explanation {
  const assessment = assess(mind, text, now);
  const { reading, symptoms, scope } = assessment;
  const decision = decideOn(mind, assessment);
  return {
    codes: printedCodes(reading.codes),
    symptom: symptoms[0]?.label ?? '',
    symptomProbability: round(symptoms[0]?.probability ?? 0),
    outOfScope: scope.outOfScope,
    outOfScopeScore: round(scope.score),
    causes: (decision?.posterior ?? []).map((each) => ({ id: each.cause, probability: round(each.probability) })),
    next: decision ? { type: decision.action.type, id: decision.action.id } : { type: 'escalate', id: 'person' },
  };
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

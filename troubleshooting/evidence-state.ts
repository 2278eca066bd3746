import type { Evidence } from './decision.ts';
import type { Finding } from '../reading/evidence.ts';
import { applyAbsence, applyFailure, CLOSED, initialState, normalise, settle, UNASKED, type BeliefState } from './belief.ts';
import { reportedTable, wrongBy } from './compile-questions.ts';
import { byId, type TroubleshootingModel } from './model.ts';

/** A finding as it counts: once, with the likelihood of each cause. */
export interface CountedFinding {
  readonly question: number;
  readonly answer: number;
  readonly basis: 'told' | 'measured';
  /** [C] P(this was reported | cause). */
  readonly likelihood: Float64Array;
}

/**
 * The belief after the evidence. Any order of the same evidence gives the same bits: everything is applied in the
 * order of the model's indexes. Ids that the model does not have are passed over.
 */
export function reconstruct(model: TroubleshootingModel, evidence: Evidence): BeliefState {
  const state = initialState(model);
  model.capabilities.forEach((role, index) => {
    const known = evidence.capabilities[role];
    if (known !== undefined) state.capability[index] = known ? 1 : 0;
  });
  const counted = countedFindings(model, evidence.findings);
  for (const { question, answer, likelihood } of counted.findings) {
    multiply(model, state.weights, likelihood);
    settle(model, state, question, answer);
  }
  for (const question of counted.settled) state.answer[question] = CLOSED;
  for (const fix of known(evidence.failed, model.fixIndex)) {
    applyFailure(model, state, fix);
    normalise(model, state.weights);
  }
  for (const fix of known(evidence.absent ?? [], model.fixIndex)) applyAbsence(model, state, fix);
  for (const fix of known(evidence.skipped, model.fixIndex)) state.closedFix[fix] = 1;
  closeUnanswered(model, state, evidence.unanswered);
  return state;
}

function multiply(model: TroubleshootingModel, weights: Float64Array, likelihood: Float64Array): void {
  for (let cause = 0; cause < weights.length; cause++) weights[cause] = weights[cause]! * likelihood[cause]!;
  // Many findings in a row would underflow.
  normalise(model, weights);
}

/**
 * Findings that count, and questions that are settled without counting.
 *
 * A measurement stands against what was only said. Two reports of equal standing that contradict one another cancel:
 * neither counts, and the question is not asked again. Of two questions about the same fact the more reliable counts.
 */
export function countedFindings(
  model: TroubleshootingModel,
  findings: readonly Finding[],
): { readonly findings: readonly CountedFinding[]; readonly settled: readonly number[] } {
  const reports = new Map<number, { measured: Set<number>; told: Set<number> }>();
  for (const finding of findings) {
    const question = model.questionIndex.get(finding.question);
    if (question === undefined) continue;
    const answer = model.questions[question]!.answers.indexOf(finding.answer);
    if (answer < 0) continue;
    const report = reports.get(question) ?? { measured: new Set<number>(), told: new Set<number>() };
    report[finding.basis === 'measured' ? 'measured' : 'told'].add(answer);
    reports.set(question, report);
  }

  const single: CountedFinding[] = [];
  const settled: number[] = [];
  for (const [question, { measured, told }] of reports) {
    const basis = measured.size > 0 ? 'measured' : 'told';
    const answers = [...(measured.size > 0 ? measured : told)];
    if (answers.length === 1) single.push(count(model, question, answers[0]!, basis));
    else settled.push(question);
  }

  const reliable = single.sort(
    (a, b) => Number(b.basis === 'measured') - Number(a.basis === 'measured') || wrongOf(model, a) - wrongOf(model, b) || a.question - b.question,
  );
  const counted: CountedFinding[] = [];
  for (const finding of reliable) {
    const { excludes } = model.questions[finding.question]!;
    if (counted.some((other) => excludes.includes(other.question))) settled.push(finding.question);
    else counted.push(finding);
  }
  counted.sort((a, b) => a.question - b.question);
  return { findings: counted, settled: settled.sort((a, b) => a - b) };
}

function wrongOf(model: TroubleshootingModel, finding: CountedFinding): number {
  return wrongBy(model.questions[finding.question]!, finding.basis);
}

function count(model: TroubleshootingModel, question: number, answer: number, basis: 'told' | 'measured'): CountedFinding {
  const compiled = model.questions[question]!;
  const causes = model.causes.length;
  const table =
    basis === compiled.kind ? compiled.reported : reportedTable(compiled.truth, compiled.answers.length, wrongBy(compiled, basis));
  return { question, answer, basis, likelihood: table.slice(answer * causes, (answer + 1) * causes) };
}

/** Indexes of known ids, ascending, each once. */
function known(ids: readonly string[], index: ReadonlyMap<string, number>): number[] {
  return [...new Set(ids)]
    .map((id) => index.get(id))
    .filter((at) => at !== undefined)
    .sort((a, b) => a - b);
}

/** A question that nobody could answer closes the command that it was asked through. */
function closeUnanswered(model: TroubleshootingModel, state: BeliefState, ids: readonly string[]): void {
  for (const id of [...ids].sort(byId)) {
    const question = model.questionIndex.get(id);
    model.inquiries.forEach((inquiry, index) => {
      const named = inquiry.diagnostic === id || (question !== undefined && inquiry.askable.includes(question));
      if (named) state.closedInquiry[index] = 1;
    });
    if (question !== undefined && state.answer[question] === UNASKED) state.answer[question] = CLOSED;
  }
}

import type { Decision } from '../troubleshooting/decision.ts';
import type { Finding, SoftFinding } from '../reading/evidence.ts';
import type { KnowledgeGraph, Question, Side } from '../knowledge/compiler/types.ts';
import { offerPerson } from './escalating.ts';
import type { TurnDraft } from './draft.ts';
import { BUTTON, NOTHING_LEFT, orderChanged, sideShifted, supposed, surprising, takenBack } from './phrases.ts';
import { button, fixReply, questionReply } from './present.ts';
import { likeliestAnswer } from '../understanding/suggestions.ts';

/** A measured answer that the posterior gave less than this is worth a remark. */
const SURPRISING = 0.15;

/** A cause that is at least so likely and expects an answer with at least this probability explains it. */
const POSSIBLE = 0.05;
const EXPECTED = 0.5;

/** A change of a side's, or of the leading cause's, posterior by this much is worth a sentence. */
const NOTABLE_SHIFT = 0.05;

const SIDES: readonly Side[] = ['client', 'server', 'network'];

/** Asks the policy and puts its choice on the table. The session must have a problem. */
export function proposeNext(draft: TurnDraft): void {
  const decision = decide(draft);
  if (!decision) return;
  const { graph } = draft.mind;
  const { action } = decision;
  if (action.type === 'escalate') {
    draft.text(NOTHING_LEFT);
    offerPerson(draft, true);
    return;
  }
  if (action.type === 'ask') {
    const question = graph.questions.get(action.id);
    if (!question) throw new Error(`The policy asks "${action.id}", which the graph does not have.`);
    draft.enter({ name: 'asking', question: question.id });
    draft.say(questionReply(graph, decision, question, draft.session.step));
    return;
  }
  const fix = graph.fixes.get(action.id);
  if (!fix) throw new Error(`The policy offers "${action.id}", which the graph does not have.`);
  draft.enter({ name: 'fixing', fix: fix.id, handover: action.handover, explained: 0 });
  draft.say(fixReply(graph, decision, fix, action.handover, draft.session.step));
}

/** Takes evidence in without a word. A later answer to a question replaces the earlier one; certain answers replace suggested ones. */
export function take(draft: TurnDraft, findings: readonly Finding[], suggested: readonly SoftFinding[]): Taken {
  const { session } = draft;
  const fresh = findings.filter((finding) => !session.findings.some((known) => known.answer === finding.answer));
  const answered = new Set(fresh.map((finding) => finding.question));
  const replaced = session.findings.filter((known) => answered.has(known.question));
  const kept = [...session.findings.filter((known) => !answered.has(known.question)), ...fresh];
  const open = suggested.filter((each) => !kept.some((known) => known.question === each.question));
  if (fresh.length + open.length === 0) return { fresh, open, replaced };
  const soft = [...(session.suggested ?? []).filter((each) => !answered.has(each.question)), ...open];
  draft.change({ findings: kept, suggested: soft, unanswered: session.unanswered.filter((question) => !answered.has(question)) });
  return { fresh, open, replaced };
}

interface Taken {
  readonly fresh: readonly Finding[];
  /** Suggestions about questions that nothing certain speaks to. */
  readonly open: readonly SoftFinding[];
  /** Earlier answers that the fresh ones took the place of. */
  readonly replaced: readonly Finding[];
}

/** Takes evidence in and says what was understood and what it changes. */
export function learn(draft: TurnDraft, findings: readonly Finding[], suggested: readonly SoftFinding[]): void {
  if (findings.length + suggested.length === 0) return;
  const before = decide(draft);
  // Only the code speaks against a first measurement; against a later one the first may.
  const isFirst = !draft.session.findings.some((each) => each.basis === 'measured');
  const { fresh, open, replaced } = take(draft, findings, suggested);
  if (!before) return;
  tellReplaced(draft, replaced);
  tellSupposed(draft, open);
  if (isFirst) for (const finding of fresh) remarkSurprise(draft, before, finding);
  if (fresh.length + open.length > 0) remarkShift(draft, before);
}

/** Says what an open problem makes of evidence that was told before it, or together with it. */
export function learnAgain(draft: TurnDraft): void {
  const { findings, suggested = [] } = draft.session;
  draft.change({ findings: [], suggested: [] });
  const before = decide(draft);
  draft.change({ findings, suggested });
  if (!before || findings.length + suggested.length === 0) return;
  tellSupposed(draft, suggested);
  remarkShift(draft, before);
}

function tellReplaced(draft: TurnDraft, replaced: readonly Finding[]): void {
  const bearing = draft.mind.bearingOn(draft.session.problem);
  const statements = replaced.filter((each) => bearing.has(each.question)).map((each) => draft.mind.graph.finding(each.answer)?.answer.statement);
  const known = statements.filter((each) => each !== undefined);
  if (known.length > 0) draft.text(takenBack(known));
}

/** What was understood from doubtful words is put before the person, with a way to deny it. */
function tellSupposed(draft: TurnDraft, suggested: readonly SoftFinding[]): void {
  const bearing = draft.mind.bearingOn(draft.session.problem);
  for (const each of suggested) {
    const answer = bearing.has(each.question) ? likeliestAnswer(each) : undefined;
    const statement = answer === undefined ? undefined : draft.mind.graph.finding(answer)?.answer.statement;
    if (answer === undefined || statement === undefined) continue;
    draft.say({ type: 'text', text: supposed(statement), buttons: [button(BUTTON.notSo, 'take-back', answer, draft.session.step)] });
  }
}

export function decide(draft: TurnDraft): Decision | undefined {
  const { problem } = draft.session;
  return problem ? draft.mind.troubleshooter(problem).decide(draft.evidence()) : undefined;
}

function remarkSurprise(draft: TurnDraft, before: Decision, finding: Finding): void {
  if (finding.basis !== 'measured') return;
  const known = draft.mind.graph.finding(finding.answer);
  if (!known || !bears(known.question, before) || marginal(before, known.question, finding.answer) >= SURPRISING || isExplained(before, known.question, finding.answer)) return;
  const code = draft.session.codes.find((each) => each.role === 'code')?.code;
  draft.text(surprising(known.answer.statement, code));
}

/** Says which way the belief moved: to a side first, since that is what the person can picture; else to a cause. */
function remarkShift(draft: TurnDraft, before: Decision): void {
  const after = decide(draft);
  if (!after) return;
  const { causes } = draft.mind.graph;
  const [side] = SIDES.map((each) => ({ side: each, now: massOf(causes, after, each), was: massOf(causes, before, each) })).sort((a, b) => b.now - b.was - (a.now - a.was));
  const lead = after.posterior[0];
  const cause = lead && causes.get(lead.cause);
  const led = before.posterior.find((each) => each.cause === lead?.cause)?.probability ?? 0;
  const movedSide = side !== undefined && side.now - side.was >= NOTABLE_SHIFT;
  const movedCause = lead !== undefined && (before.posterior[0]?.cause !== lead.cause || lead.probability - led >= NOTABLE_SHIFT);
  if (movedSide) draft.text(sideShifted(side.side, side.now, cause?.title));
  else if (movedCause && cause) draft.text(orderChanged(cause.title, lead.probability));
}

function massOf(causes: KnowledgeGraph['causes'], decision: Decision, side: Side): number {
  return decision.posterior.reduce((sum, each) => (causes.get(each.cause)?.side === side ? sum + each.probability : sum), 0);
}

function bears(question: Question, decision: Decision): boolean {
  return decision.posterior.some((each) => question.likelihood.has(each.cause));
}

/** P(answer) before it was given: the sum over causes of P(cause) P(answer | cause). */
function marginal(decision: Decision, question: Question, answer: string): number {
  const index = question.answers.findIndex((each) => each.id === answer);
  return decision.posterior.reduce((sum, { cause, probability }) => {
    const likelihood = question.likelihood.get(cause) ?? question.otherwise;
    return sum + probability * (likelihood[index] ?? 0);
  }, 0);
}

/** Some cause that may well be makes the answer what one would expect: then it is news, not a contradiction. */
function isExplained(decision: Decision, question: Question, answer: string): boolean {
  const index = question.answers.findIndex((each) => each.id === answer);
  return decision.posterior.some(({ cause, probability }) => probability >= POSSIBLE && (question.likelihood.get(cause)?.[index] ?? 0) >= EXPECTED);
}

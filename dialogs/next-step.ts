import type { Decision, Evidence } from '../troubleshooting/decision.ts';
import type { Mind } from './mind.ts';
import type { Finding } from '../reading/evidence.ts';
import type { Fix, KnowledgeGraph, Question, Side } from '../knowledge/compiler/types.ts';
import { endOfSteps } from './escalating.ts';
import type { TurnDraft } from './draft.ts';
import { problemPosterior, type ProblemBelief } from './problem-belief.ts';
import { beliefIn, problemsIn } from './session.ts';
import { note } from './ledger.ts';
import { button, fixReply, questionReply } from './present.ts';

/** A measured answer that the posterior gave less than this is worth a remark. */
const SURPRISING = 0.15;

/** A cause that is at least so likely and expects an answer with at least this probability explains it. */
const POSSIBLE = 0.05;
const EXPECTED = 0.5;

/** A change of a side's posterior by this much is worth a sentence. */
const NOTABLE_SHIFT = 0.05;

const SIDES: readonly Side[] = ['client', 'server', 'network'];

/** Asks the policy and puts its choice on the table. The session must have a problem. */
export function proposeNext(draft: TurnDraft): void {
  const decision = decide(draft);
  if (!decision) return;
  const { graph } = draft.mind;
  const { action } = decision;
  if (action.type === 'escalate') {
    endOfSteps(draft);
    return;
  }
  if (action.type === 'ask') {
    const question = graph.questions.get(action.id);
    if (!question) throw new Error(`The policy asks "${action.id}", which the graph does not have.`);
    draft.enter({ name: 'asking', question: question.id });
    draft.say(questionReply(graph, question, draft.session.step));
    return;
  }
  const fix = graph.fixes.get(action.id);
  if (!fix) throw new Error(`The policy offers "${action.id}", which the graph does not have.`);
  openStep(draft, fix, action.handover);
  draft.say(fixReply(graph, decision, fix, action.handover, draft.session));
}

/** Puts a step on the table; in the ledger it waits for its result. */
export function openStep(draft: TurnDraft, fix: Fix, handover: boolean): void {
  draft.enter({ name: 'fixing', fix: fix.id, handover, explained: 0 });
  note(draft, fix, 'offered', handover);
}

interface Taken {
  readonly fresh: readonly Finding[];
  /** Earlier answers that the fresh ones took the place of. */
  readonly replaced: readonly Finding[];
}

/** Takes evidence in without a word. What was measured is never replaced by what is told; else a later answer takes an earlier one's place. */
export function take(draft: TurnDraft, findings: readonly Finding[]): Taken {
  const { session } = draft;
  const isKnown = (finding: Finding): boolean =>
    session.findings.some((known) => known.question === finding.question && (known.answer === finding.answer || (known.basis === 'measured' && finding.basis === 'told')));
  const fresh = findings.filter((finding) => !isKnown(finding));
  if (fresh.length === 0) return { fresh, replaced: [] };
  const answered = new Set(fresh.map((finding) => finding.question));
  const replaced = session.findings.filter((known) => answered.has(known.question));
  const kept = [...session.findings.filter((known) => !answered.has(known.question)), ...fresh];
  draft.change({ findings: kept, unanswered: session.unanswered.filter((question) => !answered.has(question)) });
  return { fresh, replaced };
}

/**
 * Takes evidence in and says what was understood and what it changes.
 * @param inWords it was said or pasted, not pressed: what was taken is said back, with a way to deny it
 */
export function learn(draft: TurnDraft, findings: readonly Finding[], inWords: boolean): void {
  if (findings.length === 0) return;
  const before = decide(draft);
  // Only the code speaks against a first measurement; against a later one the first may.
  const isFirst = !draft.session.findings.some((each) => each.basis === 'measured');
  const { fresh, replaced } = take(draft, findings);
  if (!before) return;
  tellReplaced(draft, replaced);
  if (inWords && fresh.length === 0) tellKnown(draft, findings);
  const side = fresh.length > 0 ? shiftedTo(draft, before) : undefined;
  if (inWords) tellTaken(draft, fresh, side);
  else if (side !== undefined) draft.text(draft.phrases.pointsTo(side));
  if (isFirst) for (const finding of fresh) remarkSurprise(draft, before, finding);
  followBelief(draft);
}

/** Another problem leads from here on. */
const LEADS = 0.6;

/** Where evidence makes another of the open problems the likeliest, it is the one that is talked of. */
function followBelief(draft: TurnDraft): void {
  const { belief, problem } = draft.session;
  const decision = belief && decide(draft);
  if (!belief || !decision) return;
  const [lead] = problemPosterior(draft.mind.graph, belief, decision.posterior);
  const next = lead && lead.probability >= LEADS && lead.problem !== problem ? draft.mind.graph.problems.get(lead.problem) : undefined;
  if (!next) return;
  draft.change({ problem: next.id });
  draft.text(draft.phrases.ratherThis(next.title));
}

/** Says what an open problem makes of evidence that was told before it, or together with it. */
export function learnAgain(draft: TurnDraft): void {
  const { findings } = draft.session;
  draft.change({ findings: [] });
  const before = decide(draft);
  draft.change({ findings });
  if (!before || findings.length === 0) return;
  tellTaken(draft, findings, shiftedTo(draft, before));
}

function tellReplaced(draft: TurnDraft, replaced: readonly Finding[]): void {
  const bearing = draft.mind.bearingOn(problemsIn(draft.session));
  const statements = replaced.filter((each) => bearing.has(each.question)).map((each) => draft.mind.graph.finding(each.answer)?.answer.statement);
  const known = statements.filter((each) => each !== undefined);
  if (known.length > 0) draft.text(draft.phrases.takenBack(known));
}

/**
 * What was taken from somebody's words, in half a sentence; a press takes it back.
 * @param side where the belief moved because of it
 */
export function tellTaken(draft: TurnDraft, findings: readonly Finding[], side?: Side): void {
  const bearing = draft.mind.bearingOn(problemsIn(draft.session));
  const taken = findings.filter((each) => bearing.has(each.question));
  const statements = taken.flatMap((each) => draft.mind.graph.finding(each.answer)?.answer.statement ?? []);
  if (statements.length === 0) return;
  const buttons = taken.map((each) => button(draft.phrases.BUTTON.notSo, 'take-back', each.answer, draft.session.step)).slice(0, 1);
  draft.say({ type: 'text', text: side === undefined ? draft.phrases.noted(statements) : `${draft.phrases.noted(statements)} ${draft.phrases.pointsTo(side)}`, ...(taken.length === 1 && { buttons }) });
}

/** Told once more: it was heard, and changes nothing. */
function tellKnown(draft: TurnDraft, findings: readonly Finding[]): void {
  const bearing = draft.mind.bearingOn(problemsIn(draft.session));
  const statements = findings.filter((each) => bearing.has(each.question)).flatMap((each) => draft.mind.graph.finding(each.answer)?.answer.statement ?? []);
  if (statements.length > 0) draft.text(draft.phrases.knownAlready(statements));
}

/** A step that helps less often is not worth anybody's time. */
const COUNTS = 0.02;

/**
 * The next step for what is known. A person is proposed only when nothing is left that this person could do, or have done by
 * forwarding a request, and whose cause still counts.
 */
export function nextDecision(mind: Mind, belief: ProblemBelief, evidence: Evidence): Decision {
  const decision = mind.troubleshooter(belief).decide(evidence);
  if (decision.action.type !== 'escalate') return decision;
  const onward = mind.persevering(belief).decide(evidence);
  if (onward.action.type === 'ask') return onward;
  return stepThatCounts(mind.graph, belief, evidence, onward) ?? decision;
}

/** The policy's own choice, else the dearer step by the chance that it helps: a cheap one that hardly ever does must not hide it. */
function stepThatCounts({ fixes, fixesFor, leak }: KnowledgeGraph, belief: ProblemBelief, evidence: Evidence, onward: Decision): Decision | undefined {
  const { action, reasons, posterior } = onward;
  if (action.type === 'fix' && (reasons.probability ?? 0) >= COUNTS) return onward;
  const closed = new Set([...evidence.failed, ...evidence.skipped, ...evidence.failed.flatMap((id) => fixes.get(id)?.retires ?? [])]);
  const left = new Set(Object.keys(belief).flatMap((problem) => fixesFor(problem)).filter((fix) => !closed.has(fix.id) && !fix.testOnly));
  const helps = (fix: Fix): number => posterior.reduce((sum, each) => sum + each.probability * (fix.solves.get(each.cause) ?? leak), 0);
  const worth = [...left].map((fix) => ({ fix, probability: helps(fix) })).filter(({ probability }) => probability >= COUNTS);
  const [best] = worth.sort((a, b) => b.probability / b.fix.minutes - a.probability / a.fix.minutes);
  if (!best) return undefined;
  const causes = posterior.filter((each) => best.fix.solves.has(each.cause));
  const isHandover = evidence.capabilities[best.fix.role] === false;
  return { ...onward, action: { type: 'fix', id: best.fix.id, handover: isHandover }, reasons: { causes, findings: [], probability: best.probability } };
}

/** The next step of a conversation; undefined while no problem is open. */
export function decide(draft: TurnDraft): Decision | undefined {
  const belief = beliefIn(draft.session);
  return belief && nextDecision(draft.mind, belief, draft.evidence());
}

function remarkSurprise(draft: TurnDraft, before: Decision, finding: Finding): void {
  if (finding.basis !== 'measured') return;
  const known = draft.mind.graph.finding(finding.answer);
  if (!known || !bears(known.question, before) || marginal(before, known.question, finding.answer) >= SURPRISING || isExplained(before, known.question, finding.answer)) return;
  const code = draft.session.codes.find((each) => each.role === 'code')?.code;
  draft.text(draft.phrases.surprising(known.answer.statement, code));
}

/** The side to which the belief moved notably: what the person can picture. */
function shiftedTo(draft: TurnDraft, before: Decision): Side | undefined {
  const after = decide(draft);
  if (!after) return undefined;
  const { causes } = draft.mind.graph;
  const shiftOf = (side: Side): number => massOf(causes, after, side) - massOf(causes, before, side);
  const [side] = [...SIDES].sort((a, b) => shiftOf(b) - shiftOf(a));
  return side !== undefined && shiftOf(side) >= NOTABLE_SHIFT ? side : undefined;
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

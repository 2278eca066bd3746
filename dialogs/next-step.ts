import type { Decision } from '../diagnosis/decision.ts';
import type { Finding } from '../diagnosis/evidence.ts';
import type { KnowledgeGraph, Question, Side } from '../knowledge/types.ts';
import { offerPerson } from './escalating.ts';
import type { TurnDraft } from './draft.ts';
import { NOTHING_LEFT, orderChanged, sideShifted, surprising } from './phrases.ts';
import { fixReply, questionReply } from './present.ts';

/** A measured answer that the posterior gave less than this is worth a remark. */
const SURPRISING = 0.15;

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
    offerPerson(draft);
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

/** Takes findings into the evidence and says what they change. A later answer to a question replaces the earlier one. */
export function learn(draft: TurnDraft, findings: readonly Finding[]): void {
  const fresh = findings.filter((finding) => !draft.session.findings.some((known) => known.answer === finding.answer));
  if (fresh.length === 0) return;
  const answered = new Set(fresh.map((finding) => finding.question));
  const before = decide(draft);
  draft.change({
    findings: [...draft.session.findings.filter((known) => !answered.has(known.question)), ...fresh],
    unanswered: draft.session.unanswered.filter((question) => !answered.has(question)),
  });
  if (!before) return;
  for (const finding of fresh) remarkSurprise(draft, before, finding);
  remarkShift(draft, before);
}

export function decide(draft: TurnDraft): Decision | undefined {
  const { problem } = draft.session;
  return problem ? draft.mind.troubleshooter(problem).decide(draft.evidence()) : undefined;
}

function remarkSurprise(draft: TurnDraft, before: Decision, finding: Finding): void {
  if (finding.basis !== 'measured') return;
  const known = draft.mind.graph.finding(finding.answer);
  if (!known || !bears(known.question, before) || marginal(before, known.question, finding.answer) >= SURPRISING) return;
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

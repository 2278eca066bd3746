import type { CauseBelief } from '../troubleshooting/decision.ts';
import type { Finding } from '../reading/evidence.ts';
import type { Mind } from './mind.ts';
import type { EscalationTicket } from './ticket.ts';
import { isTold } from './ledger.ts';
import type { TurnDraft } from './draft.ts';
import { pressInWords } from './press-words.ts';
import { policyEvidence } from './policy-evidence.ts';
import { beliefIn, problemsIn, type Session } from './session.ts';
import { topicOf } from '../understanding/inquiry.ts';
import { wholeMessage } from '../understanding/wordings.ts';

/** Causes that a report names. */
const NAMED_CAUSES = 3;

/** What a person of the helpdesk reads first; the user corrects it before it is sent. */
export function summarise(draft: TurnDraft): string {
  const { graph } = draft.mind;
  const { session } = draft;
  const { OUTCOME, REPORT } = draft.phrases;
  const problem = session.problem ? graph.problems.get(session.problem) : undefined;
  const title = problem?.title ?? REPORT.noProblem;
  const untold = session.codes.filter((each) => !title.includes(each.code));
  const codes = untold.map((each) => (each.role === 'extended' ? REPORT.extended(each.code) : each.code)).join(', ');
  const facts = reportFacts(draft.mind, session);
  const tried = session.steps.map((each) => `- ${graph.fixes.get(each.fix)?.title ?? each.fix}: ${OUTCOME[each.outcome]} (${clockOf(each.at)})`);
  const likely = facts.causes.map((each) => graph.causes.get(each.cause)?.title ?? REPORT.unknown);
  return [
    `${REPORT.record}${title}${codes ? ` (${codes})` : ''}`,
    ...firstWords(draft),
    ...statements(REPORT.known, facts.known.filter(({ basis }) => basis === 'told')),
    ...statements(REPORT.measured, facts.known.filter(({ basis }) => basis === 'measured')),
    ...(likely.length > 0 ? [`${REPORT.likeliest}: ${likely.join('; ')}`] : []),
    tried.length > 0 ? `${REPORT.tried}\n${tried.join('\n')}` : REPORT.triedNothing,
  ].join('\n');
}

/** Who reported it, when, and in which words: as they were pasted, whole. */
function firstWords({ session, context, phrases: { REPORT } }: TurnDraft): readonly string[] {
  const said = session.transcript.filter(({ who, text }) => who === 'person' && !isPress(text));
  const first = said.find(({ text }) => wholeMessage(text) === undefined && topicOf(text) === undefined) ?? said[0];
  if (!first) return [];
  const { name } = context.person;
  return [REPORT.reported(first.at.slice(0, 10), clockOf(first.at), name), REPORT.inTheirWords(first.text.trim())];
}

/** Buttons stand in the record as their action in brackets. */
const isPress = (text: string): boolean => /^\[[a-z-]+\]/u.test(text);

function statements(heading: string, facts: readonly ReportedFact[]): readonly string[] {
  return facts.length === 0 ? [] : [`${heading}: ${facts.map((each) => each.statement).join('; ')}`];
}

/** @param at ISO 8601 */
const clockOf = (at: string): string => `${at.slice(11, 16)} UTC`;

/** An answer of the graph, in the words that stand in the report. */
interface ReportedFact {
  readonly id: string;
  readonly statement: string;
  readonly basis: Finding['basis'];
}

/** What a report says of the problem. */
export interface ReportFacts {
  readonly known: readonly ReportedFact[];
  /** Those that are named, likeliest first. */
  readonly causes: readonly CauseBelief[];
}

/** What the report of a conversation says, as ids. Pure. */
export function reportFacts(mind: Mind, session: Session): ReportFacts {
  return {
    known: relevantFindings(mind, session),
    causes: beliefOf(mind, session).slice(0, NAMED_CAUSES),
  };
}

/** Belief in the causes of the open problem, likeliest first; nothing where there is none. Pure. */
export function beliefOf(mind: Mind, session: Session): readonly CauseBelief[] {
  const belief = beliefIn(session);
  return belief ? mind.troubleshooter(belief).posterior(policyEvidence(mind.graph, session)) : [];
}

/** The whole record as a ticket. */
export function ticketOf(draft: TurnDraft, escalationId: string, summary: string): EscalationTicket {
  const { graph } = draft.mind;
  const { session, context } = draft;
  const problem = session.problem ? graph.problems.get(session.problem) : undefined;
  return {
    escalationId,
    subject: subjectOf(session, problem?.title),
    summary,
    requester: context.person,
    conversationId: context.conversationId,
    errorCodes: session.codes.map((each) => each.code),
    ...(problem && { problem: problem.title }),
    findings: relevantFindings(draft.mind, session).map(({ id, statement, basis }) => ({ id, statement, basis })),
    causes: beliefOf(draft.mind, session).map((each) => ({ id: each.cause, title: graph.causes.get(each.cause)?.title ?? each.cause, probability: each.probability })),
    fixesTried: session.steps.filter(isTold).map((each) => ({ id: each.fix, title: graph.fixes.get(each.fix)?.title ?? each.fix, outcome: each.outcome, at: each.at })),
    transcript: session.transcript.map((line) => (line.who === 'person' ? { ...line, text: pressInWords(graph, line.text) } : line)),
  };
}

function subjectOf(session: Session, title: string | undefined): string {
  const code = session.codes.find((each) => each.role === 'code')?.code;
  return `Remote Desktop: ${title ?? 'help wanted'}${code && !title?.includes(code) ? ` [${code}]` : ''}`;
}

function relevantFindings(mind: Mind, session: Session): readonly ReportedFact[] {
  const bearing = mind.bearingOn(problemsIn(session));
  const relevant = session.findings.filter((each) => bearing.has(each.question));
  return relevant.map(({ answer, basis }) => ({ id: answer, basis, statement: mind.graph.finding(answer)?.answer.statement ?? answer }));
}

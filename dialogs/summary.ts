import type { EscalationTicket } from './ticket.ts';
import { percent } from './phrases.ts';
import type { TurnDraft } from './draft.ts';
import type { Session } from './session.ts';
import { likeliestAnswer } from '../understanding/suggestions.ts';

const OUTCOME = { worked: 'worked', failed: 'did not help', cannot: 'could not be done', skipped: 'skipped' } as const;

/** With this the record begins; what the person added stands above it. */
export const RECORD = 'Problem: ';

/** What a person of the helpdesk reads first; the user corrects it before it is sent. */
export function summarise(draft: TurnDraft): string {
  const { graph } = draft.mind;
  const { session } = draft;
  const problem = session.problem ? graph.problems.get(session.problem) : undefined;
  const title = problem?.title ?? 'Remote Desktop does not work';
  const untold = session.codes.filter((each) => !title.includes(each.code));
  const codes = untold.map((each) => (each.role === 'extended' ? `extended ${each.code}` : each.code)).join(', ');
  const known = [...relevantFindings(draft).map((each) => each.statement), ...supposed(draft)];
  const tried = session.attempts.map((each) => `- ${graph.fixes.get(each.fix)?.title ?? each.fix}: ${OUTCOME[each.outcome]}`);
  const likely = posterior(draft).slice(0, 3).map((each) => `${graph.causes.get(each.cause)?.title ?? 'unknown'} (${percent(each.probability)})`);
  const first = session.transcript.find((line) => line.who === 'person')?.text;
  return [
    `${RECORD}${title}${codes ? ` (${codes})` : ''}`,
    ...(first ? [`In their words: ${first.replace(/\s+/g, ' ').slice(0, 300)}`] : []),
    ...(known.length > 0 ? [`Known: ${known.join('; ')}`] : []),
    ...(likely.length > 0 ? [`Likeliest causes: ${likely.join(', ')}`] : []),
    tried.length > 0 ? `Tried:\n${tried.join('\n')}` : 'Tried: nothing yet',
  ].join('\n');
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
    findings: relevantFindings(draft),
    causes: posterior(draft).map((each) => ({ id: each.cause, title: graph.causes.get(each.cause)?.title ?? each.cause, probability: each.probability })),
    fixesTried: session.attempts.map((each) => ({ id: each.fix, title: graph.fixes.get(each.fix)?.title ?? each.fix, outcome: each.outcome, at: each.at })),
    transcript: session.transcript,
  };
}

function subjectOf(session: Session, title: string | undefined): string {
  const code = session.codes.find((each) => each.role === 'code')?.code;
  return `Remote Desktop: ${title ?? 'help wanted'}${code && !title?.includes(code) ? ` [${code}]` : ''}`;
}

function relevantFindings({ session, mind }: TurnDraft): { id: string; statement: string }[] {
  const bearing = mind.bearingOn(session.problem);
  const relevant = session.findings.filter((each) => bearing.has(each.question));
  return relevant.map(({ answer }) => ({ id: answer, statement: mind.graph.finding(answer)?.answer.statement ?? answer }));
}

/** What was only suggested, marked as such. */
function supposed({ session, mind }: TurnDraft): string[] {
  const bearing = mind.bearingOn(session.problem);
  const answers = (session.suggested ?? []).filter((each) => bearing.has(each.question)).map(likeliestAnswer);
  return answers.flatMap((answer) => {
    const statement = answer === undefined ? undefined : mind.graph.finding(answer)?.answer.statement;
    return statement === undefined ? [] : [`probably ${statement}`];
  });
}

function posterior(draft: TurnDraft) {
  return draft.session.problem ? draft.mind.troubleshooter(draft.session.problem).posterior(draft.evidence()) : [];
}

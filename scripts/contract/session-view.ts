import type { Mind } from '../../dialogs/mind.ts';
import type { Phase, Session } from '../../dialogs/session.ts';
import { beliefOf, reportFacts } from '../../dialogs/summary.ts';

/** A conversation as measures see it; the names in it are theirs and stay when the session's own change. */
export interface SessionView {
  readonly problem: string | null;
  /** What the person is expected to answer. */
  readonly open: { readonly kind: OpenKind; readonly id?: string };
  readonly findings: readonly { readonly question: string; readonly answer: string; readonly basis: 'told' | 'measured' }[];
  readonly supposed: readonly { readonly question: string; readonly answer: string }[];
  readonly unanswered: readonly string[];
  readonly steps: readonly { readonly fix: string; readonly outcome: string }[];
  readonly capabilities: Readonly<Record<string, boolean>>;
  readonly causes: readonly string[];
  readonly ticket?: { readonly number: string };
  readonly report?: ReportView;
}

type OpenKind = 'question' | 'step' | 'undo' | 'choice' | 'code' | 'report' | 'ticket' | 'solved' | 'none';

/** What the person at the helpdesk reads: answers and causes by their ids, and the text itself. */
interface ReportView {
  readonly known: readonly string[];
  readonly supposed: readonly string[];
  readonly causes: readonly string[];
  readonly text: string;
}

/** @param ticketText what the helpdesk reads, while a ticket is open */
export function sessionView(mind: Mind, session: Session, ticketText: string | undefined): SessionView {
  const { problem, phase, findings, steps, capabilities, escalation } = session;
  const text = phase.name === 'escalating' ? phase.summary : ticketText;
  return {
    problem: problem ?? null,
    open: openIn(phase),
    findings: findings.map(({ question, answer, basis }) => ({ question, answer, basis })),
    // A guess is never kept: what is not known is not supposed either.
    supposed: [],
    unanswered: session.unanswered,
    steps: steps.filter((each) => each.outcome !== 'offered').map(({ fix, outcome }) => ({ fix, outcome })),
    capabilities,
    causes: beliefOf(mind, session).map((each) => each.cause),
    ...(escalation?.number !== undefined && { ticket: { number: escalation.number } }),
    ...(text !== undefined && { report: reportView(mind, session, text) }),
  };
}

function openIn(phase: Phase): SessionView['open'] {
  switch (phase.name) {
    case 'asking':
      return { kind: 'question', id: phase.question };
    case 'fixing':
      return { kind: 'step', id: phase.fix };
    case 'undoing':
      return { kind: 'undo', id: phase.fix };
    case 'choosing':
      return { kind: 'choice', id: phase.options.join(',') };
    case 'confirming-code':
      return { kind: 'code', id: phase.code };
    case 'escalating':
      return { kind: 'report', id: phase.escalationId };
    case 'with-a-person':
      return { kind: 'ticket', id: phase.escalationId };
    case 'solved':
      return { kind: 'solved', ...(phase.by !== undefined && { id: phase.by }) };
    case 'listening':
      return { kind: 'none' };
  }
}

/** The person may have struck something out of the text: what is not in it any more is not in the report. */
function reportView(mind: Mind, session: Session, text: string): ReportView {
  const { known, causes } = reportFacts(mind, session);
  const told = (facts: typeof known): string[] => facts.filter((each) => text.includes(each.statement)).map((each) => each.id);
  const named = causes.filter(({ cause }) => text.includes(mind.graph.causes.get(cause)?.title ?? cause));
  return { known: told(known), supposed: [], causes: named.map((each) => each.cause), text };
}

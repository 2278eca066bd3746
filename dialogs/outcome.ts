import type { TurnDraft } from './draft.ts';
import { isInVain } from './ledger.ts';
import type { Phase, Session } from './session.ts';
import type { OutcomeRecord } from './turn.ts';

/** What a turn leaves for learning to know. */
type Account = Pick<OutcomeRecord, 'problem' | 'end' | 'escalationId' | 'findings' | 'failed' | 'solvedBy' | 'confirmed' | 'rating' | 'tally' | 'capabilities'>;

/** Reports the case to learning where the turn changed what is known of it. Called when everything else of the turn is settled. */
export function reportCase(draft: TurnDraft, before: Session | undefined): void {
  const account = accountOf(draft.session);
  if (!account || (isEmpty(account) && !draft.session.case)) return;
  if (before?.case && before.case.id === draft.session.case?.id && JSON.stringify(accountOf(before)) === JSON.stringify(account)) return;

  const now = draft.context.now.toISOString();
  const known = draft.session.case ?? { id: draft.context.newId(), openedAt: now };
  draft.change({ case: known });
  draft.effect({ type: 'record-outcome', outcome: { ...known, reportedAt: now, graphVersion: draft.mind.graph.version, ...account } });
}

/** Undefined where there is no problem, and while it is being asked which problem it is. */
function accountOf(session: Session): Account | undefined {
  const { problem, phase, steps, escalation, followUp, rating, tally } = session;
  // An offer to fetch a person is no end of what it interrupted.
  const table = phase.name === 'escalating' ? phase.before : phase;
  const end = endOf(table);
  if (problem === undefined || end === undefined) return undefined;
  const solvedBy = table.name === 'solved' ? table.by : undefined;
  // What worked for a while only is a fix that failed.
  const failed = steps.filter((each) => isInVain(each) || (each.outcome === 'worked' && each.fix !== solvedBy));
  return {
    problem,
    end,
    ...(escalation && { escalationId: escalation.id }),
    findings: session.findings.map(({ answer, basis }) => ({ id: answer, basis })),
    failed: failed.map((each) => each.fix),
    ...(solvedBy !== undefined && { solvedBy }),
    ...(followUp?.confirmed && { confirmed: true }),
    ...(rating?.score !== undefined && { rating }),
    ...(tally && { tally }),
    capabilities: { ...session.capabilities },
  };
}

function endOf(table: Exclude<Phase, { readonly name: 'escalating' }>): OutcomeRecord['end'] | undefined {
  switch (table.name) {
    case 'solved':
      return 'solved';
    case 'with-a-person':
      return 'handed-over';
    case 'choosing':
    case 'confirming-code':
      return undefined;
    case 'listening':
    case 'asking':
    case 'fixing':
    case 'undoing':
      return 'open';
  }
}

function isEmpty({ end, findings, failed, solvedBy }: Account): boolean {
  return end === 'open' && findings.length === 0 && failed.length === 0 && solvedBy === undefined;
}

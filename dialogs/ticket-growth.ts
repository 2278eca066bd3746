import type { TurnDraft } from './draft.ts';
import { isTold } from './ledger.ts';
import type { Session } from './session.ts';

/** What was tried while a ticket is open goes onto it. Called when everything else of the turn is settled. */
export function growTicket(draft: TurnDraft, before: Session | undefined): void {
  const { escalation, steps, transcript } = draft.session;
  if (!escalation || before?.escalation?.id !== escalation.id) return;
  const known = new Set(before.steps);
  for (const step of steps.filter((each) => isTold(each) && !known.has(each))) {
    const title = draft.mind.graph.fixes.get(step.fix)?.title ?? step.fix;
    draft.effect({
      type: 'append-to-ticket',
      escalationId: escalation.id,
      messageKey: `${escalation.id}/${transcript.length}/${step.fix}`,
      text: draft.phrases.meanwhile(title, draft.phrases.OUTCOME[step.outcome]),
    });
  }
}

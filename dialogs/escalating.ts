import type { Act } from './act.ts';
import type { TurnDraft } from './draft.ts';
import { ADDED, BUTTON, CORRECT, OFFER_PERSON, OPENING, WITHDRAWN } from './phrases.ts';
import { button } from './present.ts';
import { remind } from './remind.ts';
import { summarise, ticketOf } from './summary.ts';

/** Shows what a person would read. The escalation's id is made here, with the offer, so that opening is idempotent. */
export function offerPerson(draft: TurnDraft): void {
  const { phase } = draft.session;
  const escalationId = phase.name === 'escalating' ? phase.escalationId : draft.context.newId();
  show(draft, escalationId, summarise(draft), OFFER_PERSON);
}

/** Acts while the offer is on the table. Answers false when the act is none of its own. */
export function actOnOffer(draft: TurnDraft, act: Act, text: string): boolean {
  const { phase } = draft.session;
  if (phase.name !== 'escalating') return false;
  const { escalationId, summary } = phase;
  switch (act.kind) {
    case 'send':
      send(draft, escalationId, act.summary ?? summary);
      return true;
    case 'yes':
    case 'done':
    case 'person':
      send(draft, escalationId, summary);
      return true;
    case 'no':
    case 'cancel':
      draft.change({ phase: phase.before });
      draft.text(WITHDRAWN);
      remind(draft);
      return true;
    case 'correct':
      draft.text(CORRECT);
      return true;
    default:
      if (text === '') return false;
      show(draft, escalationId, `${text}\n\n${summary}`, ADDED);
      return true;
  }
}

function show(draft: TurnDraft, escalationId: string, summary: string, text: string): void {
  const { phase } = draft.session;
  draft.enter({ name: 'escalating', escalationId, summary, before: phase.name === 'escalating' ? phase.before : phase });
  const { step } = draft.session;
  draft.say({
    type: 'summary',
    text,
    summary,
    escalationId,
    buttons: [
      button(BUTTON.send, 'send-ticket', escalationId, step, true),
      button(BUTTON.correct, 'correct-summary', escalationId, step),
      button(BUTTON.notNow, 'withdraw', escalationId, step),
    ],
  });
}

function send(draft: TurnDraft, escalationId: string, summary: string): void {
  draft.effect({ type: 'open-ticket', ticket: ticketOf(draft, escalationId, summary) });
  draft.change({ escalation: { id: escalationId, status: 'opening' } });
  draft.enter({ name: 'with-a-person', escalationId });
  draft.text(OPENING);
}

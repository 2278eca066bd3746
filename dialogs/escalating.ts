import type { Understood } from '../understanding/act.ts';
import type { TurnDraft } from './draft.ts';
import { solved } from './fixing.ts';
import { take } from './next-step.ts';
import { ADDED, BUTTON, CORRECT, OFFER_PERSON, OPENING, WHAT_A_TICKET_DOES, WITHDRAWN } from './phrases.ts';
import { button } from './present.ts';
import { remind } from './remind.ts';
import { RECORD, summarise, ticketOf } from './summary.ts';

/** Shows what a person would read. The escalation's id is made here, with the offer, so that opening is idempotent. */
export function offerPerson(draft: TurnDraft, unasked = false): void {
  const { phase } = draft.session;
  const escalationId = phase.name === 'escalating' ? phase.escalationId : draft.context.newId();
  show(draft, escalationId, summarise(draft), OFFER_PERSON, unasked);
}

/** Acts while the offer is on the table. Answers false when the act is none of its own. */
export function actOnOffer(draft: TurnDraft, { act, findings, suggested, text }: Understood): boolean {
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
    case 'skip':
    case 'cancel':
      draft.change({ phase: phase.before });
      draft.text(WITHDRAWN);
      remind(draft);
      return true;
    case 'correct':
      draft.text(CORRECT);
      return true;
    case 'explain':
      draft.remark('explained');
      draft.text(WHAT_A_TICKET_DOES);
      remind(draft);
      return true;
    case 'worked':
      draft.change({ phase: phase.before });
      if (phase.before.name === 'fixing') return false;
      solved(draft, undefined);
      return true;
    case 'prefer':
      draft.change({ phase: phase.before });
      return false;
    // What leads away and back does so here as well.
    case 'take-back':
    case 'term':
    case 'chat':
    case 'status':
    case 'continue':
      return false;
    default:
      if (text === '') return false;
      add(draft, findings, suggested, text);
      return true;
  }
}

/** What was added stands on top in the person's words; what could be read from it stands in the record as well. */
function add(draft: TurnDraft, findings: Understood['findings'], suggested: Understood['suggested'], text: string): void {
  const before = summarise(draft);
  take(draft, findings, suggested);
  const { phase } = draft.session;
  if (phase.name !== 'escalating') return;
  show(draft, phase.escalationId, `${text}\n\n${updated(phase.summary, before, summarise(draft))}`, ADDED);
}

/** After an answer was taken back: the record as it is now, under what the person wrote. */
export function refreshOffer(draft: TurnDraft): void {
  const { phase } = draft.session;
  if (phase.name !== 'escalating') return;
  const written = phase.summary.slice(0, Math.max(0, phase.summary.indexOf(RECORD)));
  show(draft, phase.escalationId, `${written}${summarise(draft)}`, OFFER_PERSON);
}

function updated(summary: string, before: string, after: string): string {
  return summary.endsWith(before) ? summary.slice(0, summary.length - before.length) + after : summary;
}

function show(draft: TurnDraft, escalationId: string, summary: string, text: string, unasked = false): void {
  const { phase } = draft.session;
  draft.enter({ name: 'escalating', escalationId, summary, ...(unasked && { unasked }), before: phase.name === 'escalating' ? phase.before : phase });
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

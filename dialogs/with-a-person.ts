import type { Act } from '../understanding/act.ts';
import type { TurnDraft } from './draft.ts';
import { confirmCure, planFollowUp } from './follow-up.ts';
import { isDone, ownerOf } from './owner.ts';
import { button } from './present.ts';
import type { TicketStatus } from './ticket.ts';
import { askRating } from './rating.ts';
import { remind } from './remind.ts';
import { openWork, type Escalation } from './session.ts';
import { endOrReopen, hearTicketWish, ticketButtons, ticketWish } from './ticket-wishes.ts';
import type { UserEvent } from './turn.ts';
import { whileClosed } from './while-closed.ts';
import { isWithoutHelpdesk } from './without-helpdesk.ts';

/** Once a person has taken over, the assistant is quiet about fixes: it passes messages on and tells the ticket's state. */
export function actWithPerson(draft: TurnDraft, act: Act, text: string): boolean {
  const { phase, escalation } = draft.session;
  if (!escalation) return false;
  if (act.kind === 'close-ticket' || act.kind === 'reopen-ticket') {
    endOrReopen(draft, act.kind === 'reopen-ticket');
    if (openWork(draft.session.phase)) remind(draft);
    return true;
  }
  const wish = ticketWish(text);
  if (wish) {
    hearTicketWish(draft, wish, tellStatus);
    return true;
  }
  if (phase.name !== 'with-a-person') return backToSupport(draft, act);
  if (act.kind === 'continue' && (phase.before || phase.taken)) {
    goOnWithoutSupport(draft, phase.before ? draft.phrases.KEEP_TRYING : draft.phrases.BACK_WITH_ASSISTANT);
    return true;
  }
  if (act.kind === 'status' || act.kind === 'person' || act.kind === 'continue') {
    tellStatus(draft);
    return true;
  }
  if (act.kind === 'term' && text !== '' && ownerOf(draft.session) !== 'person') return false;
  if (text === '' && act.kind !== 'worked' && act.kind !== 'failed') return false;
  const isVain = act.kind === 'failed' && isDone(escalation.status);
  tellHelpdesk(draft, escalation.id, text !== '' ? text : act.kind === 'worked' ? draft.phrases.TOLD_WORKS : draft.phrases.TOLD_WORKS_NOT, isVain ? 'open' : undefined);
  if (isVain) draft.change({ escalation: { ...escalation, status: 'open' } });
  if (act.kind === 'worked') hearThatItWorks(draft);
  else if (isVain || text === '') draft.text(draft.phrases.worksNot(escalation.number));
  else if (ownerOf(draft.session) !== 'person') draft.text(draft.phrases.passedOn(escalation.number));
  return true;
}

/** Where support called it done, that is asked about again on the next day; what is a day old is confirmed by it. */
function hearThatItWorks(draft: TurnDraft): void {
  const { escalation } = draft.session;
  if (!escalation) return;
  if (ownerOf(draft.session) !== 'person') draft.text(draft.phrases.worksAgain(escalation.number));
  if (!isDone(escalation.status) || confirmCure(draft)) return;
  if (!draft.session.followUp) planFollowUp(draft);
  askRating(draft);
}

/** The step that was open is on the table again. */
function goOnWithoutSupport(draft: TurnDraft, text: string): void {
  const { phase } = draft.session;
  if (phase.name !== 'with-a-person') return;
  draft.enter(phase.before ?? { name: 'listening' });
  draft.text(text);
  if (phase.before) remind(draft);
}

/** Support is asked for again while their ticket is open: it is told how that stands, and no second one is made. */
function backToSupport(draft: TurnDraft, act: Act): boolean {
  const { phase, escalation } = draft.session;
  if (act.kind !== 'person' || !escalation || escalation.status === 'refused' || escalation.status === 'closed') return false;
  const before = openWork(phase);
  draft.enter({ name: 'with-a-person', escalationId: escalation.id, ...(before && { before }) });
  tellStatus(draft);
  return true;
}

/** From the first answer of support on, the assistant is quiet. */
function leaveToSupport(draft: TurnDraft): void {
  const { phase, escalation } = draft.session;
  if (!escalation || (phase.name === 'with-a-person' && phase.taken) || phase.name === 'solved') return;
  const before = phase.name === 'with-a-person' ? phase.before : openWork(phase);
  draft.enter({ name: 'with-a-person', escalationId: escalation.id, taken: true, ...(before && { before }) });
}

function tellHelpdesk(draft: TurnDraft, escalationId: string, text: string, status?: 'open'): void {
  draft.effect({ type: 'append-to-ticket', escalationId, messageKey: `${escalationId}/${draft.session.transcript.length}`, text, ...(status && { status }) });
}

export function tellStatus(draft: TurnDraft): void {
  const { escalation, phase, step } = draft.session;
  draft.remark('status-told');
  const text = escalation ? `${draft.phrases.ticketStatus(escalation.number, escalation.status)}${isAtSupport(escalation.status) ? whileClosed(draft) : ''}` : isWithoutHelpdesk(draft) ? draft.phrases.NO_TICKETS : draft.phrases.NO_TICKET;
  const goOn = phase.name !== 'with-a-person' ? [] : phase.before ? [button(draft.phrases.BUTTON.keepTrying, 'continue', '', step)] : phase.taken ? [button(draft.phrases.BUTTON.backToAssistant, 'continue', '', step)] : [];
  const buttons = [...goOn, ...ticketButtons(draft)];
  draft.say({ type: 'text', text, ...(buttons.length > 0 && { buttons }) });
}

/** It is support's turn. */
function isAtSupport(status: Escalation['status']): boolean {
  return status === 'opening' || status === 'failed' || status === 'new' || status === 'open';
}

type TicketEvent = Extract<UserEvent, { escalationId: string }>;

/** What the helpdesk did. At least once and in any order: told once each. */
export function hearHelpdesk(draft: TurnDraft, event: TicketEvent): void {
  const { escalation, toldEvents } = draft.session;
  if (escalation?.id !== event.escalationId) return;
  switch (event.type) {
    case 'ticket-opened':
      if (escalation.number === event.number) return;
      draft.change({ escalation: { ...escalation, number: event.number, ...(event.url && { url: event.url }), status: 'new' } });
      draft.say({ type: 'ticket', text: `${draft.phrases.ticketOpened(event.number)}${whileClosed(draft)}`, number: event.number, status: 'new', ...(event.url && { url: event.url }) });
      return;
    case 'ticket-failed':
      if (escalation.status === 'refused' || (escalation.status === 'failed' && !event.forGood)) return;
      draft.change({ escalation: { ...escalation, status: event.forGood ? 'refused' : 'failed' } });
      // Nobody will come: the conversation is the assistant's again.
      if (event.forGood && draft.session.phase.name === 'with-a-person') draft.enter({ name: 'listening' });
      draft.text(event.forGood ? draft.phrases.OPENING_REFUSED : draft.phrases.OPENING_FAILED);
      return;
    case 'note-refused':
      if (toldEvents.includes(event.messageKey)) return;
      draft.change({ toldEvents: [...toldEvents, event.messageKey] });
      draft.text(draft.phrases.noteRefused(escalation.number));
      return;
    case 'ticket-replied':
      if (toldEvents.includes(event.eventId)) return;
      draft.change({ toldEvents: [...toldEvents, event.eventId], escalation: { ...escalation, status: isDone(escalation.status) ? escalation.status : 'open' } });
      draft.say({ type: 'person', author: event.author, words: event.text, text: draft.phrases.supportSays(event.author, event.text) });
      if (ownerOf(draft.session) === 'person') return;
      leaveToSupport(draft);
      if (ownerOf(draft.session) === 'person') draft.say({ type: 'text', text: draft.phrases.nowWith(event.author), buttons: [button(draft.phrases.BUTTON.backToAssistant, 'continue', '', draft.session.step)] });
      return;
    case 'handed-back':
      if (toldEvents.includes(event.eventId)) return;
      draft.change({ toldEvents: [...toldEvents, event.eventId] });
      goOnWithoutSupport(draft, draft.phrases.handedBack(event.author));
      return;
    case 'ticket-changed':
      if (toldEvents.includes(event.eventId)) return;
      draft.change({ toldEvents: [...toldEvents, event.eventId], escalation: { ...escalation, status: event.status } });
      tellChange(draft, event.status);
      return;
  }
}

function tellChange(draft: TurnDraft, status: TicketStatus): void {
  const { number = '' } = draft.session.escalation ?? {};
  const text = draft.phrases.ticketStatus(draft.session.escalation?.number, status);
  if (status !== 'resolved' && status !== 'closed') {
    draft.say({ type: 'ticket', text, number, status });
    return;
  }
  draft.enter({ name: 'with-a-person', escalationId: draft.session.escalation?.id ?? '' });
  const { step } = draft.session;
  const buttons = [button(draft.phrases.BUTTON.worked, 'worked', '', step, true), button(draft.phrases.BUTTON.notWorked, 'failed', '', step)];
  draft.say({ type: 'ticket', text: `${text} ${draft.phrases.RESOLVED_CHECK}`, number, status, buttons });
}

import type { TurnDraft } from './draft.ts';
import { isDone } from './owner.ts';
import type { Phrases } from './phrases.ts';
import { button } from './present.ts';
import type { Button } from './turn.ts';

const TICKET = String.raw`(?:(?:my|the|this|that) )?ticket(?: (?:no\.? ?|number )?#?\d+)?`;
const CLOSE = new RegExp(String.raw`^(?:please |pls |can you |could you |you can )*(?:close|cancel|withdraw) ${TICKET}(?: please| now)?[.!?]*$`, 'i');
const REOPEN = new RegExp(String.raw`^(?:please |pls |can you |could you )*re-?open ${TICKET}(?: please| again)?[.!?]*$`, 'i');
const STATE = /^(?:(?:what(?:'s| is) the |ticket )?(?:status|state)(?: of (?:my|the) ticket)?)[?.!]*$/i;
const NUMBERED = /(?:\bticket\s*(?:no\.?|number)?\s*#?|#)(\d{1,12})\b/i;
/** Words of a question about a ticket; in more of them a number is part of a story. */
const SHORT = 8;

/** What somebody wants of their ticket, in plain words. */
export type TicketWish = { readonly wish: 'close' | 'reopen' } | { readonly wish: 'state'; readonly number?: string };

/** Undefined where the words say something else. Pure. */
export function ticketWish(text: string): TicketWish | undefined {
  const words = text.trim();
  if (CLOSE.test(words)) return { wish: 'close' };
  if (REOPEN.test(words)) return { wish: 'reopen' };
  if (STATE.test(words)) return { wish: 'state' };
  const [whole, number] = NUMBERED.exec(words) ?? [];
  const isAsked = words === whole || /\?$|\b(?:status|state|news|progress|update)\b/i.test(words);
  return number !== undefined && isAsked && words.split(/\s+/).length <= SHORT ? { wish: 'state', number } : undefined;
}

/** Closing and opening again are asked about first: they end or begin somebody's work. */
export function hearTicketWish(draft: TurnDraft, wish: TicketWish, tellStatus: (draft: TurnDraft) => void): void {
  const { escalation, step } = draft.session;
  if (!escalation) return;
  if (wish.wish === 'state') {
    if (wish.number === undefined || wish.number === escalation.number) tellStatus(draft);
    else draft.text(draft.phrases.onlyThisTicket(escalation.number));
    return;
  }
  const done = isDone(escalation.status);
  if ((wish.wish === 'close') === done) tellStatus(draft);
  else draft.say({ type: 'text', text: done ? draft.phrases.REOPEN_TICKET : draft.phrases.CLOSE_TICKET, buttons: [done ? reopenButton(draft.phrases, step) : closeButton(draft.phrases, step)] });
}

/** The button for what can be done with the ticket as it stands. */
export function ticketButtons({ session: { escalation, step }, phrases }: TurnDraft): Button[] {
  if (!escalation || escalation.status === 'refused') return [];
  return [isDone(escalation.status) ? reopenButton(phrases, step) : closeButton(phrases, step)];
}

const closeButton = ({ BUTTON }: Phrases, step: number): Button => button(BUTTON.closeTicket, 'close-ticket', '', step);
const reopenButton = ({ BUTTON }: Phrases, step: number): Button => button(BUTTON.reopenTicket, 'reopen-ticket', '', step);

/** The person's own word on the ticket, told to support with it. */
export function endOrReopen(draft: TurnDraft, reopen: boolean): void {
  const { escalation, phase, transcript } = draft.session;
  if (!escalation || isDone(escalation.status) !== reopen) return;
  draft.effect({
    type: 'append-to-ticket',
    escalationId: escalation.id,
    messageKey: `${escalation.id}/${transcript.length}/${reopen ? 'reopen' : 'close'}`,
    text: reopen ? draft.phrases.TOLD_REOPEN : draft.phrases.TOLD_CLOSE,
    status: reopen ? 'open' : 'closed',
  });
  draft.change({ escalation: { ...escalation, status: reopen ? 'open' : 'closed' } });
  if (reopen) draft.enter({ name: 'with-a-person', escalationId: escalation.id });
  else if (phase.name === 'with-a-person') draft.enter(phase.before ?? { name: 'listening' });
  draft.text(reopen ? draft.phrases.reopenedByPerson(escalation.number) : draft.phrases.closedByPerson(escalation.number));
}

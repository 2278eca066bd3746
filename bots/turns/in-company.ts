import type { Session } from '../../dialogs/session.ts';
import type { Advance, Effect, Reply, Turn, UserEvent } from '../../dialogs/turn.ts';

/**
 * The turn where others read along: a step, a question or an explanation is for everybody, a report, a ticket or a person's data
 * is not. A turn with something private in it does not take place: the case stands where it stood, and its person is shown the
 * way to their own chat.
 *
 * @param botId as Teams names it, `28:...`
 */
export function inCompany(advance: Advance, botId: string): Advance {
  return (stored, event, context) => {
    const turn = advance(stored, event, context);
    if (!isPrivate(event, turn)) return turn;
    // What cannot be read changes nothing: a case that was not there begins empty.
    const session = stored ?? advance(undefined, { type: 'unknown', what: 'nothing' }, context).session;
    return { session, replies: [{ type: 'text', text: goOnInPrivate(session, botId) }], effects: [], remarks: [] };
  };
}

function isPrivate(event: UserEvent, { replies, effects, remarks }: Turn): boolean {
  if (effects.some(isPersonal) || replies.some(isPersonalReply)) return true;
  return remarks.includes('request-given') || remarks.includes('report-given') || isOfHelpdesk(event);
}

/** Learning takes ids without a person. */
function isPersonal({ type }: Effect): boolean {
  return type !== 'record-outcome';
}

function isPersonalReply({ type, buttons = [] }: Reply): boolean {
  return type === 'summary' || type === 'ticket' || type === 'person' || buttons.some(({ press }) => press.action === 'erase-data');
}

function isOfHelpdesk({ type }: UserEvent): boolean {
  return type.startsWith('ticket-') || type === 'note-refused';
}

function goOnInPrivate(session: Session, botId: string): string {
  return `That's between you and me, and others read along here. [Open our own chat](${ownChatAddress(session, botId)}) and say it there: tickets, reports and your data are dealt with in that chat only.`;
}

/** Teams opens the person's own chat with the codes in its box; what else is known stays with this case. */
export function ownChatAddress({ codes }: Session, botId: string): string {
  const address = new URL('https://teams.microsoft.com/l/chat/0/0');
  address.searchParams.set('users', botId);
  if (codes.length > 0) address.searchParams.set('message', codes.map(({ code }) => code).join(' '));
  return address.href;
}

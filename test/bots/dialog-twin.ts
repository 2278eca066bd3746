import { newSession, type Session } from '../../dialogs/session.ts';
import type { Advance, Effect, Reply } from '../../dialogs/turn.ts';

/**
 * A dialog small enough to foretell: greets, counts what it hears, answers each with one text, puts a button on the
 * text "card", wants a ticket on the text "ticket", says two things on "two", and throws on "throw".
 */
export const advanceTwin: Advance = (stored, event, { now, conversationId, person, newId }) => {
  const session = stored ?? newSession(conversationId, now);
  const heard = session.step + 1;
  const next = { ...session, step: heard };
  const done = (replies: readonly Reply[], effects: readonly Effect[] = [], kept: Session = next) =>
    ({ session: kept, replies, effects, remarks: [] });
  switch (event.type) {
    case 'joined':
      return done([{ type: 'text', text: 'Hello.' }], [], session);
    case 'utterance':
      if (event.text === 'throw') throw new Error(`cannot read "${event.text}"`);
      if (event.text === 'two') return done([{ type: 'text', text: `${heard}: one` }, { type: 'text', text: `${heard}: two` }]);
      if (event.text === 'card') {
        const press = { action: 'worked', target: 'fix', step: heard } as const;
        return done([{ type: 'text', text: `${heard}: press`, buttons: [{ title: 'It works', press }] }]);
      }
      if (event.text === 'ticket') {
        return done([{ type: 'text', text: `${heard}: ticket` }], [{ type: 'append-to-ticket', escalationId: 'e', messageKey: newId(), text: 'x' }]);
      }
      return done([{ type: 'text', text: `${heard}: ${person.name ?? ''} said ${event.text}${(event.attachments ?? []).map(({ contentType }) => ` +${contentType}`).join('')}` }]);
    case 'pressed':
      return done([{ type: 'text', text: `${heard}: ${event.press.action} ${event.press.target}${event.press.input ? ` ${JSON.stringify(event.press.input)}` : ''}` }]);
    case 'ticket-opened':
    case 'ticket-failed':
    case 'note-refused':
    case 'ticket-replied':
    case 'handed-back':
    case 'ticket-changed':
      return done([{ type: 'text', text: `${heard}: ${event.type} ${event.escalationId}` }]);
    case 'follow-up-due':
      return done([{ type: 'text', text: `${heard}: ${event.type} ${event.followUpId}` }]);
    case 'unknown':
      return done([{ type: 'text', text: `${heard}: unknown: ${event.what}` }]);
  }
};

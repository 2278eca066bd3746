import type { UserEvent } from '../dialogs/turn.ts';
import { cursorOf, taggedCursor } from './cursor.ts';
import type { Addition, Outbox } from './outbox.ts';
import type { Helpdesk, HelpdeskEvent } from './port.ts';

/** Takes in what the helpdesk's people did since the last time. The cursor moves in the write that takes it in. Rejects with a HelpdeskError. */
export async function takeNews(helpdesk: Helpdesk, outbox: Outbox, timeoutMs: number): Promise<void> {
  for (;;) {
    const from = await cursorOf(outbox, helpdesk.name);
    const page = await helpdesk.since(from, AbortSignal.timeout(timeoutMs));
    if (page.cursor !== from) await outbox.advanceCursor(taggedCursor(helpdesk.name, page.cursor), page.events.flatMap(owedFor));
    if (!page.more) return;
  }
}

function owedFor(event: HelpdeskEvent): Addition[] {
  if (event.kind !== 'status') return [newsOf(event)];
  const { eventId, escalationId, status, cause, at } = event;
  const done = status === 'resolved' || status === 'closed';
  return [{ id: `verdict/${eventId}`, owed: { kind: 'judge', escalationId, done, ...(done && cause !== undefined && { cause }), at } }, newsOf(event)];
}

function newsOf(event: HelpdeskEvent): Addition {
  const { escalationId, eventId } = event;
  return { id: `event/${eventId}`, owed: { kind: 'notify', escalationId, event: toldAs(event) } };
}

function toldAs(event: HelpdeskEvent): UserEvent {
  const { escalationId, eventId, author } = event;
  switch (event.kind) {
    case 'reply':
      return { type: 'ticket-replied', escalationId, eventId, author, text: event.text };
    case 'handed-back':
      return { type: 'handed-back', escalationId, eventId, author };
    case 'status':
      return { type: 'ticket-changed', escalationId, eventId, status: event.status };
  }
}

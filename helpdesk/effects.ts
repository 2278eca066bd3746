import type { EscalationTicket } from '../dialogs/ticket.ts';
import type { Effect } from '../dialogs/turn.ts';
import type { ConversationAddress, Outbox, Owed } from './outbox.ts';

/**
 * Puts a turn's effects for the helpdesk into the outbox; resolves when they are durable. Idempotent: a repeated turn puts
 * nothing twice.
 *
 * @param dueAt when a ticket may be opened, in milliseconds since the epoch; at once when it answers nothing.
 */
export async function putEffects(outbox: Outbox, effects: readonly Effect[], address: ConversationAddress, dueAt?: (ticket: EscalationTicket) => number | undefined): Promise<boolean> {
  const entries: { id: string; owed: Owed; dueAt?: number }[] = [];
  const addresses: Record<string, ConversationAddress> = {};
  for (const effect of effects) {
    if (effect.type === 'open-ticket') {
      const due = dueAt?.(effect.ticket);
      entries.push({ id: `open/${effect.ticket.escalationId}`, owed: { kind: 'open', ticket: effect.ticket }, ...(due !== undefined && { dueAt: due }) });
      addresses[effect.ticket.escalationId] = address;
    } else if (effect.type === 'append-to-ticket') {
      const { escalationId, messageKey, text, status } = effect;
      entries.push({ id: `append/${messageKey}`, owed: { kind: 'append', escalationId, messageKey, text, ...(status && { status }) } });
      addresses[escalationId] = address;
    } else if (effect.type === 'follow-up') {
      const { followUpId, at } = effect;
      entries.push({ id: `follow-up/${followUpId}`, owed: { kind: 'notify', escalationId: followUpId, event: { type: 'follow-up-due', followUpId } }, dueAt: Date.parse(at) });
      addresses[followUpId] = address;
    }
  }
  if (entries.length > 0) await outbox.put(entries, addresses);
  return entries.length > 0;
}

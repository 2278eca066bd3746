import type { Delivery, Ending, TicketDeed, TicketListItem, TicketMessage, TicketView } from './board.ts';
import type { StoredTicket } from './ticket.ts';

/** Somebody whose channel gives no name. */
const NAMELESS = 'Visitor of the website';

export function listItemOf(stored: StoredTicket): TicketListItem {
  const { number, ticket, status, openedAt, entries } = stored;
  const assignee = assigneeOf(stored);
  return {
    number: String(number),
    subject: ticket.subject,
    requester: ticket.requester.name ?? NAMELESS,
    status,
    ...(assignee !== undefined && { assignee }),
    errorCodes: ticket.errorCodes,
    openedAt,
    updatedAt: entries.at(-1)?.at ?? openedAt,
  };
}

export async function viewOf(stored: StoredTicket, deliveryOf?: (eventId: string, sequence: number) => Promise<Delivery>): Promise<TicketView> {
  return { ...listItemOf(stored), ticket: stored.ticket, messages: await messagesOf(stored, deliveryOf), deeds: deedsOf(stored), ...endingOf(stored) };
}

export function assigneeOf({ entries }: StoredTicket): string | undefined {
  return entries.flatMap((entry) => (entry.kind === 'assigned' ? [entry.to] : [])).at(-1);
}

async function messagesOf({ ticket, entries }: StoredTicket, deliveryOf?: (eventId: string, sequence: number) => Promise<Delivery>): Promise<TicketMessage[]> {
  const person = ticket.requester.name ?? NAMELESS;
  const messages = entries.map(async (entry): Promise<TicketMessage[]> => {
    if (entry.kind === 'message') return [{ from: 'person', author: person, text: entry.text, at: entry.at }];
    if (entry.kind !== 'reply') return [];
    const delivery = await deliveryOf?.(entry.id, entry.sequence);
    return [{ from: 'helpdesk', author: entry.author, text: entry.text, at: entry.at, ...(delivery && { delivery }) }];
  });
  return (await Promise.all(messages)).flat();
}

function deedsOf({ entries }: StoredTicket): TicketDeed[] {
  return entries.flatMap((entry): TicketDeed[] => {
    if (entry.kind === 'status') return [{ author: entry.author, at: entry.at, what: 'status', status: entry.status }];
    if (entry.kind === 'handed-back') return [{ author: entry.author, at: entry.at, what: 'handed-back' }];
    return entry.kind === 'assigned' ? [{ author: entry.author, at: entry.at, what: 'assigned', ...(entry.to !== undefined && { to: entry.to }) }] : [];
  });
}

/** What the last change of its status said. */
function endingOf({ entries }: StoredTicket): Ending {
  const { cause, fix } = entries.flatMap((entry) => (entry.kind === 'status' ? [entry] : [])).at(-1) ?? {};
  return { ...(cause !== undefined && { cause }), ...(fix !== undefined && { fix }) };
}

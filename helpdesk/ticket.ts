import type { EscalationTicket, TicketStatus } from '../dialogs/ticket.ts';

/** A ticket of the embedded helpdesk, with what was written on it since. Plain JSON. */
export interface StoredTicket {
  readonly number: number;
  readonly ticket: EscalationTicket;
  readonly status: TicketStatus;
  readonly openedAt: string;
  readonly entries: readonly TicketEntry[];
}

/** In the order in which they came. `id` is the message's key, or the event's id. */
export type TicketEntry =
  | { readonly kind: 'message'; readonly id: string; readonly text: string; readonly at: string }
  | { readonly kind: 'reply'; readonly id: string; readonly sequence: number; readonly author: string; readonly text: string; readonly at: string }
  | { readonly kind: 'status'; readonly id: string; readonly sequence: number; readonly author: string; readonly status: TicketStatus; readonly cause?: string; readonly fix?: string; readonly at: string }
  | { readonly kind: 'handed-back'; readonly id: string; readonly sequence: number; readonly author: string; readonly at: string }
  /** Something that was handed on elsewhere, so that it is not handed on twice. */
  | { readonly kind: 'mark'; readonly id: string; readonly at: string }
  | { readonly kind: 'assigned'; readonly id: string; readonly author: string; /** Nobody when missing. */ readonly to?: string; readonly at: string };

/** Where the embedded helpdesk keeps its tickets. Each change resolves when it is on disk. */
export interface TicketStore {
  all(): Promise<readonly StoredTicket[]>;
  /** The highest number that was ever given, also to a ticket that cannot be read any more; 0 for none. */
  lastNumber(): Promise<number>;
  save(ticket: StoredTicket): Promise<void>;
}

/**
 * What is left of a ticket whose person is erased, or whose time is over: its number, which is not given again, and the last
 * sequence, which must not be either.
 */
export function erasedTicket({ number, openedAt, entries }: StoredTicket, at: string): StoredTicket {
  const sequence = entries.reduce((last, entry) => ('sequence' in entry ? Math.max(last, entry.sequence) : last), 0);
  return {
    number,
    status: 'closed',
    openedAt,
    ticket: {
      escalationId: `erased-${number}`, subject: 'Erased', summary: 'This ticket was erased.', requester: { id: '', name: 'erased' }, conversationId: '',
      errorCodes: [], findings: [], causes: [], fixesTried: [], transcript: [],
    },
    entries: sequence === 0 ? [] : [{ kind: 'status', id: `${number}-erased`, sequence, author: '', status: 'closed', at }],
  };
}

export function isErased({ number, ticket }: StoredTicket): boolean {
  return ticket.escalationId === `erased-${number}`;
}

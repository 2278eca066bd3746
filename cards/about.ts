import type { Reply } from '../dialogs/turn.ts';
import type { TicketStatus } from '../dialogs/ticket.ts';

/** What the parts of a long text are, so that a client can fold them. */
export type TextPart = 'title' | 'why' | 'handover' | 'facts' | 'risk' | 'step' | 'check' | 'undo' | 'source' | 'lead' | 'summary';

/**
 * What our own client needs beside a reply's text, which stays complete for every other one. It travels in
 * `channelData.reconnect`.
 */
export interface About {
  readonly kind: Reply['type'];
  /** The text's parts in order, with the length of each in UTF-16 units; two line breaks stand between them. */
  readonly outline?: readonly (readonly [part: TextPart, length: number])[];
  readonly ticket?: { readonly number: string; readonly status: TicketStatus };
  /** The person of the helpdesk who says it, and where in the text their own words begin. */
  readonly author?: { readonly name: string; readonly from: number };
}

const BETWEEN = '\n\n';

/** The text of the parts, and its outline. */
export function outlined(parts: readonly (readonly [TextPart, string])[]): { text: string; outline: NonNullable<About['outline']> } {
  return { text: parts.map(([, text]) => text).join(BETWEEN), outline: parts.map(([part, text]) => [part, text.length]) };
}

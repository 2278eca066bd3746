/** What this client reads of a Direct Line activity. */
export interface Activity {
  readonly id?: string;
  readonly type: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly value?: unknown;
  readonly timestamp?: string;
  /** Of the text, as BCP 47; English where it is absent in a reply. */
  readonly locale?: string;
  readonly replyToId?: string;
  readonly from?: { readonly role?: string; readonly name?: string };
  readonly attachments?: readonly Attachment[];
  readonly suggestedActions?: { readonly actions?: readonly SuggestedAction[] };
  readonly channelData?: { readonly clientActivityID?: string; readonly reconnect?: About };
}

export interface Attachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly name?: string;
}

export interface SuggestedAction {
  readonly type?: string;
  readonly title?: string;
  readonly value?: unknown;
}

/** As `cards/about.ts` writes it. */
export interface About {
  readonly kind: 'text' | 'question' | 'fix' | 'summary' | 'ticket' | 'person';
  readonly outline?: readonly (readonly [part: string, length: number])[];
  readonly ticket?: { readonly number: string; readonly status: TicketStatus };
  readonly author?: { readonly name: string; readonly from: number };
}

export type TicketStatus = 'new' | 'open' | 'waiting' | 'resolved' | 'closed';

const CARD = 'application/vnd.microsoft.card.adaptive';

export function cardOf({ attachments = [] }: Activity): unknown {
  return attachments.find(({ contentType }) => contentType === CARD)?.content;
}

export function isOwn(activity: Activity): boolean {
  return activity.from?.role === 'user';
}

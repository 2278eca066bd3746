import type { Side, Step } from '../knowledge/compiler/types.ts';
import type { EscalationTicket, TicketStatus } from './ticket.ts';
import type { Press } from './press.ts';
import type { Rating } from './rating.ts';
import type { Remark } from './remark.ts';
import type { Tally } from './tally.ts';

export type { Press };
import type { Session } from './session.ts';

/** What reaches the conversation. Adapters parse the world into one of these; `unknown` is what they could not. */
export type UserEvent =
  | { readonly type: 'joined'; /** The channel's, as BCP 47. */ readonly locale?: string }
  | { readonly type: 'utterance'; readonly locale?: string; readonly text: string; readonly attachments?: readonly { readonly name: string; readonly contentType: string }[] }
  | { readonly type: 'pressed'; readonly press: Press }
  | { readonly type: 'ticket-opened'; readonly escalationId: string; readonly number: string; readonly url?: string }
  | { readonly type: 'ticket-failed'; readonly escalationId: string; readonly reason: string; /** It is not tried again. */ readonly forGood?: boolean }
  /** What the person wrote did not get onto the ticket and will not. */
  | { readonly type: 'note-refused'; readonly escalationId: string; readonly messageKey: string }
  | { readonly type: 'ticket-replied'; readonly escalationId: string; readonly eventId: string; readonly author: string; readonly text: string }
  /** Support gives the conversation back to the assistant. */
  | { readonly type: 'handed-back'; readonly escalationId: string; readonly eventId: string; readonly author: string }
  /** The time for the question of the next day has come. */
  | { readonly type: 'follow-up-due'; readonly followUpId: string }
  | { readonly type: 'ticket-changed'; readonly escalationId: string; readonly eventId: string; readonly status: TicketStatus }
  | { readonly type: 'unknown'; readonly what: string };

export interface Button {
  readonly title: string;
  readonly press: Press;
  /** The one that is expected to be pressed. */
  readonly primary?: boolean;
}

export interface SourceLink {
  readonly title: string;
  readonly url?: string;
}

/** What the assistant says, as meaning; `cards/` decides how it looks. Texts are Markdown. */
export type Reply = Said & {
  /** ISO 639-1 code of the language that it is in, where that is not the base locale's. */
  readonly locale?: string;
};

type Said =
  | { readonly type: 'text'; readonly text: string; readonly buttons?: readonly Button[] }
  | {
      readonly type: 'question';
      readonly text: string;
      /** Why it is asked now. */
      readonly why?: string;
      /** A read-only command to run and paste. */
      readonly steps?: readonly Step[];
      readonly buttons: readonly Button[];
    }
  | {
      readonly type: 'fix';
      readonly fix: string;
      readonly title: string;
      /** What speaks for it. */
      readonly why?: string;
      readonly side: Side;
      readonly who: string;
      readonly minutes: number;
      readonly risk: { readonly level: 'none' | 'low' | 'medium' | 'high'; readonly text: string };
      readonly steps: readonly Step[];
      readonly check: string;
      readonly undo: string;
      readonly sources: readonly SourceLink[];
      /** A sentence on how well founded it is. */
      readonly confidence: string;
      /** Set when somebody else is asked to do it: the words to send them. */
      readonly handover?: string;
      readonly buttons: readonly Button[];
    }
  | { readonly type: 'summary'; readonly text: string; readonly summary: string; readonly escalationId: string; readonly buttons: readonly Button[] }
  | { readonly type: 'ticket'; readonly text: string; readonly number: string; readonly status: TicketStatus; readonly url?: string; readonly buttons?: readonly Button[] }
  /** A person of the helpdesk says it. `text` ends with their words. */
  | { readonly type: 'person'; readonly author: string; readonly words: string; readonly text: string; readonly buttons?: readonly Button[] };

/** What is to be done in the world. An effect that fails comes back as an event. */
export type Effect =
  | { readonly type: 'open-ticket'; readonly ticket: EscalationTicket }
  | { readonly type: 'append-to-ticket'; readonly escalationId: string; readonly messageKey: string; readonly text: string; /** What the person makes of the ticket with it. */ readonly status?: 'open' | 'closed' }
  /** `follow-up-due` comes back at that time. ISO 8601. */
  | { readonly type: 'follow-up'; readonly followUpId: string; readonly at: string }
  | { readonly type: 'record-outcome'; readonly outcome: OutcomeRecord }
  /** Everything that is kept about the person, this conversation with it. */
  | { readonly type: 'erase-person'; readonly eraseId: string };

/**
 * One fault as learning sees it so far: ids only, no text, no person. It is reported whenever a turn changed it, and a
 * later report of a case takes the place of the earlier one.
 */
export interface OutcomeRecord {
  /** The case, not the conversation: a fault that comes back keeps it, another problem gets its own. */
  readonly id: string;
  /** ISO 8601. */
  readonly openedAt: string;
  /** ISO 8601. */
  readonly reportedAt: string;
  readonly problem: string;
  readonly graphVersion: string;
  /** `open`: nobody said how it ended, yet. */
  readonly end: 'open' | 'solved' | 'handed-over';
  /** The escalation through which the helpdesk has it. */
  readonly escalationId?: string;
  /** Finding ids, and whether a tool measured them. */
  readonly findings: readonly { readonly id: string; readonly basis: 'told' | 'measured' }[];
  readonly failed: readonly string[];
  readonly solvedBy?: string;
  /** They said on another day that it still works. */
  readonly confirmed?: true;
  /** What they made of the help. The only words in a record, and only theirs about it; redacted. */
  readonly rating?: Rating;
  readonly tally?: Tally;
  readonly capabilities: Readonly<Record<string, boolean>>;
}

export interface Turn {
  readonly session: Session;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
  readonly remarks: readonly Remark[];
}

/** The world as a turn may see it. */
export interface TurnContext {
  readonly now: Date;
  readonly newId: () => string;
  readonly conversationId: string;
  readonly person: { readonly id: string; readonly name?: string };
}

/** Pure: the same arguments give the same turn. */
export type Advance = (session: Session | undefined, event: UserEvent, context: TurnContext) => Turn;

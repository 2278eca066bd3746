import type { StepOutcome } from './ledger.ts';

/** What the assistant hands over to a person, as the record that a helpdesk keeps. */

export type TicketStatus = 'new' | 'open' | 'waiting' | 'resolved' | 'closed';

export interface EscalationTicket {
  /** Ours, made when the offer is rendered: the idempotency key. */
  readonly escalationId: string;
  readonly subject: string;
  /** Plain text: the summary as the person corrected it. */
  readonly summary: string;
  readonly requester: { readonly id: string; readonly name?: string };
  readonly conversationId: string;
  readonly errorCodes: readonly string[];
  readonly problem?: string;
  /** `basis`: said by the person, or shown by a tool; missing on tickets from before it was kept. */
  readonly findings: readonly { readonly id: string; readonly statement: string; readonly basis?: 'told' | 'measured' }[];
  /** All that the problem has, likeliest first. */
  readonly causes: readonly { readonly id: string; readonly title: string; readonly probability: number }[];
  readonly fixesTried: readonly { readonly id: string; readonly title: string; readonly outcome: StepOutcome; readonly at: string }[];
  /** Redacted. */
  readonly transcript: readonly { readonly who: string; readonly text: string; readonly at: string }[];
}

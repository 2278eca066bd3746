import type { Role } from '../knowledge/types.ts';
import type { Finding } from '../diagnosis/evidence.ts';
import type { TicketStatus } from '../helpdesk/port.ts';

export const SESSION_VERSION = 1;

/** What is on the table. */
export type Phase =
  | { readonly name: 'listening' }
  | { readonly name: 'confirming-code'; readonly code: string; readonly extended?: string }
  | { readonly name: 'choosing'; readonly options: readonly string[] }
  | { readonly name: 'asking'; readonly question: string }
  | { readonly name: 'fixing'; readonly fix: string; readonly handover: boolean; readonly explained: number }
  | { readonly name: 'undoing'; readonly fix: string }
  | { readonly name: 'escalating'; readonly escalationId: string; readonly summary: string; readonly correcting: boolean }
  | { readonly name: 'with-a-person'; readonly escalationId: string }
  | { readonly name: 'solved'; readonly by?: string };

export interface Attempt {
  readonly fix: string;
  readonly outcome: 'worked' | 'failed' | 'cannot' | 'skipped';
  readonly handover: boolean;
  /** ISO 8601. */
  readonly at: string;
}

export interface Line {
  readonly who: 'person' | 'assistant' | 'helpdesk';
  /** Redacted. */
  readonly text: string;
  readonly at: string;
}

export interface Escalation {
  readonly id: string;
  readonly number?: string;
  readonly url?: string;
  readonly status: 'opening' | 'failed' | TicketStatus;
}

/** A conversation as it is stored: versioned plain JSON. */
export interface Session {
  readonly version: typeof SESSION_VERSION;
  readonly id: string;
  /** Grows with every card that carries buttons. */
  readonly step: number;
  readonly phase: Phase;
  readonly problem?: string;
  readonly codes: readonly { readonly code: string; readonly space: string; readonly role: 'code' | 'extended' }[];
  readonly findings: readonly Finding[];
  readonly unanswered: readonly string[];
  readonly attempts: readonly Attempt[];
  readonly capabilities: Readonly<Partial<Record<Role, boolean>>>;
  readonly escalation?: Escalation;
  /** The last press, so that a second one is recognised. */
  readonly lastPress?: string;
  /** Helpdesk events already told. */
  readonly toldEvents: readonly string[];
  readonly transcript: readonly Line[];
  readonly lastSeen: string;
}

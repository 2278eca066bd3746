import type { Role } from '../knowledge/compiler/types.ts';
import type { Finding, SoftFinding } from '../reading/evidence.ts';
import type { TicketStatus } from './ticket.ts';
import type { Mood } from '../understanding/mood.ts';

export const SESSION_VERSION = 1;

/** What is on the table. */
export type Phase =
  | { readonly name: 'listening' }
  | { readonly name: 'confirming-code'; readonly code: string; readonly extended?: string; /** Number spaces that fit, likeliest first. */ readonly spaces?: readonly string[] }
  /** Between problems. `same:<id>` keeps the evidence so far, `new:<id>` does not; a bare id opens the first problem. */
  | {
      readonly name: 'choosing';
      readonly options: readonly string[];
      readonly code?: string;
      readonly extended?: string;
      /** The options are told apart by where the code is seen. */
      readonly places?: boolean;
    }
  | { readonly name: 'asking'; readonly question: string }
  | { readonly name: 'fixing'; readonly fix: string; readonly handover: boolean; readonly explained: number }
  | { readonly name: 'undoing'; readonly fix: string }
  /** `before` is what was on the table, to go back to. */
  | { readonly name: 'escalating'; readonly escalationId: string; readonly summary: string; /** Nobody asked for it: the policy proposed it. */ readonly unasked?: boolean; readonly before: Exclude<Phase, { name: 'escalating' }> }
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

/** The last lines are kept; what came before them is in the channel's own log. */
export const TRANSCRIPT_LINES = 200;

/** What an answer may change, and what taking it back puts back. */
export type Position = Pick<Session, 'phase' | 'problem' | 'codes' | 'findings' | 'suggested' | 'unanswered' | 'attempts' | 'capabilities'>;

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
  /** Answers that the person's words only suggested. */
  readonly suggested?: readonly SoftFinding[];
  readonly unanswered: readonly string[];
  readonly attempts: readonly Attempt[];
  readonly capabilities: Readonly<Partial<Record<Role, boolean>>>;
  readonly escalation?: Escalation;
  /** The fault that is talked about, as learning counts it: from its first evidence on, and the same when it comes back. */
  readonly case?: { readonly id: string; /** ISO 8601. */ readonly openedAt: string };
  /** The last press, so that a second one is recognised. */
  readonly lastPress?: string;
  /** How often in a row a text could not be read, so that it is never asked back twice the same way. */
  readonly misread: number;
  /** As it stood before the last turn that changed it, so that the turn can be taken back. */
  readonly before?: Position;
  /** The mood that was answered last, so that it is answered once. */
  readonly mood?: Mood;
  /** That answers come in English only was said. */
  readonly toldLanguage: boolean;
  /** Helpdesk events already told. */
  readonly toldEvents: readonly string[];
  readonly transcript: readonly Line[];
  readonly lastSeen: string;
}

/** A conversation at its beginning. */
export function newSession(id: string, now: Date): Session {
  return {
    version: SESSION_VERSION,
    id,
    step: 0,
    phase: { name: 'listening' },
    codes: [],
    findings: [],
    unanswered: [],
    attempts: [],
    capabilities: {},
    misread: 0,
    toldLanguage: false,
    toldEvents: [],
    transcript: [],
    lastSeen: now.toISOString(),
  };
}

/** The part of a session that an answer may change. */
export function positionOf(session: Session): Position {
  return { phase: session.phase, ...(session.problem !== undefined && { problem: session.problem }), codes: session.codes, ...evidenceOf(session) };
}

/** The evidence of a session. */
export function evidenceOf({ findings, suggested, unanswered, attempts, capabilities }: Session): Omit<Position, 'phase' | 'problem' | 'codes'> {
  return { findings, ...(suggested && { suggested }), unanswered, attempts, capabilities };
}

/** What was stored, if this version can go on with it; undefined otherwise, which begins anew. */
export function reviveSession(stored: unknown): Session | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const session = stored as Partial<Session>;
  return session.version === SESSION_VERSION && typeof session.phase?.name === 'string' ? (session as Session) : undefined;
}

import type { Role } from '../knowledge/compiler/types.ts';
import type { Finding } from '../reading/evidence.ts';
import { isTold, type StepEntry } from './ledger.ts';
import type { FollowUp } from './follow-up.ts';
import type { Rating } from './rating.ts';
import type { Tally } from './tally.ts';
import { settled, type ProblemBelief } from './problem-belief.ts';
import type { TicketStatus } from './ticket.ts';
import type { Mood } from '../understanding/mood.ts';
import type { ShownGuess } from '../understanding/table.ts';

export const SESSION_VERSION = 2;

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
  | { readonly name: 'fixing'; readonly fix: string; readonly handover: boolean; readonly explained: number; /** It was asked whether it works now. */ readonly asked?: true }
  | { readonly name: 'undoing'; readonly fix: string }
  /** `before` is what was on the table, to go back to. */
  | { readonly name: 'escalating'; readonly escalationId: string; readonly summary: string; /** Nobody asked for it: the policy proposed it. */ readonly unasked?: boolean; readonly before: Exclude<Phase, { name: 'escalating' }> }
  /** `before` is what the person may go on with meanwhile. */
  | { readonly name: 'with-a-person'; readonly escalationId: string; /** Somebody of support has answered. */ readonly taken?: true; readonly before?: Exclude<Phase, { name: 'escalating' | 'with-a-person' | 'solved' | 'listening' }> }
  | { readonly name: 'solved'; readonly by?: string };

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
  readonly status: 'opening' | 'failed' | 'refused' | TicketStatus;
}

/** The last lines are kept; what came before them is in the channel's own log. */
export const TRANSCRIPT_LINES = 200;

/** What an answer may change, and what taking it back puts back. */
export type Position = Pick<Session, 'phase' | 'problem' | 'belief' | 'codes' | 'findings' | 'unanswered' | 'steps' | 'capabilities'>;

/** A conversation as it is stored: versioned plain JSON. */
export interface Session {
  readonly version: typeof SESSION_VERSION;
  readonly id: string;
  /** Grows with every card that carries buttons. */
  readonly step: number;
  readonly phase: Phase;
  /** The problem that leads. */
  readonly problem?: string;
  /** Problems that it may be, as far as that is open; absent where it is settled. */
  readonly belief?: ProblemBelief;
  readonly codes: readonly { readonly code: string; readonly space: string; readonly role: 'code' | 'extended' }[];
  readonly findings: readonly Finding[];
  readonly unanswered: readonly string[];
  /** The ledger of steps. */
  readonly steps: readonly StepEntry[];
  readonly capabilities: Readonly<Partial<Record<Role, boolean>>>;
  readonly escalation?: Escalation;
  /** How much was known when a ticket was refused that nobody had asked for: it is not offered again for the same. */
  readonly refusedTicketAt?: number;
  /** The person said that there is no helpdesk. */
  readonly noHelpdesk?: true;
  /** The fault that is talked about, as learning counts it: from its first evidence on, and the same when it comes back. */
  readonly case?: { readonly id: string; /** ISO 8601. */ readonly openedAt: string };
  /** The question of the next day, of the cure that stands. */
  readonly followUp?: FollowUp;
  readonly rating?: Rating;
  /** What went on about the fault, as numbers. */
  readonly tally?: Tally;
  /** The last press, so that a second one is recognised. */
  readonly lastPress?: string;
  /** How often in a row a text could not be read, so that it is never asked back twice the same way. */
  readonly misread: number;
  /** What it was asked back as, last; it stands before the person while `misread` is above 0. */
  readonly shownGuesses?: readonly ShownGuess[];
  /** As it stood before the last turn that changed it, so that the turn can be taken back. */
  readonly before?: Position;
  /** The mood that was answered last, so that it is answered once. */
  readonly mood?: Mood;
  /** It was asked whether everything is to be erased. */
  readonly askedToErase?: true;
  /** ISO 639-1 code of the language that the person writes, as far as it is known. */
  readonly language?: string;
  /** What tells it: a wish for it, which what is written does not change any more, or their words; absent while it is only supposed. */
  readonly languageFrom?: 'wish' | 'words';
  /** That answers come in English was said, to somebody who writes a language that is not spoken here. */
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
    steps: [],
    capabilities: {},
    misread: 0,
    toldLanguage: false,
    toldEvents: [],
    transcript: [],
    lastSeen: now.toISOString(),
  };
}

/** What the open problem may be; undefined where there is none. Pure. */
export function beliefIn({ problem, belief }: Pick<Session, 'problem' | 'belief'>): ProblemBelief | undefined {
  return belief ?? (problem === undefined ? undefined : settled(problem));
}

/** Ids of the problems that it may be, the leading one first. Pure. */
export function problemsIn(session: Pick<Session, 'problem' | 'belief'>): readonly string[] {
  const { problem } = session;
  return problem === undefined ? [] : [problem, ...Object.keys(session.belief ?? {}).filter((each) => each !== problem)];
}

/** The part of a session that an answer may change. */
export function positionOf(session: Session): Position {
  return { phase: session.phase, ...(session.problem !== undefined && { problem: session.problem }), ...(session.belief && { belief: session.belief }), codes: session.codes, ...evidenceOf(session) };
}

/** How many things are known that bear on the next step. Pure. */
export function amountKnown({ findings, unanswered, steps, capabilities }: Session): number {
  return findings.length + unanswered.length + steps.filter(isTold).length + Object.keys(capabilities).length;
}

/** What somebody can go on with while a ticket is open; undefined where nothing is. Pure. */
export function openWork(phase: Phase): Extract<Phase, { name: 'with-a-person' }>['before'] {
  return phase.name === 'escalating' || phase.name === 'with-a-person' || phase.name === 'solved' || phase.name === 'listening' ? undefined : phase;
}

/** The evidence of a session. */
export function evidenceOf({ findings, unanswered, steps, capabilities }: Session): Omit<Position, 'phase' | 'problem' | 'belief' | 'codes'> {
  return { findings, unanswered, steps, capabilities };
}

/** What was stored, if this version can go on with it; undefined otherwise, which begins anew. Version 1 had attempts for steps. */
export function reviveSession(stored: unknown): Session | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const session = stored as Partial<Session>;
  if (typeof session.phase?.name !== 'string') return undefined;
  if (session.version === SESSION_VERSION) return session as Session;
  return (session.version as number | undefined) === 1 ? fromVersion1(stored as Version1) : undefined;
}

type Version1 = Omit<Session, 'steps' | 'version' | 'before'> & { readonly attempts: readonly StepEntry[] };

/** What was only suggested is not carried over; taking back the last answer across the change of version is not either. */
function fromVersion1({ attempts, ...kept }: Version1): Session {
  const { suggested: _suggested, before: _before, ...session } = kept as typeof kept & { suggested?: unknown; before?: unknown };
  return { ...session, version: SESSION_VERSION, steps: attempts };
}

import type { Act as SpokenAct } from '../knowledge/compiler/acts.ts';
import type { Role, Term } from '../knowledge/compiler/types.ts';
import type { Finding, Reading } from '../reading/evidence.ts';
import type { Assessment } from './assess.ts';
import type { Inquiry } from './inquiry.ts';
import type { Mood } from './mood.ts';

export type { SpokenAct };

export type ChatTopic = 'greeting' | 'thanks' | 'goodbye' | 'insult' | 'small-talk' | 'capabilities' | 'injection' | 'hurry' | 'acknowledge';

/** How a step went. `fix` names the step where it is not the one that is open. */
export type OutcomeKind = 'worked' | 'failed' | 'partly' | 'done' | 'later' | 'cannot' | 'skip' | 'not-applicable';

/** Spoken acts that carry nothing but themselves. */
type PlainAct = Extract<
  SpokenAct,
  'yes' | 'no' | 'dont-know' | 'explain' | 'why' | 'ask-code' | 'safe' | 'status' | 'person' | 'restart' | 'came-back' | 'solved-otherwise' | 'none'
>;

/**
 * What a person does in a turn, typed or pressed: the one vocabulary that sayings, the trained reader, buttons and the
 * dialog share. Kinds that a saying can have keep the saying's name.
 */
export type Act =
  | { readonly kind: PlainAct }
  | { readonly kind: OutcomeKind; readonly fix?: string }
  | { readonly kind: 'choose'; readonly option: string }
  /** `summary` is the report as the person edited it. */
  | { readonly kind: 'send'; readonly summary?: string }
  /** Not now: no ticket, or no more of this. */
  | { readonly kind: 'cancel' }
  | { readonly kind: 'correct' }
  /** There is nobody who reads tickets, or there is after all. */
  | { readonly kind: 'no-helpdesk' | 'has-helpdesk' }
  | { readonly kind: 'undone' }
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'chat'; readonly topic: ChatTopic }
  /** A text to send to whoever can do it. */
  | { readonly kind: 'request-text' }
  /** Something is asked about what is open, or about the fault. */
  | { readonly kind: 'inquire'; readonly inquiry: Inquiry }
  /** What is open once more, in full. */
  | { readonly kind: 'continue' }
  | { readonly kind: 'out-of-scope'; readonly assessment: Assessment }
  | { readonly kind: 'problem'; readonly assessment: Assessment }
  /** A command failed for a reason of its own; `problem` as the reader of tools names it. */
  | { readonly kind: 'tool-error'; readonly problem?: string }
  /** Nothing but the findings that come with it. */
  | { readonly kind: 'evidence' }
  /** An earlier answer was wrong: the one that is named, else the last; asked for where the text speaks of something that is not known. */
  | { readonly kind: 'take-back'; readonly answer?: string; readonly isElse?: true }
  /** What is kept about the person is to be erased. */
  | { readonly kind: 'erase-data'; /** In the words that the assistant asked for. */ readonly confirmed?: true }
  /** Another step than the open one; undefined where the graph has none of that name. */
  | { readonly kind: 'prefer'; readonly fix: string | undefined }
  /** What the person makes of the help, from 1 to 5. */
  | { readonly kind: 'rate'; readonly score: number }
  | { readonly kind: 'close-ticket' | 'reopen-ticket' }
  /** It cannot be told for certain: what it may mean, likeliest first. */
  | { readonly kind: 'unclear'; readonly guesses: readonly Guess[] };

/** Something that a message may mean, to be asked about. Only a yes makes it a fact. */
export type Guess =
  | { readonly kind: 'answer'; readonly answer: string }
  | { readonly kind: 'act'; readonly act: SpokenAct };

/** Why a message, or a clause of it, was understood as it was. */
export interface Trace {
  /** The name of the rule that decided. */
  readonly rule: string;
  /** The part of the message that it decided on. */
  readonly clause: string;
  /** What it was taken for: an answer's id or an act. */
  readonly took?: string;
  /** The saying that it resembles most. */
  readonly resembles?: string;
  /** Calibrated probability that the reader's first choice is right. */
  readonly confidence?: number;
}

/** A turn of the person, understood: the act, and everything that was said besides it. */
export interface Understood {
  readonly act: Act;
  /** A second thing that the message does: a person is wanted, another problem is named, another step went so. */
  readonly also?: Act;
  /** Said or measured; a guess is none. */
  readonly findings: readonly Finding[];
  readonly capabilities: Readonly<Partial<Record<Role, boolean>>>;
  /** It may change a sentence, nothing else. */
  readonly mood?: Mood;
  /** Kinds of secrets that the text held. */
  readonly secrets: readonly string[];
  /** Redacted. */
  readonly text: string;
  readonly reading: Reading;
  /** In the order in which things were decided. */
  readonly trace: readonly Trace[];
}

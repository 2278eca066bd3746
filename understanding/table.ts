import type { Finding } from '../reading/evidence.ts';
import type { Guess } from './act.ts';

/** What kind of thing the person is expected to say something about. */
export type TableKind =
  | 'listening'
  | 'confirming-code'
  | 'choosing'
  | 'question'
  | 'step'
  | 'undoing'
  | 'offer'
  | 'ticket'
  | 'solved';

/** What a message may have meant, as it was put before the person: with what stands on its button. */
export interface ShownGuess {
  readonly title: string;
  readonly guess: Guess;
}

/**
 * What is asked, offered, open and known when a message comes: everything that its meaning may depend on. Made from the
 * session by the dialog.
 */
export interface Table {
  readonly kind: TableKind;
  /** Ids of the problems that it may be, the leading one first; none where none is open. */
  readonly problems: readonly string[];
  /** The question that is asked. */
  readonly question?: string;
  /** The step that is open, or to be undone, or was credited. */
  readonly step?: string;
  /** The assistant has just asked whether it works now. */
  readonly askedWhetherItWorks: boolean;
  /** The offer of a person was not asked for. */
  readonly isUnasked: boolean;
  /** How often the open step was explained. */
  readonly explained: number;
  /** Choices between problems, with what stands on their buttons. */
  readonly options: readonly { readonly id: string; readonly title: string }[];
  /** What was asked back last, as its buttons stand before the person. */
  readonly shownGuesses: readonly ShownGuess[];
  /** The code that is to be confirmed. */
  readonly code?: string;
  /** Codes that are known, as the session keeps them. */
  readonly codes: readonly { readonly code: string; readonly role: 'code' | 'extended' }[];
  readonly findings: readonly Finding[];
  /** Steps that were given before and whose outcome nobody told, oldest first. */
  readonly openSteps: readonly string[];
  /** Steps that were tried or set aside. */
  readonly triedSteps: readonly string[];
}

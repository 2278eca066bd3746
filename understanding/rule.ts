import type { Role } from '../knowledge/compiler/types.ts';
import type { Finding } from '../reading/evidence.ts';
import type { Act, Guess, SpokenAct, Trace } from './act.ts';
import type { Utterance } from './utterance.ts';

/** What a rule made of a message. */
export interface Heard {
  readonly act: Act;
  readonly also?: Act;
  readonly findings?: readonly Finding[];
  readonly capabilities?: Readonly<Partial<Record<Role, boolean>>>;
  /** What it was decided on, where that is not the whole message. */
  readonly trace?: readonly Trace[];
}

/** One way to understand a message. Pure. */
export interface Rule {
  readonly name: string;
  /** Undefined where the rule does not apply. */
  readonly apply: (utterance: Utterance) => Heard | undefined;
}

export const answerGuess = (answer: string): Guess => ({ kind: 'answer', answer });
export const actGuess = (act: SpokenAct): Guess => ({ kind: 'act', act });

/** Asked back: nothing is taken. */
export function unclear(...guesses: readonly Guess[]): Heard {
  return { act: { kind: 'unclear', guesses } };
}

/** An answer to the question that is asked. */
export function answered(question: string, answer: string): Heard {
  return { act: { kind: 'evidence' }, findings: [{ question, answer, basis: 'told' }] };
}

import type { Assessment } from './assess.ts';
import type { Finding, SoftFinding } from '../reading/evidence.ts';
import type { Role, Term } from '../knowledge/compiler/types.ts';
import type { Mood } from './mood.ts';

export type ChatTopic = 'greeting' | 'thanks' | 'goodbye' | 'insult' | 'small-talk' | 'capabilities' | 'injection' | 'hurry';

/** What a person does in a turn, whether they typed it or pressed a button. */
export type Act =
  | { readonly kind: 'worked' }
  | { readonly kind: 'not-worked' }
  | { readonly kind: 'done' }
  | { readonly kind: 'cannot' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'explain' }
  | { readonly kind: 'dont-know' }
  | { readonly kind: 'undone' }
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  | { readonly kind: 'choose'; readonly option: string }
  | { readonly kind: 'person' }
  | { readonly kind: 'send'; readonly summary?: string }
  | { readonly kind: 'correct' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'status' }
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'chat'; readonly topic: ChatTopic }
  /** The step on the table once more, in full. */
  | { readonly kind: 'continue' }
  | { readonly kind: 'out-of-scope'; readonly assessment: Assessment }
  | { readonly kind: 'problem'; readonly assessment: Assessment }
  | { readonly kind: 'evidence' }
  /** An earlier answer was wrong: the one that is named, else the last; asked for where the text speaks of something that is not known. */
  | { readonly kind: 'take-back'; readonly answer?: string; readonly isElse?: true }
  /** Another step than the one on the table. */
  | { readonly kind: 'prefer'; readonly fix: string | undefined }
  /** Labels of the reply model, likeliest first. */
  | { readonly kind: 'unclear'; readonly likeliest: readonly string[] };

/** A turn of the person, understood: the act, and everything that was said besides it. */
export interface Understood {
  readonly act: Act;
  /** A second thing that the message asks for: a person, another problem, an explanation. */
  readonly also?: Act;
  readonly findings: readonly Finding[];
  /** What the text suggests without saying it for certain. */
  readonly suggested: readonly SoftFinding[];
  readonly capabilities: Readonly<Partial<Record<Role, boolean>>>;
  /** It may change a sentence, nothing else. */
  readonly mood?: Mood;
  /** Kinds of secrets that the text held. */
  readonly secrets: readonly string[];
  /** Redacted. */
  readonly text: string;
}

import type { Assessment } from '../diagnosis/assess.ts';
import type { Finding } from '../diagnosis/evidence.ts';
import type { Role, Term } from '../knowledge/types.ts';

export type ChatTopic = 'greeting' | 'thanks' | 'goodbye' | 'insult' | 'small-talk' | 'capabilities' | 'injection';

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
  | { readonly kind: 'out-of-scope' }
  | { readonly kind: 'problem'; readonly assessment: Assessment }
  | { readonly kind: 'evidence' }
  | { readonly kind: 'unclear'; readonly likeliest: readonly string[] };

/** A turn of the person, understood: the act, and everything that was said besides it. */
export interface Understood {
  readonly act: Act;
  readonly findings: readonly Finding[];
  readonly capabilities: Readonly<Partial<Record<Role, boolean>>>;
  /** Kinds of secrets that the text held. */
  readonly secrets: readonly string[];
  /** Redacted. */
  readonly text: string;
}

import type { SpokenAct } from '../understanding/act.ts';

/** Acts that a button can carry under their own name. */
const PRESSED_ACTS = [
  'worked', 'failed', 'done', 'later', 'cannot', 'skip', 'not-applicable', 'explain', 'safe', 'ask-code', 'dont-know',
  'yes', 'no', 'person', 'restart', 'new-problem', 'has-rights', 'no-rights',
] as const satisfies readonly SpokenAct[];

/** What a button can do. */
export const PRESS_ACTIONS = [
  ...PRESSED_ACTS, 'answer', 'choose', 'undone', 'take-back', 'continue', 'send-ticket', 'correct-summary', 'withdraw', 'no-helpdesk',
  'has-helpdesk', 'way-in', 'prefer', 'request-text', 'erase-data', 'rate',
  'close-ticket', 'reopen-ticket',
] as const;
export type PressAction = (typeof PRESS_ACTIONS)[number];

/**
 * A press of a button. `step` is the session's step when the card was rendered:
 * a press with another step comes from an old card.
 */
export interface Press {
  readonly action: PressAction;
  /** The id that the action is about: an answer, a fix, a code, an escalation. */
  readonly target: string;
  readonly step: number;
  /** What was typed into the card, by field. */
  readonly input?: Readonly<Record<string, string>>;
}

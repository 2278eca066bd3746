import type { Fix } from '../knowledge/compiler/types.ts';
import type { TurnDraft } from './draft.ts';
import type { Session } from './session.ts';

/**
 * How a step stands. `offered`, `doing` and `done` wait for a result; `put-off` may come again; `failed` and `partly` were
 * tried in vain; `cannot`, `not-applicable` and `skipped` were not carried out.
 */
export type StepOutcome = 'offered' | 'doing' | 'done' | 'put-off' | 'worked' | 'failed' | 'partly' | 'cannot' | 'not-applicable' | 'skipped';

/** A step that was given, once, with what is known of it. */
export interface StepEntry {
  readonly fix: string;
  readonly outcome: StepOutcome;
  /** Somebody else was asked to do it. */
  readonly handover: boolean;
  /** ISO 8601. */
  readonly at: string;
}

const WAITING: ReadonlySet<StepOutcome> = new Set(['offered', 'doing', 'done']);
const IN_VAIN: ReadonlySet<StepOutcome> = new Set(['failed', 'partly']);
const SET_ASIDE: ReadonlySet<StepOutcome> = new Set(['cannot', 'not-applicable', 'skipped']);

/** Its result is still to be told. */
export const isWaiting = ({ outcome }: StepEntry): boolean => WAITING.has(outcome);
/** It was tried, and the fault is still there. */
export const isInVain = ({ outcome }: StepEntry): boolean => IN_VAIN.has(outcome);
export const isSetAside = ({ outcome }: StepEntry): boolean => SET_ASIDE.has(outcome);
/** It has an outcome of its own, which a report may name. */
export const isTold = (entry: StepEntry): boolean => !isWaiting(entry) && entry.outcome !== 'put-off';

/** Notes how a step stands; the last note of a step counts, and stands last. */
export function note(draft: TurnDraft, fix: Fix, outcome: StepOutcome, handover: boolean): void {
  const at = draft.context.now.toISOString();
  const others = draft.session.steps.filter((each) => each.fix !== fix.id);
  draft.change({ steps: [...others, { fix: fix.id, outcome, handover, at }] });
}

/** Steps before the open one whose outcome nobody told, oldest first. Pure. */
export function openSteps({ steps, phase }: Session): readonly string[] {
  const current = phase.name === 'fixing' || phase.name === 'undoing' ? phase.fix : undefined;
  return steps.filter((each) => isWaiting(each) && each.fix !== current).map((each) => each.fix);
}

import type { TurnDraft } from './draft.ts';
import { isOpen, nextOpening } from './opening-hours.ts';
import { isDone } from './owner.ts';
import { button } from './present.ts';
import { askRating } from './rating.ts';
import type { Session } from './session.ts';

/** Whether a cure lasted: asked once, on the next day. */
export interface FollowUp {
  readonly id: string;
  /** ISO 8601. */
  readonly curedAt: string;
  readonly asked?: true;
  /** They said so when it was a day old. */
  readonly confirmed?: true;
}

const HOUR_MS = 3_600_000;
const NEXT_DAY_MS = 24 * HOUR_MS;
/** From then on "it works" speaks of another day than the cure. */
const LASTED_MS = 12 * HOUR_MS;

/** Plans the question for a new cure, and drops that of one which did not last. Called when everything else of the turn is settled. */
export function keepFollowUp(draft: TurnDraft): void {
  const { phase, escalation, followUp, case: fault } = draft.session;
  const cured = phase.name === 'solved' || (phase.name === 'with-a-person' && followUp !== undefined && escalation !== undefined && isDone(escalation.status));
  if (cured && !followUp && fault) planFollowUp(draft);
  if (cured || !followUp) return;
  const { followUp: _over, ...kept } = draft.session;
  draft.replace(kept);
}

/** Has the person asked on the next day, when support is there again if it should have come back. */
export function planFollowUp(draft: TurnDraft): void {
  const { context: { now, newId }, mind: { site: { hours } } } = draft;
  const tomorrow = new Date(now.getTime() + NEXT_DAY_MS);
  const at = hours && !isOpen(hours, tomorrow) ? (nextOpening(hours, tomorrow) ?? tomorrow) : tomorrow;
  const id = newId();
  draft.change({ followUp: { id, curedAt: now.toISOString() } });
  draft.effect({ type: 'follow-up', followUpId: id, at: at.toISOString() });
}

/** The next day has come. Silent when it was asked, or something else came meanwhile. */
export function askWhetherItLasted(draft: TurnDraft, followUpId: string): void {
  const { followUp, phase } = draft.session;
  if (followUp?.id !== followUpId || followUp.asked || followUp.confirmed) return;
  draft.change({ followUp: { ...followUp, asked: true } });
  draft.enter(phase);
  const { step } = draft.session;
  draft.say({ type: 'text', text: draft.phrases.STILL_WORKING, buttons: [button(draft.phrases.BUTTON.stillWorks, 'worked', '', step, true), button(draft.phrases.BUTTON.cameBack, 'failed', '', step)] });
}

/** "It works" about a cure that is a day old, or in answer to the question: confirmed. Returns false where it says nothing new. */
export function confirmCure(draft: TurnDraft): boolean {
  const { followUp } = draft.session;
  if (!followUp || followUp.confirmed || !isOfAnotherDay(followUp, draft.context.now)) return false;
  draft.change({ followUp: { ...followUp, confirmed: true } });
  askRating(draft);
  return true;
}

function isOfAnotherDay({ asked, curedAt }: FollowUp, now: Date): boolean {
  return asked === true || now.getTime() - Date.parse(curedAt) >= LASTED_MS;
}

/** Whether a plain yes answers the question. Pure. */
export function isAskedWhetherItLasted({ followUp }: Pick<Session, 'followUp'>): boolean {
  return followUp?.asked === true && !followUp.confirmed;
}

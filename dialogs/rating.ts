import type { Understood } from '../understanding/act.ts';
import type { TurnDraft } from './draft.ts';
import { isDone } from './owner.ts';
import { button } from './present.ts';

/** What the person made of the help: asked once a fault. */
export interface Rating {
  /** From 1, very poor, to 5, very good. */
  readonly score?: number;
  /** In their words; redacted. */
  readonly line?: string;
}

/** One tap. */
export function askRating(draft: TurnDraft): void {
  if (draft.session.rating) return;
  draft.change({ rating: {} });
  const { step } = draft.session;
  draft.say({ type: 'text', text: draft.phrases.RATE, buttons: draft.phrases.RATING.map((title, at) => button(title, 'rate', String(draft.phrases.RATING.length - at), step)) });
}

/** Takes the tap, and then one line, if the next words are about nothing else. */
export function actOnRating(draft: TurnDraft, { act, text = '' }: Pick<Understood, 'act'> & { readonly text?: string }): boolean {
  const { rating, phase, escalation } = draft.session;
  if (!rating) return false;
  if (act.kind === 'rate') {
    draft.change({ rating: { ...rating, score: act.score } });
    draft.text(draft.phrases.RATED);
    return true;
  }
  const isOver = phase.name === 'solved' || (phase.name === 'with-a-person' && escalation !== undefined && isDone(escalation.status));
  if (rating.score === undefined || rating.line !== undefined || text === '' || !isOver) return false;
  if (act.kind !== 'none' && act.kind !== 'unclear' && act.kind !== 'chat') return false;
  draft.change({ rating: { ...rating, line: text } });
  draft.text(draft.phrases.RATING_LINE);
  return true;
}

import type { Act } from '../understanding/act.ts';
import type { TurnDraft } from './draft.ts';
import { button } from './present.ts';

/** A wish to be forgotten: asked about once, and then done. True when the act was one. */
export function actOnErasing(draft: TurnDraft, act: Act): boolean {
  if (act.kind !== 'erase-data') {
    forgetAsking(draft);
    return false;
  }
  const { askedToErase, step } = draft.session;
  if (!act.confirmed || !askedToErase) {
    draft.change({ askedToErase: true });
    draft.say({
      type: 'text',
      text: draft.phrases.ERASE_ASK,
      buttons: [
        button(draft.phrases.BUTTON.erase, 'erase-data', '', step),
        button(draft.phrases.BUTTON.keep, 'continue', '', step, true),
      ],
    });
    return true;
  }
  forgetAsking(draft);
  draft.effect({ type: 'erase-person', eraseId: draft.context.newId() });
  draft.text(draft.phrases.ERASE_PROMISED);
  return true;
}

/** A yes counts in the turn after the question. */
function forgetAsking(draft: TurnDraft): void {
  if (draft.session.askedToErase === undefined) return;
  const { askedToErase: _asked, ...session } = draft.session;
  draft.replace(session);
}

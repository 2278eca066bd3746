import type { Act } from '../understanding/act.ts';
import type { TurnDraft } from './draft.ts';

const ASK =
  'I can erase everything of yours that is kept here: this conversation and earlier ones, where we stand, your tickets, and messages that are under way. ' +
  'Nobody goes on with an open ticket then, and nothing of it can be brought back.\n\nPress the button, or write **erase everything**.';
const PROMISED = 'It will be erased. This takes a minute at most; the conversation ends with it.';

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
      text: ASK,
      buttons: [
        { title: 'Erase everything', press: { action: 'erase-data', target: '', step } },
        { title: 'Keep it', press: { action: 'continue', target: '', step }, primary: true },
      ],
    });
    return true;
  }
  forgetAsking(draft);
  draft.effect({ type: 'erase-person', eraseId: draft.context.newId() });
  draft.text(PROMISED);
  return true;
}

/** A yes counts in the turn after the question. */
function forgetAsking(draft: TurnDraft): void {
  if (draft.session.askedToErase === undefined) return;
  const { askedToErase: _asked, ...session } = draft.session;
  draft.replace(session);
}

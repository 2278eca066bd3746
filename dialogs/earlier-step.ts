import type { Act } from '../understanding/act.ts';
import { concludeStep, solved } from './curing.ts';
import type { TurnDraft } from './draft.ts';

/** How a step went that is not the open one, told in whatever phase; or that it works by something else. Returns false if this handler does not apply. */
export function actOnEarlierStep(draft: TurnDraft, act: Act): boolean {
  if (act.kind === 'solved-otherwise' && draft.session.phase.name !== 'solved') {
    solved(draft, undefined, draft.phrases.SOLVED_OTHERWISE);
    return true;
  }
  if (!('fix' in act) || act.fix === undefined || act.kind === 'prefer') return false;
  const entry = draft.session.steps.find((each) => each.fix === act.fix);
  const fix = draft.mind.graph.fixes.get(act.fix);
  if (!entry || !fix) return false;
  concludeStep(draft, fix, act.kind, entry.handover, false);
  return true;
}

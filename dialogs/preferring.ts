import type { Act } from '../understanding/act.ts';
import type { TurnDraft } from './draft.ts';
import { isInVain } from './ledger.ts';
import { decide, openStep } from './next-step.ts';
import { fixReply } from './present.ts';
import { whyAsYouWish } from './reasons.ts';
import { remind } from './remind.ts';

/** Another order is the person's right; what it costs is said. Returns false if this handler does not apply. */
export function actOnPreference(draft: TurnDraft, act: Act): boolean {
  if (act.kind !== 'prefer') return false;
  const { graph } = draft.mind;
  const fix = act.fix === undefined ? undefined : graph.fixes.get(act.fix);
  const decision = decide(draft);
  const { phase } = draft.session;
  if (phase.name !== 'fixing' || phase.fix !== act.fix) draft.remark('another-step');
  if (!fix || !decision) draft.text(draft.phrases.NO_SUCH_STEP);
  else if (draft.session.steps.some((each) => each.fix === fix.id && isInVain(each))) draft.text(draft.phrases.ALREADY_TRIED);
  else {
    const isThis = phase.name === 'fixing' && phase.fix === fix.id;
    const handover = draft.session.capabilities[fix.role] === false;
    if (!isThis) openStep(draft, fix, handover);
    const reply = fixReply(graph, decision, fix, handover, draft.session);
    draft.say(isThis || reply.type !== 'fix' ? reply : { ...reply, why: whyAsYouWish(graph, decision, fix) });
    return true;
  }
  remind(draft);
  return true;
}

import type { Fix } from '../knowledge/compiler/types.ts';
import type { Act } from '../understanding/act.ts';
import { concludeStep } from './curing.ts';
import type { TurnDraft } from './draft.ts';
import { explanationOf } from './explaining.ts';
import { decide, proposeNext } from './next-step.ts';
import { fixButtons, fixReply } from './present.ts';
import { whyThisFix } from './reasons.ts';
import { remind } from './remind.ts';

/** After this many explanations in vain the step is one that the person cannot do. */
const EXPLANATIONS = 3;

/** Acts while a step is open. Returns false if this handler does not apply. */
export function actOnFix(draft: TurnDraft, act: Act): boolean {
  const { phase } = draft.session;
  if (phase.name !== 'fixing') return false;
  const fix = draft.mind.graph.fixes.get(phase.fix);
  // The graph was changed under the conversation and the step is gone.
  if (!fix) return proposed(draft);
  switch (act.kind) {
    case 'worked':
    case 'failed':
    case 'partly':
    case 'done':
    case 'later':
    case 'cannot':
    case 'skip':
    case 'not-applicable':
      if (act.fix !== undefined && act.fix !== fix.id) return false;
      concludeStep(draft, fix, act.kind, phase.handover, true);
      return true;
    case 'explain':
    case 'dont-know':
      explain(draft, fix, phase.handover, phase.explained + 1);
      return true;
    case 'why':
      tellWhy(draft, fix, phase.handover);
      return true;
    case 'safe':
      draft.remark('risk-told');
      draft.say({ type: 'text', text: draft.phrases.riskOf(fix.risk, fix.undo), buttons: fixButtons(draft.phrases, fix, phase.handover, draft.session.step) });
      return true;
    case 'continue':
      showFix(draft, fix, phase.handover);
      return true;
    case 'evidence':
      proposeAgain(draft);
      return true;
    default:
      return false;
  }
}

/** Acts while a test that weakened security waits to be taken back. */
export function actOnUndo(draft: TurnDraft, act: Act): boolean {
  const { phase } = draft.session;
  if (phase.name !== 'undoing') return false;
  switch (act.kind) {
    case 'undone':
    case 'done':
    case 'yes':
    case 'worked':
      proposeNext(draft);
      return true;
    case 'cannot':
    case 'no':
    case 'failed':
      draft.text(draft.phrases.CANNOT_UNDO);
      remind(draft);
      return true;
    default:
      return false;
  }
}

/** New evidence while a step is open: go on with it when it is still the best, else say what is better now. */
export function proposeAgain(draft: TurnDraft): void {
  const { phase, step } = draft.session;
  const fix = phase.name === 'fixing' ? draft.mind.graph.fixes.get(phase.fix) : undefined;
  const action = decide(draft)?.action;
  if (phase.name !== 'fixing' || !fix || action?.type !== 'fix' || action.id !== fix.id || action.handover !== phase.handover) {
    proposeNext(draft);
    return;
  }
  draft.say({ type: 'text', text: draft.phrases.unchangedStep(fix.title), buttons: fixButtons(draft.phrases, fix, phase.handover, step) });
}

function explain(draft: TurnDraft, fix: Fix, handover: boolean, times: number): void {
  if (times >= EXPLANATIONS) {
    concludeStep(draft, fix, 'cannot', handover, true);
    return;
  }
  draft.remark('explained');
  draft.enter({ name: 'fixing', fix: fix.id, handover, explained: times });
  draft.say({ type: 'text', text: explanationOf(draft, fix, times), buttons: fixButtons(draft.phrases, fix, handover, draft.session.step) });
}

function tellWhy(draft: TurnDraft, fix: Fix, handover: boolean): void {
  const decision = decide(draft);
  draft.remark('explained');
  const why = decision?.action.type === 'fix' && decision.action.id === fix.id ? [whyThisFix(draft.mind.graph, decision, fix)] : [];
  draft.say({ type: 'text', text: [...why, explanationOf(draft, fix, 1, true)].join('\n\n'), buttons: fixButtons(draft.phrases, fix, handover, draft.session.step) });
}

/** The whole card again. */
function showFix(draft: TurnDraft, fix: Fix, handover: boolean): void {
  const decision = decide(draft);
  if (decision) draft.say(fixReply(draft.mind.graph, decision, fix, handover, draft.session));
}

function proposed(draft: TurnDraft): boolean {
  proposeNext(draft);
  return true;
}

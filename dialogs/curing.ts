import type { Fix } from '../knowledge/compiler/types.ts';
import type { OutcomeKind } from '../understanding/act.ts';
import type { TurnDraft } from './draft.ts';
import { note, type StepOutcome } from './ledger.ts';
import { decide, proposeNext } from './next-step.ts';
import { button, fixButtons } from './present.ts';
import { remind } from './remind.ts';

/** Records how a step went, and goes on from there. @param isOpen it is the step on the table */
export function concludeStep(draft: TurnDraft, fix: Fix, outcome: OutcomeKind, handover: boolean, isOpen: boolean): void {
  switch (outcome) {
    case 'worked':
      worked(draft, fix, handover);
      return;
    case 'failed':
    case 'partly':
      inVain(draft, fix, outcome, handover, isOpen);
      return;
    case 'done':
      note(draft, fix, 'done', handover);
      askWhetherItConnects(draft, fix, handover, isOpen);
      return;
    case 'later':
      note(draft, fix, 'doing', handover);
      draft.text(draft.phrases.TAKE_YOUR_TIME);
      return;
    case 'cannot':
      cannot(draft, fix, handover, isOpen);
      return;
    case 'skip':
    case 'not-applicable':
      note(draft, fix, outcome === 'skip' ? 'skipped' : outcome, handover);
      draft.text(outcome === 'skip' ? draft.phrases.SKIPPED : draft.phrases.NOT_APPLICABLE);
      goOn(draft, isOpen);
      return;
  }
}

/** Records how the open step went, without a next one: the same message does something else. */
export function concludeAside(draft: TurnDraft, outcome: OutcomeKind): void {
  const { phase } = draft.session;
  const fix = phase.name === 'fixing' ? draft.mind.graph.fixes.get(phase.fix) : undefined;
  if (phase.name !== 'fixing' || !fix) return;
  if (outcome === 'worked' && !fix.testOnly) {
    note(draft, fix, 'worked', phase.handover);
    draft.enter({ name: 'solved', by: fix.id });
    draft.text(draft.phrases.SOLVED_BUT);
  } else if (outcome === 'failed' || outcome === 'partly' || outcome === 'worked') {
    note(draft, fix, outcome === 'worked' ? 'skipped' : outcome, phase.handover);
    if (fix.testOnly) askToUndo(draft, fix, draft.phrases.UNDO_TEST);
    else draft.text(draft.phrases.DID_NOT_HELP);
  } else if (outcome !== 'done' && outcome !== 'later') {
    note(draft, fix, 'skipped', phase.handover);
  }
}

/** @param by the step that did it; undefined where it was something else */
export function solved(draft: TurnDraft, by: string | undefined, text = draft.phrases.SOLVED): void {
  draft.enter({ name: 'solved', ...(by !== undefined && { by }) });
  const { step } = draft.session;
  draft.say({ type: 'text', text, buttons: [button(draft.phrases.BUTTON.cameBack, 'failed', by ?? '', step), button(draft.phrases.BUTTON.newProblem, 'restart', '', step)] });
}

function worked(draft: TurnDraft, fix: Fix, handover: boolean): void {
  if (fix.testOnly) {
    // A test that works names the cause; it is no cure, so the fixes that cure it come next.
    note(draft, fix, 'skipped', handover);
    askToUndo(draft, fix, draft.phrases.SOLVED_AFTER_TEST);
    return;
  }
  note(draft, fix, 'worked', handover);
  solved(draft, fix.id);
}

function inVain(draft: TurnDraft, fix: Fix, outcome: Extract<StepOutcome, 'failed' | 'partly'>, handover: boolean, isOpen: boolean): void {
  note(draft, fix, outcome, handover);
  if (fix.testOnly) {
    askToUndo(draft, fix, draft.phrases.UNDO_TEST);
    return;
  }
  const text = outcome === 'partly' ? draft.phrases.HELPED_IN_PART : draft.phrases.DID_NOT_HELP;
  draft.text(isOpen ? text : draft.phrases.notedOf(fix.title, text));
  goOn(draft, isOpen);
}

export function askToUndo(draft: TurnDraft, fix: Fix, text: string): void {
  draft.enter({ name: 'undoing', fix: fix.id });
  draft.say({ type: 'text', text: `${text}\n\n${fix.undo}`, buttons: [button(draft.phrases.BUTTON.undone, 'undone', fix.id, draft.session.step, true)] });
}

/** From here on a bare "yes" says that it works. */
function askWhetherItConnects(draft: TurnDraft, fix: Fix, handover: boolean, isOpen: boolean): void {
  draft.remark('carried-out');
  if (!isOpen) draft.enter({ name: 'fixing', fix: fix.id, handover, explained: 0, asked: true });
  else if (draft.session.phase.name === 'fixing') draft.change({ phase: { ...draft.session.phase, asked: true } });
  const buttons = fixButtons(draft.phrases, fix, handover, draft.session.step).slice(0, 2);
  draft.say({ type: 'text', text: `${draft.phrases.DONE_CHECK} ${fix.check}`, buttons });
}

/** First the right is struck out, and the step may come back as words for the administrator; then the step itself. */
function cannot(draft: TurnDraft, fix: Fix, handover: boolean, isOpen: boolean): void {
  if (fix.role !== 'user' && !handover && isOpen) {
    draft.change({ capabilities: { ...draft.session.capabilities, [fix.role]: false } });
    draft.text(draft.phrases.takesSomebody(draft.phrases.WHO[fix.role]));
  } else note(draft, fix, 'cannot', handover);
  goOn(draft, isOpen);
}

/** The next step; where another thing is open, it stays unless something is better now. */
function goOn(draft: TurnDraft, isOpen: boolean): void {
  const { phase } = draft.session;
  const action = isOpen ? undefined : decide(draft)?.action;
  if (phase.name === 'asking' && action?.type === 'ask' && action.id === phase.question) remind(draft);
  else if (draft.session.problem) proposeNext(draft);
}

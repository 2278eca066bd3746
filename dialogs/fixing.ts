import type { Fix } from '../knowledge/compiler/types.ts';
import type { Act } from '../understanding/act.ts';
import type { TurnDraft } from './draft.ts';
import { decide, proposeNext } from './next-step.ts';
import { explanationOf } from './explaining.ts';
import { BUTTON, CANNOT_UNDO, DID_NOT_HELP, DONE_CHECK, SKIPPED, SOLVED, SOLVED_AFTER_TEST, SOLVED_BUT, UNDO_TEST, unchangedStep } from './phrases.ts';
import { button, fixButtons, fixReply } from './present.ts';
import { remind } from './remind.ts';
import type { Attempt } from './session.ts';

/** After this many explanations in vain the fix is one that the person cannot do. */
const EXPLANATIONS = 3;

/** Acts while a fix is on the table. Answers false when the act is none of its own. */
export function actOnFix(draft: TurnDraft, act: Act): boolean {
  const { phase } = draft.session;
  if (phase.name !== 'fixing') return false;
  const fix = draft.mind.graph.fixes.get(phase.fix);
  if (!fix) return retired(draft);
  switch (act.kind) {
    case 'worked':
    case 'yes':
      worked(draft, fix, phase.handover);
      return true;
    case 'not-worked':
    case 'no':
      failed(draft, fix, phase.handover);
      return true;
    case 'done':
      askWhetherItConnects(draft, fix, phase.handover);
      return true;
    case 'cannot':
      cannot(draft, fix, phase.handover);
      return true;
    case 'skip':
      attempt(draft, fix, 'skipped', phase.handover);
      draft.text(SKIPPED);
      proposeNext(draft);
      return true;
    case 'explain':
    case 'dont-know':
      explain(draft, fix, phase.handover, phase.explained + 1);
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

/** Records how the fix on the table went, without a next step: the same message asks for something else. */
export function conclude(draft: TurnDraft, act: Act): void {
  const { phase } = draft.session;
  const fix = phase.name === 'fixing' ? draft.mind.graph.fixes.get(phase.fix) : undefined;
  if (phase.name === 'asking' && act.kind === 'worked') {
    draft.enter({ name: 'solved' });
    draft.text(SOLVED_BUT);
  }
  if (phase.name !== 'fixing' || !fix) return;
  if (act.kind === 'worked' && !fix.testOnly) {
    attempt(draft, fix, 'worked', phase.handover);
    draft.enter({ name: 'solved', by: fix.id });
    draft.text(SOLVED_BUT);
  } else if (act.kind === 'not-worked' || act.kind === 'worked') {
    attempt(draft, fix, act.kind === 'worked' ? 'skipped' : 'failed', phase.handover);
    draft.text(fix.testOnly ? `${UNDO_TEST}\n\n${fix.undo}` : DID_NOT_HELP);
  } else if (act.kind === 'cannot' || act.kind === 'skip') {
    attempt(draft, fix, 'skipped', phase.handover);
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
    case 'not-worked':
      draft.text(CANNOT_UNDO);
      remind(draft);
      return true;
    default:
      return false;
  }
}

export function attempt(draft: TurnDraft, fix: Fix, outcome: Attempt['outcome'], handover: boolean): void {
  const at = draft.context.now.toISOString();
  draft.change({ attempts: [...draft.session.attempts, { fix: fix.id, outcome, handover, at }] });
}

function worked(draft: TurnDraft, fix: Fix, handover: boolean): void {
  if (fix.testOnly) {
    // A test that works names the cause; it is no cure, so the fixes that cure it come next.
    attempt(draft, fix, 'skipped', handover);
    askToUndo(draft, fix, SOLVED_AFTER_TEST);
    return;
  }
  attempt(draft, fix, 'worked', handover);
  solved(draft, fix.id);
}

export function solved(draft: TurnDraft, by: string | undefined): void {
  draft.enter({ name: 'solved', ...(by !== undefined && { by }) });
  const { step } = draft.session;
  draft.say({ type: 'text', text: SOLVED, buttons: [button(BUTTON.cameBack, 'not-worked', by ?? '', step), button(BUTTON.newProblem, 'restart', '', step)] });
}

function failed(draft: TurnDraft, fix: Fix, handover: boolean): void {
  attempt(draft, fix, 'failed', handover);
  if (fix.testOnly) {
    askToUndo(draft, fix, UNDO_TEST);
    return;
  }
  draft.text(DID_NOT_HELP);
  proposeNext(draft);
}

function askToUndo(draft: TurnDraft, fix: Fix, text: string): void {
  draft.enter({ name: 'undoing', fix: fix.id });
  draft.say({ type: 'text', text: `${text}\n\n${fix.undo}`, buttons: [button(BUTTON.undone, 'undone', fix.id, draft.session.step, true)] });
}

function askWhetherItConnects(draft: TurnDraft, fix: Fix, handover: boolean): void {
  draft.remark('carried-out');
  const buttons = fixButtons(fix, handover, draft.session.step).slice(0, 2);
  draft.say({ type: 'text', text: `${DONE_CHECK} ${fix.check}`, buttons });
}

/** First the right is struck out, and the fix may come back as words for the administrator; then the fix itself. */
function cannot(draft: TurnDraft, fix: Fix, handover: boolean): void {
  if (fix.role !== 'user' && !handover) {
    draft.change({ capabilities: { ...draft.session.capabilities, [fix.role]: false } });
  } else {
    attempt(draft, fix, 'skipped', handover);
  }
  proposeNext(draft);
}

function explain(draft: TurnDraft, fix: Fix, handover: boolean, times: number): void {
  if (times >= EXPLANATIONS) {
    cannot(draft, fix, handover);
    return;
  }
  draft.remark('explained');
  draft.enter({ name: 'fixing', fix: fix.id, handover, explained: times });
  draft.say({ type: 'text', text: explanationOf(draft, fix, times), buttons: fixButtons(fix, handover, draft.session.step) });
}

/** The whole card again. */
function showFix(draft: TurnDraft, fix: Fix, handover: boolean): void {
  const decision = decide(draft);
  if (decision) draft.say(fixReply(draft.mind.graph, decision, fix, handover, draft.session.step));
}

/** New evidence in the middle of a fix: go on with it when it is still the best, else say what is better now. */
export function proposeAgain(draft: TurnDraft): void {
  const { phase, step } = draft.session;
  const fix = phase.name === 'fixing' ? draft.mind.graph.fixes.get(phase.fix) : undefined;
  const action = decide(draft)?.action;
  if (phase.name !== 'fixing' || !fix || action?.type !== 'fix' || action.id !== fix.id || action.handover !== phase.handover) {
    proposeNext(draft);
    return;
  }
  draft.say({ type: 'text', text: unchangedStep(fix.title), buttons: fixButtons(fix, phase.handover, step) });
}

/** The graph was changed under the conversation and the fix is gone. */
function retired(draft: TurnDraft): boolean {
  proposeNext(draft);
  return true;
}

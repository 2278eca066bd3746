import type { Fix } from '../knowledge/types.ts';
import type { Act } from './act.ts';
import type { TurnDraft } from './draft.ts';
import { decide, proposeNext } from './next-step.ts';
import { BUTTON, CONFIDENCE, DID_NOT_HELP, DONE_CHECK, percent, SOLVED, SOLVED_AFTER_TEST, UNDO_TEST } from './phrases.ts';
import { button, fixButtons } from './present.ts';
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
    case 'dont-know':
      cannot(draft, fix, phase.handover);
      return true;
    case 'skip':
      attempt(draft, fix, 'skipped', phase.handover);
      proposeNext(draft);
      return true;
    case 'explain':
      explain(draft, fix, phase.handover, phase.explained + 1);
      return true;
    case 'evidence':
      proposeAgain(draft, fix);
      return true;
    default:
      return false;
  }
}

/** Acts while a test that weakened security waits to be taken back. */
export function actOnUndo(draft: TurnDraft, act: Act): boolean {
  const { phase } = draft.session;
  if (phase.name !== 'undoing') return false;
  if (act.kind !== 'undone' && act.kind !== 'done' && act.kind !== 'yes' && act.kind !== 'worked') return false;
  proposeNext(draft);
  return true;
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
  const buttons = fixButtons(fix, handover, draft.session.step).slice(0, 2);
  draft.say({ type: 'text', text: `${DONE_CHECK} ${fix.check}`, buttons });
}

/** First the right is struck out, and the fix may come back as words for the administrator; then the fix itself. */
function cannot(draft: TurnDraft, fix: Fix, handover: boolean): void {
  if (fix.role !== 'user' && !handover && draft.session.capabilities[fix.role] !== false) {
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
  const { graph } = draft.mind;
  const repairs = (decide(draft)?.posterior ?? [])
    .filter((each) => fix.solves.has(each.cause))
    .slice(0, 3)
    .map((each) => ({ cause: graph.causes.get(each.cause), probability: each.probability }));
  const causes = repairs.flatMap(({ cause, probability }) => (cause ? [`- **${cause.title}** (${percent(probability)}): ${cause.meaning} ${times > 1 ? cause.detail : ''}`] : []));
  const text = [`**${fix.title}** repairs:`, ...causes, '', `${CONFIDENCE[fix.confidence]} ${fix.check}`].join('\n');
  draft.enter({ name: 'fixing', fix: fix.id, handover, explained: times });
  draft.say({ type: 'text', text, buttons: fixButtons(fix, handover, draft.session.step) });
}

/** New evidence in the middle of a fix: go on with it when it is still the best, else say what is better now. */
function proposeAgain(draft: TurnDraft, fix: Fix): void {
  const action = decide(draft)?.action;
  if (action?.type !== 'fix' || action.id !== fix.id) {
    proposeNext(draft);
    return;
  }
  const { phase, step } = draft.session;
  const handover = phase.name === 'fixing' && phase.handover;
  draft.say({ type: 'text', text: `It does not change the next step: **${fix.title}**.`, buttons: fixButtons(fix, handover, step) });
}

/** The graph was changed under the conversation and the fix is gone. */
function retired(draft: TurnDraft): boolean {
  proposeNext(draft);
  return true;
}

import type { Problem } from '../knowledge/types.ts';
import type { Act } from './act.ts';
import type { TurnDraft } from './draft.ts';
import { forgetProblem, openProblem } from './listening.ts';
import { NEITHER_CODE, PROMPT } from './phrases.ts';

/** "Did you mean 0x904?" Answers false when the act is none of its own. */
export function actOnDoubtfulCode(draft: TurnDraft, act: Act): boolean {
  const { phase } = draft.session;
  if (phase.name !== 'confirming-code') return false;
  if (act.kind === 'no') {
    draft.change({ phase: { name: 'listening' } });
    draft.text(NEITHER_CODE);
    return true;
  }
  if (act.kind !== 'yes' && act.kind !== 'worked' && act.kind !== 'done') return false;
  const { graph } = draft.mind;
  const problem = graph.problemFor(phase.code, phase.extended) ?? graph.problems.get(graph.code(phase.code)[0]?.problem ?? '');
  setCodes(draft, phase.code, phase.extended);
  draft.change({ phase: { name: 'listening' } });
  if (problem) openProblem(draft, problem);
  else draft.text(PROMPT);
  return true;
}

/** A choice between problems that fit. */
export function actOnChoice(draft: TurnDraft, act: Act): boolean {
  const { phase } = draft.session;
  if (phase.name !== 'choosing' || act.kind !== 'choose') return false;
  const [, keep, id] = /^(same:|new:)?(.*)$/.exec(act.option) ?? [];
  const problem = draft.mind.graph.problems.get(id ?? '');
  if (!problem) return false;
  if (keep === 'new:') draft.replace(forgetProblem(draft.session));
  if (phase.code) setCodes(draft, phase.code, phase.extended);
  else settlePlace(draft, problem);
  openProblem(draft, problem);
  return true;
}

/** The place that was chosen settles which of its meanings the code has. */
function settlePlace(draft: TurnDraft, { symptom }: Problem): void {
  const { graph } = draft.mind;
  const codes = draft.session.codes.map((each) => {
    const meant = graph.code(each.code).find((entry) => graph.problems.get(entry.problem)?.symptom === symptom);
    return each.role === 'code' && meant ? { ...each, space: meant.space } : each;
  });
  draft.change({ codes });
}

function setCodes(draft: TurnDraft, code: string, extended: string | undefined): void {
  const space = draft.mind.graph.code(code)[0]?.space ?? 'mstsc-disconnect';
  draft.change({
    codes: [{ code, space, role: 'code' }, ...(extended ? [{ code: extended, space: 'mstsc-extended', role: 'extended' } as const] : [])],
  });
}

import type { Problem } from '../knowledge/compiler/types.ts';
import type { Act } from '../understanding/act.ts';
import type { TurnDraft } from './draft.ts';
import { choosePlace, forgetProblem, openProblem } from './listening.ts';
import { proposeNext } from './next-step.ts';
import { prompt } from './remind.ts';
import type { Session } from './session.ts';

/** "Did you mean 0x904?" Answers false when the act is none of its own. */
export function actOnDoubtfulCode(draft: TurnDraft, act: Act): boolean {
  const { phase } = draft.session;
  if (phase.name !== 'confirming-code') return false;
  if (act.kind === 'no' || act.kind === 'dont-know') {
    draft.change({ phase: { name: 'listening' } });
    draft.text(draft.phrases.NEITHER_CODE);
    if (draft.session.problem) proposeNext(draft);
    return true;
  }
  if (act.kind !== 'yes' && act.kind !== 'worked' && act.kind !== 'done') return false;
  const meant = meantBy(draft, phase);
  setCodes(draft, phase.code, phase.extended);
  draft.change({ phase: { name: 'listening' } });
  const [problem] = meant;
  if (meant.length > 1) choosePlace(draft, meant);
  else if (problem) openProblem(draft, problem);
  else prompt(draft);
  return true;
}

/** One problem for each symptom that the code can stand for in the spaces that fit. */
function meantBy({ mind: { graph } }: TurnDraft, { code, extended, spaces }: Extract<Session['phase'], { name: 'confirming-code' }>): readonly Problem[] {
  const pair = graph.problemFor(code, extended);
  if (pair && extended !== undefined) return [pair];
  const entries = graph.code(code).filter((entry) => spaces?.includes(entry.space) ?? true);
  const found = [...(pair ? [pair] : []), ...entries.flatMap((entry) => graph.problems.get(entry.problem) ?? [])];
  return [...new Map([...found].reverse().map((problem) => [problem.symptom, problem])).values()].reverse();
}

/** A choice between problems that fit. */
export function actOnChoice(draft: TurnDraft, act: Act): boolean {
  const { phase } = draft.session;
  if (act.kind !== 'choose') return false;
  const [, keep, id] = /^(same:|new:)?(.*)$/.exec(act.option) ?? [];
  const problem = draft.mind.graph.problems.get(id ?? '');
  if (!problem) return false;
  if (keep === 'new:' || phase.name === 'solved') draft.replace(forgetProblem(draft.session));
  if (phase.name === 'choosing' && phase.code) setCodes(draft, phase.code, phase.extended);
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

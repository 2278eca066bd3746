import type { Mind } from './mind.ts';
import type { Fix, Problem } from '../knowledge/compiler/types.ts';
import { contentWords, wordsShared } from '../understanding/content-words.ts';
import type { Act } from '../understanding/act.ts';
import type { TurnDraft } from './draft.ts';
import { decide } from './next-step.ts';
import { ALREADY_TRIED, NO_SUCH_STEP } from './phrases.ts';
import { fixReply } from './present.ts';
import { whyAsYouWish } from './reasons.ts';
import { remind } from './remind.ts';
import type { Session } from './session.ts';

/** A word in the title says more than one in what the fix is for. */
const IN_TITLE = 2;

/** The fix of the problem at hand that a wish names best, tried ones last; undefined where none is named. Pure. */
export function preferredFix({ graph }: Mind, session: Session, wanted: string, verb: string): string | undefined {
  // The thing that is named says more than the verb.
  const things = contentWords(wanted);
  const words = things.size > 0 ? things : contentWords(verb);
  const { problem } = session;
  if (problem === undefined || words.size === 0) return undefined;
  const tried = new Set(session.attempts.map((each) => each.fix));
  const scored = graph.fixesFor(problem).map((fix) => ({ fix, ...namedBy(words, fix, graph.causes, verb), promise: promiseOf(fix, graph.problems.get(problem)) }));
  const named = scored.filter(({ score, shared }) => score >= IN_TITLE && shared > words.size / 2);
  // Gentle before risky, so that a loose word opens nothing.
  named.sort((a, b) => Number(tried.has(a.fix.id)) - Number(tried.has(b.fix.id)) || b.score - a.score || b.promise - a.promise || Number(a.fix.testOnly) - Number(b.fix.testOnly) || a.fix.riskMinutes - b.fix.riskMinutes);
  return named[0]?.fix.id;
}

function namedBy(words: ReadonlySet<string>, fix: Fix, causes: Mind['graph']['causes'], verb: string): { score: number; shared: number } {
  const title = `${fix.title} ${fix.id.replaceAll('-', ' ')}`;
  const solved = [...fix.solves.keys()].map((cause) => causes.get(cause)?.title ?? '').join(' ');
  const done = wordsShared(contentWords(verb), title);
  return { score: IN_TITLE * wordsShared(words, title) + wordsShared(words, solved) + done, shared: wordsShared(words, `${title} ${solved}`) };
}

/** How often it helps, before anything is known. */
function promiseOf(fix: Fix, problem: Problem | undefined): number {
  return [...(problem?.priors ?? [])].reduce((sum, [cause, prior]) => sum + prior * (fix.solves.get(cause) ?? 0), 0);
}

/** Another order is the person's right; what it costs is said. Answers false when the act is none of its own. */
export function actOnPreference(draft: TurnDraft, act: Act): boolean {
  if (act.kind !== 'prefer') return false;
  const { graph } = draft.mind;
  const fix = act.fix === undefined ? undefined : graph.fixes.get(act.fix);
  const decision = decide(draft);
  const { phase } = draft.session;
  if (phase.name !== 'fixing' || phase.fix !== act.fix) draft.remark('another-step');
  if (!fix || !decision) draft.text(NO_SUCH_STEP);
  else if (draft.session.attempts.some((each) => each.fix === fix.id && each.outcome !== 'skipped')) draft.text(ALREADY_TRIED);
  else {
    const isThis = phase.name === 'fixing' && phase.fix === fix.id;
    const handover = draft.session.capabilities[fix.role] === false;
    // What was left out before is wanted after all.
    if (!isThis) draft.change({ attempts: draft.session.attempts.filter((each) => each.fix !== fix.id) });
    if (!isThis) draft.enter({ name: 'fixing', fix: fix.id, handover, explained: 0 });
    const reply = fixReply(graph, decision, fix, handover, draft.session.step);
    draft.say(isThis || reply.type !== 'fix' ? reply : { ...reply, why: whyAsYouWish(graph, decision, fix) });
    return true;
  }
  remind(draft);
  return true;
}

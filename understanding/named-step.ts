import type { Fix, KnowledgeGraph, Problem } from '../knowledge/compiler/types.ts';
import { contentWords, wordsShared } from './content-words.ts';

/** A word in the title says more than one in what the fix is for. */
const IN_TITLE = 2;

/** The fix of the problem at hand that a wish names best, tried ones last; undefined where none is named. Pure. */
export function namedStep(graph: KnowledgeGraph, problems: readonly string[], triedSteps: readonly string[], wanted: string, verb: string): string | undefined {
  // The thing that is named says more than the verb.
  const things = contentWords(wanted);
  const words = things.size > 0 ? things : contentWords(verb);
  if (problems.length === 0 || words.size === 0) return undefined;
  const tried = new Set(triedSteps);
  const fixes = [...new Map(problems.flatMap((id) => graph.fixesFor(id)).map((fix) => [fix.id, fix])).values()];
  const scored = fixes.map((fix) => ({ fix, ...namedBy(words, fix, graph.causes, verb), promise: promiseOf(fix, graph.problems.get(problems[0] ?? '')) }));
  const named = scored.filter(({ score, shared }) => score >= IN_TITLE && shared > words.size / 2);
  // Gentle before risky, so that a loose word opens nothing.
  named.sort((a, b) => Number(tried.has(a.fix.id)) - Number(tried.has(b.fix.id)) || b.score - a.score || b.promise - a.promise || Number(a.fix.testOnly) - Number(b.fix.testOnly) || a.fix.riskMinutes - b.fix.riskMinutes);
  return named[0]?.fix.id;
}

function namedBy(words: ReadonlySet<string>, fix: Fix, causes: KnowledgeGraph['causes'], verb: string): { score: number; shared: number } {
  const title = `${fix.title} ${fix.id.replaceAll('-', ' ')}`;
  const solved = [...fix.solves.keys()].map((cause) => causes.get(cause)?.title ?? '').join(' ');
  const done = wordsShared(contentWords(verb), title);
  return { score: IN_TITLE * wordsShared(words, title) + wordsShared(words, solved) + done, shared: wordsShared(words, `${title} ${solved}`) };
}

/** How often it helps, before anything is known. */
function promiseOf(fix: Fix, problem: Problem | undefined): number {
  return [...(problem?.priors ?? [])].reduce((sum, [cause, prior]) => sum + prior * (fix.solves.get(cause) ?? 0), 0);
}

import type { CodeEntry, Fix, KnowledgeGraph, Problem, Question } from '../../knowledge/compiler/types.ts';
import { fixOrder } from './fix-order.ts';

/** A change of a probability below this is not worth a sentence. */
const WORTH_TELLING = 0.005;

/** What changed from one graph to another, one sentence a change. */
export function describeChanges(before: KnowledgeGraph, after: KnowledgeGraph): string[] {
  if (before.version === after.version) return [];
  return [
    ...comings('problem', before.problems, after.problems),
    ...comings('cause', before.causes, after.causes),
    ...comings('fix', before.fixes, after.fixes),
    ...comings('question', before.questions, after.questions),
    ...comings('diagnostic', before.diagnostics, after.diagnostics),
    ...comings('term', before.terms, after.terms),
    ...comings('code', byName(before.codes), byName(after.codes)),
    ...kept(before.problems, after.problems).flatMap(([a, b]) => [...priors(a, b), ...order(before, after, a, b)]),
    ...kept(before.fixes, after.fixes).flatMap(([a, b]) => fixChanges(a, b)),
    ...kept(before.questions, after.questions).flatMap(([a, b]) => questionChanges(a, b)),
    ...kept(byName(before.codes), byName(after.codes)).flatMap(([a, b]) => codeChanges(a, b)),
    ...wordings(before, after),
  ];
}

type Shelf<T> = ReadonlyMap<string, T>;

function comings(kind: string, before: Shelf<unknown>, after: Shelf<unknown>): string[] {
  const added = [...after.keys()].filter((id) => !before.has(id)).map((id) => `New ${kind} ${id}.`);
  const gone = [...before.keys()].filter((id) => !after.has(id)).map((id) => `The ${kind} ${id} is gone.`);
  return [...added, ...gone];
}

function kept<T>(before: Shelf<T>, after: Shelf<T>): [T, T][] {
  return [...before].flatMap(([id, a]) => {
    const b = after.get(id);
    return b === undefined ? [] : [[a, b] as [T, T]];
  });
}

function byName(codes: readonly CodeEntry[]): Shelf<CodeEntry> {
  return new Map(codes.map((entry) => [[entry.space, entry.origin, entry.code, entry.symbol].filter(Boolean).join(' '), entry]));
}

function priors(a: Problem, b: Problem): string[] {
  const causes = new Set([...a.priors.keys(), ...b.priors.keys()]);
  return [...causes].flatMap((cause) => {
    const from = a.priors.get(cause) ?? 0;
    const to = b.priors.get(cause) ?? 0;
    return Math.abs(from - to) < WORTH_TELLING ? [] : [`In ${a.id}, ${cause} ${to > from ? 'rose' : 'fell'} from ${percent(from)} to ${percent(to)}.`];
  });
}

function order(before: KnowledgeGraph, after: KnowledgeGraph, a: Problem, b: Problem): string[] {
  const was = fixOrder(before, a).map((fix) => fix.id);
  const is = fixOrder(after, b).map((fix) => fix.id);
  if (was.join() === is.join()) return [];
  const moved = is.flatMap((id, index) => {
    const place = was.indexOf(id);
    if (place === index) return [];
    return [place < 0 ? `${id} comes in at place ${index + 1}` : `${id} moves from place ${place + 1} to ${index + 1}`];
  });
  const out = was.filter((id) => !is.includes(id)).map((id) => `${id} is no longer offered`);
  return [`In ${a.id}, the order of fixes changes: ${[...moved, ...out].join('; ')}.`];
}

function fixChanges(a: Fix, b: Fix): string[] {
  const causes = new Set([...a.solves.keys(), ...b.solves.keys()]);
  const solves = [...causes].flatMap((cause) => {
    const from = a.solves.get(cause) ?? 0;
    const to = b.solves.get(cause) ?? 0;
    return Math.abs(from - to) < WORTH_TELLING ? [] : [`The fix ${a.id} helps against ${cause} with ${percent(to)} instead of ${percent(from)}.`];
  });
  const minutes = a.minutes === b.minutes ? [] : [`The fix ${a.id} takes ${b.minutes} minutes instead of ${a.minutes}.`];
  const role = a.role === b.role ? [] : [`The fix ${a.id} is for ${b.role} instead of ${a.role}.`];
  const risk = a.risk.level === b.risk.level ? [] : [`The risk of ${a.id} is ${b.risk.level} instead of ${a.risk.level}.`];
  const commands = (fix: Fix): string => JSON.stringify(fix.steps.map((step) => step.command));
  const steps = commands(a) === commands(b) ? [] : [`The commands of ${a.id} changed.`];
  return [...solves, ...minutes, ...role, ...risk, ...steps];
}

function questionChanges(a: Question, b: Question): string[] {
  const causes = new Set([...a.likelihood.keys(), ...b.likelihood.keys()]);
  return [...causes].flatMap((cause) => {
    const from = a.likelihood.get(cause) ?? a.otherwise;
    const to = b.likelihood.get(cause) ?? b.otherwise;
    if (from.join() === to.join()) return [];
    return [`The question ${a.id} is answered [${to.map(percent).join(', ')}] instead of [${from.map(percent).join(', ')}] when the cause is ${cause}.`];
  });
}

function codeChanges(a: CodeEntry, b: CodeEntry): string[] {
  return a.problem === b.problem ? [] : [`The code ${a.code} (${a.space}) leads to ${b.problem} instead of ${a.problem}.`];
}

/** Wordings are counted, not told one by one. */
function wordings(before: KnowledgeGraph, after: KnowledgeGraph): string[] {
  const words = (value: unknown): string => JSON.stringify(value, (key, inner: unknown) => (PROSE.has(key) || key === '' || typeof inner === 'object' ? inner : undefined));
  const count = <T>(a: Shelf<T>, b: Shelf<T>): number => kept(a, b).filter(([one, two]) => words(one) !== words(two)).length;
  const changed = [
    ['causes', count(before.causes, after.causes)],
    ['fixes', count(before.fixes, after.fixes)],
    ['questions', count(before.questions, after.questions)],
    ['problems', count(before.problems, after.problems)],
    ['codes', count(byName(before.codes), byName(after.codes))],
  ] as const;
  const told = changed.filter(([, number]) => number > 0).map(([kind, number]) => `${number} ${kind}`);
  return told.length > 0 ? [`The wording of ${told.join(', ')} changed.`] : [];
}

const PROSE = new Set(['title', 'meaning', 'detail', 'text', 'check', 'undo', 'handover', 'prompt', 'label', 'statement', 'explanation']);

function percent(probability: number): string {
  return `${Number((probability * 100).toFixed(1))} %`;
}

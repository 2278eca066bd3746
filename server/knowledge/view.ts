import type { Cause, Diagnostic, Fix, KnowledgeGraph, Problem, Question, Source, Term } from '../../knowledge/compiler/types.ts';
import { NO_EVIDENCE, type KnowledgeSource } from './source.ts';

export interface CauseView {
  readonly cause: Cause;
  /** Before anything is known. */
  readonly probability: number;
  /** What the author wrote, where outcomes taught another number. */
  readonly authored?: number;
  /** Fixes that can solve it, the surest first. */
  readonly solvedBy: readonly { readonly fix: Fix; readonly probability: number }[];
}

export interface FixView {
  readonly fix: Fix;
  /** From 1, where the assistant offers it without further evidence. */
  readonly place?: number;
  /** P(it helps), at its place. */
  readonly probability: number;
  readonly solves: readonly { readonly cause: Cause; readonly probability: number }[];
}

export interface AnswerView {
  readonly id: string;
  readonly label: string;
  /** Causes that become likelier or less likely by it, the greatest change first. */
  readonly shifts: readonly { readonly cause: Cause; readonly before: number; readonly after: number }[];
}

export interface QuestionView {
  readonly question: Question;
  readonly diagnostic: Diagnostic | undefined;
  readonly answers: readonly AnswerView[];
}

/** One problem with everything that its page shows, put in order. */
export interface ProblemView {
  readonly problem: Problem;
  readonly causes: readonly CauseView[];
  readonly fixes: readonly FixView[];
  readonly questions: readonly QuestionView[];
  readonly terms: readonly Term[];
  readonly sources: readonly Source[];
}

/** Shifts of less than this are noise to a reader. */
const LEAST_SHIFT = 0.015;
const MOST_SHIFTS = 4;
/** A learned prior nearer to the author's than this looks the same. */
const LEAST_TOLD = 0.005;

export function viewOf(source: KnowledgeSource, graph: KnowledgeGraph, problem: Problem): ProblemView {
  const fixes = graph.fixesFor(problem.id);
  const numbers = numbersOf(source, problem);
  const causes = [...problem.priors]
    .map(([id, authored]) => ({ id, authored, probability: numbers.prior(id) }))
    .sort((a, b) => b.probability - a.probability)
    .flatMap(({ id, authored, probability }): CauseView[] => {
      const cause = graph.causes.get(id);
      if (!cause) return [];
      const solvedBy = fixes
        .map((fix) => ({ fix, probability: numbers.chance(fix, id) }))
        .filter((link) => link.probability > 0)
        .sort((a, b) => b.probability - a.probability);
      return [{ cause, probability, ...(Math.abs(probability - authored) >= LEAST_TOLD && { authored }), solvedBy }];
    });
  const questions = questionsOf(source, graph, problem);
  return {
    problem,
    causes,
    fixes: fixesOf(source, graph, problem, numbers),
    questions,
    terms: termsIn(graph, textsOf(causes, fixes, questions)),
    sources: distinct([problem, ...causes.map(({ cause }) => cause), ...fixes, ...questions.map(({ question }) => question)].flatMap((each) => each.sources)),
  };
}

/** The numbers that the policy uses: the author's, or what outcomes taught. */
interface Numbers {
  readonly prior: (cause: string) => number;
  readonly chance: (fix: Fix, cause: string) => number;
}

function numbersOf(source: KnowledgeSource, problem: Problem): Numbers {
  const learned = source.learned?.();
  return {
    prior: (cause) => learned?.priors[problem.id]?.[cause] ?? problem.priors.get(cause) ?? 0,
    chance: (fix, cause) => (fix.solves.has(cause) ? (learned?.solves[fix.id]?.[cause] ?? fix.solves.get(cause) ?? 0) : 0),
  };
}

/** First those that the assistant offers, in its order; then the rest, the likeliest to help first. */
function fixesOf(source: KnowledgeSource, graph: KnowledgeGraph, problem: Problem, numbers: Numbers): FixView[] {
  const offered = source.order(graph, source.troubleshooter(problem.id));
  const place = new Map(offered.map((fix, index) => [fix.id, { place: index + 1, probability: fix.probability }]));
  return graph
    .fixesFor(problem.id)
    .map((fix): FixView => {
      const solves = [...fix.solves]
        .flatMap(([id]) => {
          const cause = graph.causes.get(id);
          return cause && problem.priors.has(id) ? [{ cause, probability: numbers.chance(fix, id) }] : [];
        })
        .sort((a, b) => b.probability - a.probability);
      const chance = solves.reduce((sum, { cause, probability }) => sum + probability * numbers.prior(cause.id), 0);
      return { fix, probability: chance, ...place.get(fix.id), solves };
    })
    .sort((a, b) => {
      if (a.place === undefined && b.place === undefined) return b.probability - a.probability;
      return (a.place ?? Infinity) - (b.place ?? Infinity);
    });
}

/** What each answer alone would say, in the belief of the assistant itself. */
function questionsOf(source: KnowledgeSource, graph: KnowledgeGraph, problem: Problem): QuestionView[] {
  const troubleshooter = source.troubleshooter(problem.id);
  const before = new Map(troubleshooter.posterior(NO_EVIDENCE).map(({ cause, probability }) => [cause, probability]));
  return graph.questionsFor(problem.id).map((question) => ({
    question,
    diagnostic: question.diagnostic === undefined ? undefined : graph.diagnostics.get(question.diagnostic),
    answers: question.answers.map(({ id, label }) => {
      const finding = { question: question.id, answer: id, basis: question.kind };
      const shifts = troubleshooter
        .posterior({ ...NO_EVIDENCE, findings: [finding] })
        .flatMap(({ cause, probability }) => {
          const known = graph.causes.get(cause);
          return known ? [{ cause: known, before: before.get(cause) ?? 0, after: probability }] : [];
        })
        .filter((shift) => Math.abs(shift.after - shift.before) >= LEAST_SHIFT)
        .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
        .slice(0, MOST_SHIFTS);
      return { id, label, shifts };
    }),
  }));
}

function textsOf(causes: readonly CauseView[], fixes: readonly Fix[], questions: readonly QuestionView[]): string {
  return [
    ...causes.flatMap(({ cause }) => [cause.title, cause.meaning, cause.detail]),
    ...fixes.flatMap((fix) => [fix.title, fix.check, fix.undo, fix.handover, fix.risk.text, ...fix.steps.flatMap((step) => [step.text, step.command?.text ?? ''])]),
    ...questions.flatMap(({ question }) => [question.prompt, ...question.answers.map((answer) => answer.label)]),
  ].join(' ');
}

/** Terms of which a name occurs as whole words. */
function termsIn(graph: KnowledgeGraph, text: string): Term[] {
  const words = wordsOf(text);
  return [...graph.terms.values()]
    .filter((term) => term.names.some((name) => words.includes(wordsOf(name))))
    .sort((a, b) => (a.names[0] ?? a.id).localeCompare(b.names[0] ?? b.id, 'en'));
}

function wordsOf(text: string): string {
  return ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

function distinct(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}

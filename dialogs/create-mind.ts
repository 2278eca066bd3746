import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { Comprehension } from '../understanding/comprehension.ts';
import type { Decision, Troubleshooter } from '../troubleshooting/decision.ts';
import type { Mind } from './mind.ts';
import { read } from '../reading/read.ts';
import type { LearnedParameters } from '../troubleshooting/parameters.ts';
import { DEFAULT_PRICES } from '../troubleshooting/compile.ts';
import type { ProblemBelief } from './problem-belief.ts';
import { USUAL_SITE } from './site.ts';
import { createTroubleshooter, createUnionTroubleshooter, type TroubleshooterOptions } from '../troubleshooting/troubleshooter.ts';

/** What was learned from sayings. */
export interface Learned extends Pick<Comprehension, 'classifier' | 'reader'> {
  /** Language -> the reader of its sayings alone; the others are read by the one of all. */
  readonly readers?: ReadonlyMap<string, Comprehension['reader']>;
}

/** Everything that diagnosis stands on, over one state of knowledge. A troubleshooter is compiled when its problem first comes up. */
export function createMind(graph: KnowledgeGraph, { classifier, reader, readers }: Learned, learned?: LearnedParameters, site = USUAL_SITE): Mind {
  const shared = sharedQuestions(graph);
  const bearingOn = once(
    (problems: readonly string[]): ReadonlySet<string> =>
      problems.length === 0 ? shared : new Set(problems.flatMap((id) => counting(graph, id))),
    setKey,
  );
  const setting = [...graph.questions.values()].filter((each) => each.setting).map(({ id }) => id);
  const options = (minutes: number): TroubleshooterOptions => ({ parameters: learned, prices: { ...DEFAULT_PRICES, escalationMinutes: minutes } });
  const troubleshooterFor = (belief: ProblemBelief, minutes: number): Troubleshooter => {
    const [only, ...others] = Object.keys(belief);
    const isSettled = only !== undefined && others.length === 0;
    return remembering(isSettled ? createTroubleshooter(graph, only, options(minutes)) : createUnionTroubleshooter(graph, belief, options(minutes)));
  };
  const base: Omit<Mind, 'inLanguage'> = {
    graph,
    classifier,
    reader,
    learned,
    site,
    read: (text, now, asked) => read(text, { now, graph, ...(asked !== undefined && { asked }) }),
    bearingOn,
    tellable: once((problems: readonly string[]): ReadonlySet<string> => new Set([...bearingOn(problems), ...shared, ...setting]), setKey),
    troubleshooter: once((belief: ProblemBelief) => troubleshooterFor(belief, site.waitMinutes), keyOf),
    persevering: once((belief: ProblemBelief) => troubleshooterFor(belief, NEVER), keyOf),
  };
  // Numbers and ids are the same in every language: what is compiled for one serves all.
  const inLocale = once(
    (locale: string): Mind => ({ ...base, graph: graph.inLocale(locale), reader: readers?.get(locale) ?? reader, inLanguage }),
    (locale) => locale,
  );
  const inLanguage = (language: string): Mind => inLocale(graph.inLocale(language).locale);
  return inLanguage(graph.locale);
}

const setKey = (problems: readonly string[]): string => [...problems].sort().join('|');

const keyOf = (belief: ProblemBelief): string =>
  Object.entries(belief)
    .map(([id, weight]) => `${id}:${weight}`)
    .sort()
    .join('|');

/** Minutes that no step costs. */
const NEVER = 1e6;

/** What is made is kept for the next time; the oldest go where there are many. */
const KEPT = 200;

function once<A, T>(make: (of: A) => T, key: (of: A) => string): (of: A) => T {
  const made = new Map<string, T>();
  return (of) => {
    const name = key(of);
    let found = made.get(name);
    if (found === undefined) {
      found = make(of);
      made.set(name, found);
      if (made.size > KEPT) made.delete(made.keys().next().value ?? '');
    }
    return found;
  };
}

/** A question is general when it bears on this share of all problems. */
const GENERAL = 1 / 8;

function sharedQuestions(graph: KnowledgeGraph): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const problem of graph.problems.keys()) {
    for (const id of counting(graph, problem)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const least = graph.problems.size * GENERAL;
  return new Set([...counts].filter(([, count]) => count >= least).map(([id]) => id));
}

/** Questions whose answers count, whether or not they are asked. */
function counting(graph: KnowledgeGraph, problem: string): readonly string[] {
  return [...graph.questionsFor(problem), ...graph.heardFor(problem)].map((question) => question.id);
}

const REMEMBERED = 512;

/** A turn asks for the same decision several times, and many conversations pass the same states. Decisions are pure, so the last ones are kept. */
function remembering(troubleshooter: Troubleshooter): Troubleshooter {
  const decisions = new Map<string, Decision>();
  return {
    problem: troubleshooter.problem,
    posterior: (evidence) => troubleshooter.posterior(evidence),
    decide(evidence) {
      const key = JSON.stringify([evidence.findings.map((each) => [each.question, each.answer, each.basis]).sort(), [...evidence.unanswered].sort(), [...evidence.failed].sort(), [...evidence.skipped].sort(), [...(evidence.absent ?? [])].sort(), Object.entries(evidence.capabilities).sort()]);
      let decision = decisions.get(key);
      if (!decision) {
        decision = troubleshooter.decide(evidence);
        decisions.set(key, decision);
        if (decisions.size > REMEMBERED) decisions.delete(decisions.keys().next().value ?? '');
      }
      return decision;
    },
  };
}

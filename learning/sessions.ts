import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { WeightedProfile } from './counts.ts';

/** A profile prepared for the fitting: resolved against the graph, grouped by family. */
export interface Session {
  readonly problem: string;
  readonly weight: number;
  readonly reporter: string;
  readonly answers: readonly SessionAnswer[];
  readonly trials: readonly FamilyTrial[];
  readonly capabilities: WeightedProfile['profile']['capabilities'];
  /** The only cause that is possible, where the helpdesk confirmed one. */
  readonly confirmed: string | undefined;
}

/** `word`: said by the person where a tool was to measure it, so it is wrong more often than the question's table has it. */
export interface SessionAnswer {
  readonly question: string;
  readonly answer: number;
  readonly word: boolean;
}

/** Fixes of one family (or one fix without a family) that were carried out. */
export interface FamilyTrial {
  readonly family: string | undefined;
  readonly failed: readonly string[];
  readonly solvedBy: string | undefined;
}

/** Profiles of problems that the graph has. What the graph no longer knows is passed over. */
export function sessionsOf(graph: KnowledgeGraph, profiles: readonly WeightedProfile[]): Session[] {
  return profiles.filter(({ profile, weight }) => weight > 0 && graph.problems.has(profile.problem)).map((row) => sessionOf(graph, row));
}

function sessionOf(graph: KnowledgeGraph, { profile, weight }: WeightedProfile): Session {
  const priors = graph.problems.get(profile.problem)?.priors;
  const confirmed = profile.confirmedCause;
  return {
    problem: profile.problem,
    weight,
    reporter: `${profile.week} ${profile.reporter}`,
    answers: answersOf(graph, profile.findings, profile.told),
    trials: trialsOf(graph, profile.failed, profile.solvedBy),
    capabilities: rightsOf(graph, profile),
    confirmed: confirmed === undefined ? undefined : priors?.has(confirmed) ? confirmed : 'unknown',
  };
}

/** What was recorded, and what carrying a fix out shows: a person who did it may do it. */
function rightsOf(graph: KnowledgeGraph, profile: WeightedProfile['profile']): Session['capabilities'] {
  const rights = new Map(profile.capabilities);
  for (const id of [...profile.failed, profile.solvedBy]) {
    const role = id === undefined ? undefined : graph.fixes.get(id)?.role;
    if (role !== undefined && !rights.has(role)) rights.set(role, true);
  }
  return [...rights];
}

/** Answers that count: of two questions about one fact the more reliable, of two answers to one question neither. */
function answersOf(graph: KnowledgeGraph, findings: readonly string[], told: readonly string[]): SessionAnswer[] {
  const found = findings.flatMap((id) => {
    const finding = graph.finding(id);
    return finding ? [finding] : [];
  });
  const once = found.filter(({ question }) => found.filter((other) => other.question.id === question.id).length === 1);
  const isWord = ({ question, answer }: (typeof found)[number]): boolean => question.kind === 'measured' && told.includes(answer.id);
  const ranked = once.sort((a, b) => Number(isWord(a)) - Number(isWord(b)) || a.question.wrong - b.question.wrong || (a.question.id < b.question.id ? -1 : 1));
  const counted: typeof ranked = [];
  for (const finding of ranked) {
    const { question } = finding;
    if (!counted.some((other) => question.excludes.includes(other.question.id) || other.question.excludes.includes(question.id))) {
      counted.push(finding);
    }
  }
  return counted.map(({ question, answer }) => ({
    question: question.id,
    answer: question.answers.indexOf(answer),
    word: isWord({ question, answer }),
  }));
}

function trialsOf(graph: KnowledgeGraph, failed: readonly string[], solvedBy: string | undefined): FamilyTrial[] {
  const groups = new Map<string, { family: string | undefined; failed: string[]; solvedBy: string | undefined }>();
  const groupOf = (id: string): { failed: string[]; solvedBy: string | undefined } | undefined => {
    const fix = graph.fixes.get(id);
    if (!fix) return undefined;
    const correlated = fix.family !== undefined && (graph.families.get(fix.family)?.correlation ?? 0) > 0;
    const key = correlated ? `family ${fix.family}` : `fix ${id}`;
    const group = groups.get(key) ?? { family: correlated ? fix.family : undefined, failed: [], solvedBy: undefined };
    groups.set(key, group);
    return group;
  };
  for (const id of failed) groupOf(id)?.failed.push(id);
  if (solvedBy !== undefined) {
    const group = groupOf(solvedBy);
    if (group) group.solvedBy = solvedBy;
  }
  return [...groups.values()];
}

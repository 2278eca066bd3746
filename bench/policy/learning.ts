import type { KnowledgeGraph } from '../../knowledge/types.ts';
import type { Figure } from '../bench.ts';
import { DEFAULT_RULES, NO_COUNTS, readProfiles, recordAll } from '../../diagnosis/learning/counts.ts';
import { fit } from '../../diagnosis/learning/fit.ts';
import type { ConversationOutcome } from '../../diagnosis/learning/profile.ts';
import { CAPABILITY_UNKNOWN } from '../../diagnosis/troubleshooting/belief.ts';
import { compile, scopeOf } from '../../diagnosis/troubleshooting/compile.ts';
import type { TroubleshootingModel } from '../../diagnosis/troubleshooting/model.ts';
import type { LearnedParameters } from '../../diagnosis/troubleshooting/parameters.ts';
import { ours } from './baselines.ts';
import { meet, minutesOf } from './crowd.ts';
import { graphOf, PROBLEM } from './graph-of.ts';
import { converse, drawPerson, type Person, type Policy, type Session, SILENT } from '../../diagnosis/simulation/people.ts';
import { perturbed } from './perturb.ts';
import { randomFrom } from '../../diagnosis/simulation/random.ts';
import { largeGraph } from './random-graphs.ts';
import { interval, mean } from './statistics.ts';
import type { Choice } from '../../diagnosis/troubleshooting/decide.ts';

const WEEK = 2900;

/** The author's graph: 10 causes, 12 fixes, 8 questions, 3 capabilities, escalation at 90 minutes. */
export const SYNTHETIC: Subject = {
  id: 'learning',
  graph: graphOf(largeGraph(11, { causes: 10, fixes: 12, questions: 8, capabilities: 3 })),
  problem: PROBLEM,
};

/** What is learned about, and the first part of the figures' ids. */
export interface Subject {
  readonly id: string;
  readonly graph: KnowledgeGraph;
  readonly problem: string;
}

function modelOf(subject: Subject, parameters?: LearnedParameters): TroubleshootingModel {
  return compile(subject.graph, scopeOf(subject.graph, subject.problem), { parameters });
}

/** A world of the subject whose numbers are wrong by sigma. */
function worldOf(subject: Subject, seed: number, sigma: number): TroubleshootingModel {
  return modelOf({ ...subject, graph: perturbed(subject.graph, seed, { sigma, minutes: false }) });
}

/** One learner in one world: what is believed after so many conversations costs this much, over the oracle. */
export function benchLearning(subject: Subject, size: { worlds: number; people: number; checkpoints: readonly number[] }, seed: number): Figure[] {
  const curves = { learned: size.checkpoints.map((): number[] => []), scoreboard: size.checkpoints.map((): number[] => []) };
  for (let index = 0; index < size.worlds; index++) {
    const world = worldOf(subject, seed + index, 1);
    const test = crowd(world, seed + 1000 + index, size.people);
    const oracle = mean(minutesOf(meet(world, world, ours(), test, SILENT)));
    const value = (bot: TroubleshootingModel, policy: Policy): number => mean(minutesOf(meet(world, bot, policy, test, SILENT))) / oracle;

    const learner = new Learner(subject, world, seed + 2000 + index);
    size.checkpoints.forEach((checkpoint, at) => {
      learner.upTo(checkpoint);
      curves.learned[at]!.push(value(learner.bot, ours()));
      curves.scoreboard[at]!.push(value(learner.author, scoreboard(learner.author, learner.sessions)));
    });
  }
  return Object.entries(curves).flatMap(([name, curve]) =>
    curve.map((values, at): Figure => ({ id: `${subject.id}.${name}.after-${size.checkpoints[at]}`, value: mean(values), unit: 'x oracle', n: size.worlds, ci: interval(values) })),
  );
}

/** Leads conversations with what it has learned so far, and learns again whenever they have grown by half. */
class Learner {
  readonly author: TroubleshootingModel;
  bot: TroubleshootingModel;
  readonly sessions: Session[] = [];
  readonly outcomes: ConversationOutcome[] = [];
  private readonly subject: Subject;
  private readonly world: TroubleshootingModel;
  private readonly random: () => number;
  private policy = ours();
  private nextFit = 25;

  constructor(subject: Subject, world: TroubleshootingModel, seed: number) {
    this.subject = subject;
    this.world = world;
    this.random = randomFrom(seed);
    this.author = modelOf(subject);
    this.bot = this.author;
  }

  upTo(count: number): void {
    while (this.outcomes.length < count) {
      const session = converse(this.world, this.bot, this.policy, drawPerson(this.world, this.random), SILENT);
      this.sessions.push(session);
      this.outcomes.push(outcomeOf(this.subject, this.bot, session, `honest ${this.outcomes.length}`, `person ${this.outcomes.length}`));
      if (this.outcomes.length === this.nextFit) {
        this.learn(this.outcomes);
        this.nextFit = Math.ceil(this.nextFit * 1.5);
      }
    }
    if (count > 0) this.learn(this.outcomes);
  }

  learn(outcomes: readonly ConversationOutcome[]): void {
    this.bot = modelOf(this.subject, fitTo(this.subject.graph, outcomes));
    this.policy = ours();
  }
}

function fitTo(graph: KnowledgeGraph, outcomes: readonly ConversationOutcome[], perReporter = DEFAULT_RULES.perReporter): LearnedParameters {
  return fit(graph, readProfiles(recordAll(NO_COUNTS, outcomes, 'bench'), { graphVersion: graph.version, now: WEEK, ...DEFAULT_RULES, perReporter }));
}

function outcomeOf({ graph, problem }: Subject, bot: TroubleshootingModel, session: Session, id: string, reporter: string): ConversationOutcome {
  const findings = bot.questions.flatMap(({ answers }, question) => answers[session.state.answer[question]!] ?? []);
  const capabilities = bot.capabilities.flatMap((role, index) => {
    const known = session.state.capability[index]!;
    return known === CAPABILITY_UNKNOWN ? [] : [[role, known === 1] as const];
  });
  return {
    id, problem, graphVersion: graph.version, findings, failed: session.failed.map((fix) => bot.fixes[fix]!),
    ...(session.solvedBy >= 0 && { solvedBy: bot.fixes[session.solvedBy]! }),
    capabilities: Object.fromEntries(capabilities), reporter, week: WEEK, certainty: 'explicit',
  };
}

/** The rival: one success rate for each fix, best rate by minute first, a person once none is worth it. No causes, no questions. */
function scoreboard(model: TroubleshootingModel, sessions: readonly Session[]): Policy {
  const trials = model.fixes.map((_, fix) => {
    let prior = 0;
    const { rowStart, cause, chance } = model.chances;
    for (let entry = rowStart[fix]!; entry < rowStart[fix + 1]!; entry++) prior += model.prior[cause[entry]!]! * chance[entry]!;
    return { successes: 8 * prior, all: 8 };
  });
  for (const { failed, solvedBy } of sessions) {
    for (const fix of failed) trials[fix]!.all += 1;
    if (solvedBy < 0) continue;
    trials[solvedBy]!.all += 1;
    trials[solvedBy]!.successes += 1;
  }
  const rate = trials.map(({ successes, all }, fix) => successes / all / model.fixMinutes[fix]!);
  return (_, state): Choice => {
    let best = -1;
    for (let fix = 0; fix < rate.length; fix++) {
      const capability = model.fixCapability[fix]!;
      if (state.closedFix[fix] === 1 || (capability >= 0 && state.capability[capability] === 0)) continue;
      if (rate[fix]! > (best < 0 ? 1 / model.escalationMinutes : rate[best]!)) best = fix;
    }
    return best < 0 ? { type: 'escalate', index: -1 } : { type: 'fix', index: best };
  };
}

function crowd(world: TroubleshootingModel, seed: number, size: number): Person[] {
  const random = randomFrom(seed);
  return Array.from({ length: size }, () => drawPerson(world, random));
}

/** 600 honest conversations and 300 of one reporter who praises the dearest fix; with the defences, and without the cap. */
export function benchPoisoning(size: { worlds: number; people: number }, seed: number): Figure[] {
  const subject = SYNTHETIC;
  const rows = Array.from({ length: size.worlds }, (_, index) => {
    const world = worldOf(subject, seed + index, 0.6);
    const test = crowd(world, seed + 1000 + index, size.people);
    const learner = new Learner(subject, world, seed + 2000 + index);
    learner.upTo(600);
    const dearest = learner.author.fixes[learner.author.fixMinutes.indexOf(Math.max(...learner.author.fixMinutes))]!;
    const spam = Array.from({ length: 300 }, (__, at): ConversationOutcome => ({
      id: `spam ${at}`, problem: subject.problem, graphVersion: subject.graph.version, findings: [], failed: [], solvedBy: dearest, capabilities: {}, reporter: 'spammer', week: WEEK, certainty: 'explicit',
    }));
    const cost = (outcomes: readonly ConversationOutcome[], perReporter?: number): number =>
      mean(minutesOf(meet(world, modelOf(subject, fitTo(subject.graph, outcomes, perReporter)), ours(), test, SILENT)));
    const honest = cost(learner.outcomes);
    return { capped: 100 * (cost([...learner.outcomes, ...spam]) / honest - 1), uncapped: 100 * (cost([...learner.outcomes, ...spam], 1e9) / honest - 1) };
  });
  const figure = (name: 'capped' | 'uncapped'): Figure => {
    const values = rows.map((row) => row[name]);
    return { id: `poisoning.${name}`, value: mean(values), unit: '% dearer', n: rows.length, ci: interval(values) };
  };
  return [figure('capped'), figure('uncapped')];
}

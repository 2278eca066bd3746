import { DEFAULT_RULES, NO_COUNTS, readProfiles, recordAll, type WeightedProfile } from '../../learning/counts.ts';
import { fit } from '../../learning/fit.ts';
import { posteriorDraw } from '../../learning/posterior-draw.ts';
import type { ConversationOutcome } from '../../learning/profile.ts';
import { converse, drawPerson, SILENT, type Person, type Policy, type Session } from '../../learning/simulation/people.ts';
import { randomFrom, type Random } from '../../learning/simulation/random.ts';
import { CAPABILITY_UNKNOWN } from '../../troubleshooting/belief.ts';
import type { TroubleshootingModel } from '../../troubleshooting/model.ts';
import type { LearnedParameters } from '../../troubleshooting/parameters.ts';
import { ours } from './baselines.ts';
import { modelOf, type Subject } from './learning-graphs.ts';

export const WEEK = 2900;

/** How a learner gets to know. */
export interface Schooling {
  /** The helpdesk names the cause of every case that it is given. */
  readonly confirmed?: boolean;
  /** Every conversation is led by one of so many draws of the posterior; 0: by what was learned. */
  readonly draws?: number;
  /** What becomes of a conversation before it is recorded. */
  readonly recorded?: (session: Session, random: Random) => Session;
  /** People of the world, where they are not drawn as usual. */
  readonly draw?: (world: TroubleshootingModel, random: Random) => Person;
}

interface Believer {
  readonly bot: TroubleshootingModel;
  readonly policy: Policy;
}

/**
 * Leads conversations with what it has learned so far, and learns again whenever they have grown by half. It sees of a
 * person what a product sees: answers, failures, what helped.
 */
export class Learner {
  readonly author: TroubleshootingModel;
  readonly sessions: Session[] = [];
  readonly outcomes: ConversationOutcome[] = [];
  parameters: LearnedParameters | undefined;
  bot: TroubleshootingModel;
  private leaders: readonly Believer[];
  private readonly subject: Subject;
  private readonly world: TroubleshootingModel;
  private readonly schooling: Schooling;
  private readonly people: Random;
  private readonly chance: Random;
  private nextFit = 25;

  constructor(subject: Subject, world: TroubleshootingModel, seed: number, schooling: Schooling = {}) {
    this.subject = subject;
    this.world = world;
    this.schooling = schooling;
    this.people = randomFrom(seed);
    this.chance = randomFrom(seed + 500_000);
    this.author = modelOf(subject);
    this.bot = this.author;
    this.leaders = [{ bot: this.author, policy: ours() }];
  }

  upTo(count: number): void {
    const { draw = drawPerson, recorded, confirmed } = this.schooling;
    while (this.outcomes.length < count) {
      const person = draw(this.world, this.people);
      const leader = this.leaders[Math.floor(this.chance() * this.leaders.length)]!;
      const session = converse(this.world, leader.bot, leader.policy, person, SILENT);
      this.sessions.push(session);
      const known = recorded ? recorded(session, this.chance) : session;
      const cause = confirmed && session.solvedBy < 0 ? this.world.causes[person.cause] : undefined;
      const id = `honest ${this.outcomes.length}`;
      this.outcomes.push({ ...outcomeOf(this.subject, this.author, known, id, id), ...(cause !== undefined && { confirmedCause: cause }) });
      if (this.outcomes.length === this.nextFit) {
        this.learn();
        this.nextFit = Math.ceil(this.nextFit * 1.5);
      }
    }
    if (count > 0) this.learn();
  }

  private learn(): void {
    const profiles = profilesOf(this.subject, this.outcomes);
    const parameters = fit(this.subject.graph, profiles);
    this.parameters = parameters;
    this.bot = modelOf(this.subject, parameters);
    const believed = Array.from({ length: this.schooling.draws ?? 0 }, () => modelOf(this.subject, posteriorDraw(this.subject.graph, profiles, parameters, this.chance)));
    this.leaders = (believed.length > 0 ? believed : [this.bot]).map((bot) => ({ bot, policy: ours() }));
  }
}

export function profilesOf({ graph }: Subject, outcomes: readonly ConversationOutcome[], perReporter = DEFAULT_RULES.perReporter): WeightedProfile[] {
  return readProfiles(recordAll(NO_COUNTS, outcomes, 'bench'), { graphVersion: graph.version, now: WEEK, ...DEFAULT_RULES, perReporter });
}

/** What is recorded of a conversation. */
export function outcomeOf({ graph, problem }: Subject, bot: TroubleshootingModel, session: Session, id: string, reporter: string): ConversationOutcome {
  const findings = bot.questions.flatMap(({ answers }, question) => answers[session.state.answer[question]!] ?? []);
  const capabilities = bot.capabilities.flatMap((role, index) => {
    const known = session.state.capability[index]!;
    return known === CAPABILITY_UNKNOWN ? [] : [[role, known === 1] as const];
  });
  return {
    id,
    problem,
    graphVersion: graph.version,
    findings,
    failed: session.failed.map((fix) => bot.fixes[fix]!),
    ...(session.solvedBy >= 0 && { solvedBy: bot.fixes[session.solvedBy]! }),
    capabilities: Object.fromEntries(capabilities),
    reporter,
    week: WEEK,
    certainty: 'explicit',
  };
}

import {
  applyAnswer, applyDecline, applyFailure, applyNoAnswer, helpingMass, initialState, massOf, minutesNow, needsHandOver, normalise, UNASKED,
  type BeliefState,
} from '../../troubleshooting/belief.ts';
import { askingMinutes, openMembers } from '../../troubleshooting/inquiry.ts';
import type { TroubleshootingModel } from '../../troubleshooting/model.ts';
import type { Random } from './random.ts';
import type { Choice } from '../../troubleshooting/decide.ts';

/** A rule for the next step. */
export type Policy = (model: TroubleshootingModel, state: BeliefState) => Choice;

/**
 * One simulated person, everything about them drawn in advance, so that all policies meet the same people.
 * This is the truth: the policy is never given it, only what it asks for and pays for.
 */
export interface Person {
  readonly cause: number;
  /** [K] What they may do. */
  readonly may: Uint8Array;
  /** [F] Whether it helps them. */
  readonly helps: Uint8Array;
  /** [Q] What they would report. */
  readonly reports: Int8Array;
  /** [inquiries] Whether they can answer at all. */
  readonly answers: Uint8Array;
  /** [Q] Uniform draws: whether their first message tells it. */
  readonly volunteers: Float64Array;
}

export function drawPerson(world: TroubleshootingModel, random: Random): Person {
  const cause = draw(random, (index) => world.prior[index]!, world.causes.length);
  const may = Uint8Array.from(world.capabilityPrior, (p) => (random() < p ? 1 : 0));
  const works = Uint8Array.from(world.chances.ceiling, (ceiling) => (random() < ceiling ? 1 : 0));
  const helps = Uint8Array.from(world.fixes, (_, fix) => {
    const luck = random();
    const { rowStart, cause: causeOf, chance, pair } = world.chances;
    for (let entry = rowStart[fix]!; entry < rowStart[fix + 1]!; entry++) {
      if (causeOf[entry] !== cause) continue;
      return luck < chance[entry]! && (pair[entry]! < 0 || works[pair[entry]!] === 1) ? 1 : 0;
    }
    return luck < world.leak ? 1 : 0;
  });
  const reports = Int8Array.from(world.questions, ({ reported, answers }) =>
    draw(random, (answer) => reported[answer * world.causes.length + cause]!, answers.length),
  );
  const answers = Uint8Array.from(world.inquiries, ({ dontKnow, capability }) =>
    random() >= dontKnow && (capability < 0 || may[capability] === 1) ? 1 : 0,
  );
  return { cause, may, helps, reports, answers, volunteers: Float64Array.from(world.questions, () => random()) };
}

function draw(random: Random, weight: (index: number) => number, count: number): number {
  let left = random();
  for (let index = 0; index < count - 1; index++) {
    left -= weight(index);
    if (left < 0) return index;
  }
  return count - 1;
}

export interface Session {
  readonly minutes: number;
  readonly turns: number;
  readonly asks: number;
  readonly fixes: number;
  readonly solvedBy: number;
  readonly failed: readonly number[];
  /** Final belief of the bot, for what it knows of answers and rights. */
  readonly state: BeliefState;
  /** For each fix that was carried out: what the bot promised, and what came. */
  readonly promises: readonly { readonly p: number; readonly helped: boolean }[];
}

export interface Manner {
  /** P(the first message tells a fact that the person knows), told facts only. */
  readonly talkative: number;
  /** The output of this diagnostic is pasted into the first message, where the person can run it. */
  readonly pastes?: string;
}

export const SILENT: Manner = { talkative: 0 };
const MOST_TURNS = 60;

/** One conversation of the person with a policy that decides on the beliefs of `bot`; time passes as in `world`. */
export function converse(world: TroubleshootingModel, bot: TroubleshootingModel, policy: Policy, person: Person, manner: Manner): Session {
  const state = initialState(bot);
  let minutes = firstMessage(world, bot, state, person, manner);
  const session = { turns: 0, asks: 0, fixes: 0, failed: [] as number[], promises: [] as { p: number; helped: boolean }[] };
  for (;;) {
    normalise(bot, state.weights);
    const choice = session.turns >= MOST_TURNS ? ({ type: 'escalate', index: -1 } as const) : policy(bot, state);
    session.turns += 1;
    if (choice.type === 'escalate') return { ...session, minutes: minutes + world.escalationMinutes, solvedBy: -1, state };
    if (choice.type === 'ask') {
      session.asks += 1;
      const inquiry = bot.inquiries[choice.index]!;
      minutes += askingMinutes(world, state, world.inquiries[choice.index]!);
      if (person.answers[choice.index] === 0) applyNoAnswer(bot, state, choice.index);
      else for (const question of openMembers(bot, state, inquiry)) applyAnswer(bot, state, question, person.reports[question]!);
      continue;
    }
    const fix = choice.index;
    const capability = bot.fixCapability[fix]!;
    if (capability >= 0 && !needsHandOver(bot, state, fix) && person.may[capability] === 0) {
      minutes += world.declineMinutes;
      applyDecline(bot, state, fix);
      continue;
    }
    session.fixes += 1;
    minutes += minutesNow(world, state, fix);
    const helped = person.helps[fix] === 1;
    session.promises.push({ p: helpingMass(bot, state, fix) / massOf(state.weights), helped });
    if (helped) return { ...session, minutes, solvedBy: fix, state };
    minutes += world.undoMinutes[fix]!;
    applyFailure(bot, state, fix);
    session.failed.push(fix);
  }
}

function firstMessage(world: TroubleshootingModel, bot: TroubleshootingModel, state: BeliefState, person: Person, manner: Manner): number {
  const tell = (question: number): void => {
    if (state.answer[question] === UNASKED) applyAnswer(bot, state, question, person.reports[question]!);
  };
  bot.inquiries.forEach((inquiry, index) => {
    const [question] = inquiry.members;
    if (inquiry.diagnostic !== undefined || question === undefined || bot.questions[question]!.kind !== 'told') return;
    if (person.answers[index] === 1 && person.volunteers[question]! < manner.talkative) tell(question);
  });
  const pasted = bot.inquiries.findIndex((inquiry) => inquiry.diagnostic !== undefined && inquiry.diagnostic === manner.pastes);
  if (pasted < 0 || person.answers[pasted] === 0) return 0;
  const minutes = askingMinutes(world, state, world.inquiries[pasted]!) - world.turnMinutes;
  for (const question of openMembers(bot, state, bot.inquiries[pasted]!)) tell(question);
  return minutes;
}

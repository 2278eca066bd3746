import { WRONG_TOLD } from '../troubleshooting/model.ts';
import { Dice, type Face } from './dice.ts';
import type { Die } from './die.ts';
import type { FamilyTrial, Session } from './sessions.ts';
import type { Tables } from './tables.ts';

/** One cause that a session may have had, and the dice that were thrown if it had. */
export interface Explanation {
  readonly cause: string;
  readonly prior: Face;
  readonly answers: readonly (Face & { readonly word: boolean })[];
  readonly trials: readonly TrialDice[];
}

/** What was tried of one family, under one cause. */
interface TrialDice {
  readonly ceiling: Die | undefined;
  /** Fixes for the cause that failed. */
  readonly failed: readonly Die[];
  /** The fix for the cause that helped. */
  readonly helped: Die | undefined;
  /** P(what fixes for other causes did): they help with the leak. */
  readonly byLeak: number;
}

/** P(cause | the whole session), and for each trial P(its family can help | cause, session). */
export interface Responsibility {
  readonly cause: string;
  readonly probability: number;
  readonly working: readonly number[];
}

/** The causes that are possible for a session. */
export function explanationsOf(dice: Dice, session: Session, leak: number): Explanation[] {
  const { causes, die } = dice.prior(session.problem);
  return causes.flatMap((cause, face): Explanation[] => {
    if (session.confirmed !== undefined && session.confirmed !== cause) return [];
    const answers = session.answers.flatMap(({ question, answer, word }) => {
      const thrown = dice.answer(question, cause);
      return thrown ? [{ die: thrown, face: answer, word }] : [];
    });
    return [{ cause, prior: { die, face }, answers, trials: session.trials.map((trial) => trialDice(dice, trial, cause, leak)) }];
  });
}

function trialDice(dice: Dice, { family, failed, solvedBy }: FamilyTrial, cause: string, leak: number): TrialDice {
  const listed = failed.flatMap((fix) => dice.chance(fix, cause) ?? []);
  const helped = solvedBy === undefined ? undefined : dice.chance(solvedBy, cause);
  const lucky = solvedBy !== undefined && helped === undefined;
  let byLeak = lucky ? leak : 1;
  for (let unlisted = failed.length - listed.length; unlisted > 0; unlisted--) byLeak *= 1 - leak;
  const thrown = family !== undefined && (helped !== undefined || listed.length > 0);
  return { ceiling: thrown ? dice.ceiling(family, cause) : undefined, failed: listed, helped, byLeak };
}

/**
 * The E-step. P(session | cause) = P(answers | cause) P(trials | cause); the rule that chose what to ask and try looks
 * at the session's own history only, so it has no part in it (ignorable in the sense of Rubin 1976) and later fixes
 * are not held to be worse for having been tried after others. Empty where nothing explains the session.
 */
export function weigh(explanations: readonly Explanation[]): Responsibility[] {
  const joint = explanations.map(({ cause, prior, answers, trials }) => {
    let likelihood = prior.die.p[prior.face]!;
    for (const { die, face, word } of answers) likelihood *= word ? asWord(die.p[face]!, die.p.length) : die.p[face]!;
    const working = trials.map((trial) => {
      const happened = trialLikelihood(trial);
      likelihood *= happened.likelihood;
      return happened.working;
    });
    return { cause, likelihood, working };
  });
  const sum = joint.reduce((total, { likelihood }) => total + likelihood, 0);
  if (!(sum > 0)) return [];
  return joint.map(({ cause, likelihood, working }) => ({ cause, probability: likelihood / sum, working }));
}

/** `weigh` for one session under given numbers. */
export function responsibilities(tables: Tables, session: Session, leak: number): Responsibility[] {
  return weigh(explanationsOf(new Dice(tables), session, leak));
}

/** What a tool would have shown, told by somebody who is wrong now and then; the wrong answers are spread evenly. */
function asWord(p: number, answers: number): number {
  return answers < 2 ? p : (1 - WRONG_TOLD) * p + (WRONG_TOLD * (1 - p)) / (answers - 1);
}

/**
 * With ceiling W, chances r and F = product of (1 - r) over the listed fixes that failed: all failed `1 - W + W F`,
 * one helped `W r F`. A fix for which the cause is not listed helps with the leak, whatever its family.
 */
function trialLikelihood({ ceiling, failed, helped, byLeak }: TrialDice): { likelihood: number; working: number } {
  const can = ceiling?.p[0] ?? 1;
  let failing = 1;
  for (const die of failed) failing *= die.p[1]!;
  if (helped) return { likelihood: byLeak * can * helped.p[0]! * failing, working: 1 };
  const allFailed = 1 - can + can * failing;
  return { likelihood: byLeak * allFailed, working: allFailed > 0 ? (can * failing) / allFailed : 0 };
}

/** Counts what was thrown, as far as the session had this cause. */
export function count({ prior, answers, trials }: Explanation, working: readonly number[], amount: number): void {
  add(prior.die, prior.face, amount);
  for (const { die, face, word } of answers) {
    // A word speaks of the cause; how often the tool shows what is learned from the tool.
    if (!word) add(die, face, amount);
  }
  trials.forEach(({ ceiling, failed, helped }, index) => {
    const alive = amount * working[index]!;
    for (const die of failed) add(die, 1, alive);
    if (helped) add(helped, 0, amount);
    if (!ceiling) return;
    add(ceiling, 0, alive);
    add(ceiling, 1, amount - alive);
  });
}

function add(die: Die, face: number, amount: number): void {
  die.counts[face] = die.counts[face]! + amount;
}

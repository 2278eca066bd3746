import { WRONG_TOLD } from '../troubleshooting/model.ts';
import type { FamilyTrial, Session } from './sessions.ts';
import type { Tables } from './tables.ts';

/** P(cause | the whole session), and for each trial P(its family can help | cause, session). */
export interface Responsibility {
  readonly cause: string;
  readonly probability: number;
  readonly working: readonly number[];
}

/**
 * The E-step. P(session | cause) = P(answers | cause) P(trials | cause); the rule that chose what to ask and try looks
 * at the session's own history only, so it has no part in it (ignorable in the sense of Rubin 1976) and later fixes
 * are not held to be worse for having been tried after others.
 */
export function responsibilities(tables: Tables, session: Session, leak: number): Responsibility[] {
  const priors = tables.priors.get(session.problem) ?? new Map<string, number>();
  const joint: { cause: string; likelihood: number; working: number[] }[] = [];
  for (const [cause, prior] of priors) {
    if (session.confirmed !== undefined && session.confirmed !== cause) continue;
    let likelihood = prior;
    for (const { question, answer, word } of session.answers) {
      const row = tables.answers.get(question)?.get(cause) ?? [];
      likelihood *= (word ? asWord(row[answer], row.length) : row[answer]) ?? 1;
    }
    const working: number[] = [];
    for (const trial of session.trials) {
      const happened = trialLikelihood(tables, trial, cause, leak);
      likelihood *= happened.likelihood;
      working.push(happened.working);
    }
    joint.push({ cause, likelihood, working });
  }
  const sum = joint.reduce((total, { likelihood }) => total + likelihood, 0);
  if (!(sum > 0)) return [];
  return joint.map(({ cause, likelihood, working }) => ({ cause, probability: likelihood / sum, working }));
}

/** What a tool would have shown, told by somebody who is wrong now and then; the wrong answers are spread evenly. */
function asWord(p: number | undefined, answers: number): number | undefined {
  return p === undefined || answers < 2 ? p : (1 - WRONG_TOLD) * p + (WRONG_TOLD * (1 - p)) / (answers - 1);
}

/**
 * With ceiling W, chances r and F = product of (1 - r) over the listed fixes that failed: all failed `1 - W + W F`,
 * one helped `W r F`. A fix for which the cause is not listed helps with the leak, whatever its family.
 */
function trialLikelihood(tables: Tables, trial: FamilyTrial, cause: string, leak: number): { likelihood: number; working: number } {
  const ceiling = trial.family === undefined ? 1 : (tables.ceilings.get(trial.family)?.get(cause) ?? 1);
  let failing = 1;
  let likelihood = 1;
  for (const fix of trial.failed) {
    const chance = tables.chances.get(fix)?.get(cause);
    if (chance === undefined) likelihood *= 1 - leak;
    else failing *= 1 - chance;
  }
  const solving = trial.solvedBy === undefined ? undefined : tables.chances.get(trial.solvedBy)?.get(cause);
  if (solving !== undefined) return { likelihood: likelihood * ceiling * solving * failing, working: 1 };
  const allFailed = 1 - ceiling + ceiling * failing;
  if (trial.solvedBy !== undefined) likelihood *= leak;
  return { likelihood: likelihood * allFailed, working: allFailed > 0 ? (ceiling * failing) / allFailed : 0 };
}

import type { Policy, Session } from '../../learning/simulation/people.ts';
import type { Choice } from '../../troubleshooting/decide.ts';
import type { TroubleshootingModel } from '../../troubleshooting/model.ts';

/** Trials that the author's chance of a fix is worth. */
const AUTHOR_TRIALS = 8;

/** The rival: one success rate for each fix, best rate by minute first, a person once none is worth it. No causes, no questions. */
export function scoreboard(model: TroubleshootingModel, sessions: readonly Session[]): Policy {
  const trials = model.fixes.map((_, fix) => {
    let prior = 0;
    const { rowStart, cause, chance } = model.chances;
    for (let entry = rowStart[fix]!; entry < rowStart[fix + 1]!; entry++) prior += model.prior[cause[entry]!]! * chance[entry]!;
    return { successes: AUTHOR_TRIALS * prior, all: AUTHOR_TRIALS };
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

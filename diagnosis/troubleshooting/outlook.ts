import { chanceNow, isAvailable, type BeliefState } from './belief.ts';
import type { TroubleshootingModel } from './model.ts';

/**
 * What a state says about the fixes whatever the weights are, so that looking ahead at the answers of a question
 * derives it once. Follows `state` by reference; derive it anew when the state has changed.
 */
export interface Outlook {
  state: BeliefState;
  /** [entries] P(helps | cause, what failed) - leak; 0 for a fix that is out. */
  readonly beyondLeak: Float64Array;
  /** [C] A lower bound on P(nothing that is left to try helps | cause). */
  readonly surviving: Float64Array;
  /** [pairs] Product of (1 - chance) over the fixes of the family that are left. */
  readonly left: Float64Array;
}

export function createOutlook(model: TroubleshootingModel, state: BeliefState): Outlook {
  return {
    state,
    beyondLeak: new Float64Array(model.chances.cause.length),
    surviving: new Float64Array(model.causes.length),
    left: new Float64Array(model.chances.ceiling.length),
  };
}

export function deriveOutlook(model: TroubleshootingModel, outlook: Outlook, state: BeliefState): void {
  outlook.state = state;
  const { rowStart, cause, chance, pair } = model.chances;
  const { beyondLeak, surviving, left } = outlook;
  surviving.fill(1);
  left.fill(1);
  let tries = 1;
  for (let fix = 0; fix < model.fixes.length; fix++) {
    const open = state.closedFix[fix] === 0;
    const available = open && isAvailable(model, state, fix);
    if (available) tries *= 1 - model.leak;
    for (let entry = rowStart[fix]!; entry < rowStart[fix + 1]!; entry++) {
      beyondLeak[entry] = open ? chanceNow(model, entry, state.failing) - model.leak : 0;
      if (!available) continue;
      const at = pair[entry]!;
      if (at < 0) surviving[cause[entry]!] = surviving[cause[entry]!]! * (1 - chance[entry]!);
      else left[at] = left[at]! * (1 - chance[entry]!);
    }
  }
  surviveFamilies(model, outlook);
  // Helping by chance is counted for every fix, listed causes included: a bound, and a little too low.
  for (let c = 0; c < surviving.length; c++) surviving[c] = surviving[c]! * tries;
}

/** P(all of a family that is left fails | cause, what failed) = (1 - W + W F L) / (1 - W + W F). */
function surviveFamilies(model: TroubleshootingModel, { state, surviving, left }: Outlook): void {
  const { cause, pair, ceiling } = model.chances;
  for (let entry = 0; entry < cause.length; entry++) {
    const at = pair[entry]!;
    if (at < 0 || left[at] === 1) continue;
    const alive = ceiling[at]! * state.failing[at]!;
    surviving[cause[entry]!] = (surviving[cause[entry]!]! * (1 - ceiling[at]! + alive * left[at]!)) / (1 - ceiling[at]! + alive);
    // Each pair once.
    left[at] = 1;
  }
}

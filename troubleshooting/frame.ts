import { massOf } from './belief.ts';
import type { TroubleshootingModel } from './model.ts';
import { copyPrices, createPrices, price, type Outlook, type Prices } from './outlook.ts';

/**
 * A belief while it is looked ahead from, with what each fix is worth in it kept up to date.
 *
 * Every fix helps by chance with `leak`, whatever the cause, so a failed fix shrinks all weights by 1 - leak. Instead
 * of touching each of them, the unit of the frame is shrunk: weights and values of a frame are in units of
 * (1 - leak)^(fixes tried in it), and `BaseOrder` multiplies when it goes back. Only listed pairs are ever touched.
 */
export interface Frame {
  readonly weights: Float64Array;
  readonly failing: Float64Array;
  /** [F] Sum over the listed causes of weight (chance - leak): what the fix is worth beyond the leak. */
  readonly gain: Float64Array;
  readonly closedFix: Uint8Array;
  readonly prices: Prices;
  mass: number;
  /** A lower bound on the mass that is left when everything has been tried. */
  floor: number;
}

export function createFrame(model: TroubleshootingModel): Frame {
  return {
    weights: new Float64Array(model.causes.length),
    failing: new Float64Array(model.chances.ceiling.length),
    gain: new Float64Array(model.fixes.length),
    closedFix: new Uint8Array(model.fixes.length),
    prices: createPrices(model),
    mass: 0,
    floor: 0,
  };
}

/** Loads the outlook with its state's weights, or with those that an answer would bring. */
export function loadFrame(model: TroubleshootingModel, frame: Frame, outlook: Outlook, weights: Float64Array): void {
  const { beyondLeak, surviving } = outlook;
  frame.weights.set(weights);
  frame.failing.set(outlook.failing);
  frame.closedFix.set(outlook.closedFix);
  copyPrices(outlook.prices, frame.prices);
  frame.mass = massOf(weights);
  const { rowStart, cause } = model.chances;
  const { gain } = frame;
  for (let fix = 0; fix < gain.length; fix++) {
    let sum = 0;
    for (let entry = rowStart[fix]!; entry < rowStart[fix + 1]!; entry++) sum += weights[cause[entry]!]! * beyondLeak[entry]!;
    gain[fix] = sum;
  }
  let floor = 0;
  for (let c = 0; c < weights.length; c++) floor += weights[c]! * surviving[c]!;
  frame.floor = floor;
}

export function copyFrame(source: Frame, target: Frame): void {
  target.weights.set(source.weights);
  target.failing.set(source.failing);
  target.gain.set(source.gain);
  target.closedFix.set(source.closedFix);
  copyPrices(source.prices, target.prices);
  target.mass = source.mass;
  target.floor = source.floor;
}

/** Unnormalised probability that the fix helps. */
export function helpingIn(model: TroubleshootingModel, frame: Frame, fix: number): number {
  return Math.max(0, frame.gain[fix]! + model.leak * frame.mass);
}

function chanceIn(model: TroubleshootingModel, frame: Frame, entry: number): number {
  const { chance, pair, ceiling } = model.chances;
  const at = pair[entry]!;
  if (at < 0) return chance[entry]!;
  return conditional(chance[entry]!, ceiling[at]!, frame.failing[at]!);
}

function conditional(chance: number, ceiling: number, failing: number): number {
  const alive = ceiling * failing;
  return (chance * alive) / (1 - ceiling + alive);
}

/** The fix fails in this frame: weights, worth of the others, and unit move on. */
export function failIn(model: TroubleshootingModel, frame: Frame, fix: number): void {
  const { rowStart, cause, chance, pair, ceiling, columnStart, columnEntry, fix: fixOf } = model.chances;
  const { weights, failing, gain, closedFix } = frame;
  const keep = 1 - model.leak;
  const helping = helpingIn(model, frame, fix);
  closedFix[fix] = 1;

  for (let entry = rowStart[fix]!; entry < rowStart[fix + 1]!; entry++) {
    const c = cause[entry]!;
    const own = pair[entry]!;
    const weightBefore = weights[c]!;
    const weightAfter = (weightBefore * (1 - chanceIn(model, frame, entry))) / keep;
    const failingBefore = own < 0 ? 1 : failing[own]!;
    const failingAfter = own < 0 ? 1 : failingBefore * (1 - chance[entry]!);

    for (let at = columnStart[c]!; at < columnStart[c + 1]!; at++) {
      const other = columnEntry[at]!;
      const affected = fixOf[other]!;
      if (closedFix[affected] === 1) continue;
      const otherPair = pair[other]!;
      let before = chance[other]!;
      let after = before;
      if (otherPair >= 0) {
        const limit = ceiling[otherPair]!;
        before = conditional(chance[other]!, limit, failing[otherPair]!);
        after = otherPair === own ? conditional(chance[other]!, limit, failingAfter) : before;
      }
      gain[affected] = gain[affected]! + weightAfter * (after - model.leak) - weightBefore * (before - model.leak);
    }
    weights[c] = weightAfter;
    if (own >= 0) failing[own] = failingAfter;
  }
  gain[fix] = 0;
  frame.mass = Math.max(0, frame.mass - helping) / keep;
  frame.floor /= keep;

  const { able } = frame.prices;
  able[fix] = 0;
  for (const retired of model.retiredFixes[fix]!) {
    closedFix[retired] = 1;
    able[retired] = 0;
  }
  if (openFor(model, frame.prices, fix)) price(model, frame.prices, closedFix);
}

/** Carrying it out opens its context, and shows that the person can, or that an administrator is there. */
function openFor(model: TroubleshootingModel, { capability, open }: Prices, fix: number): boolean {
  const context = model.fixContext[fix]!;
  const needed = model.fixCapability[fix]!;
  let changed = false;
  if (context >= 0 && open[context] === 0) {
    open[context] = 1;
    changed = true;
  }
  if (needed < 0) return changed;
  const administrator = model.firstAdministrator + needed;
  if (capability[needed] === 0) {
    changed ||= open[administrator] === 0;
    open[administrator] = 1;
  } else {
    changed ||= capability[needed] !== 1;
    capability[needed] = 1;
  }
  return changed;
}

/** The person may not do what needs this capability. */
export function declineIn(model: TroubleshootingModel, frame: Frame, capability: number): void {
  frame.prices.capability[capability] = 0;
  price(model, frame.prices, frame.closedFix);
}

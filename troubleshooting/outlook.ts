import { chanceNow, CAPABILITY_UNKNOWN, type BeliefState } from './belief.ts';
import type { TroubleshootingModel } from './model.ts';

/**
 * What a state says about the fixes whatever the weights are, so that looking ahead at the answers of a question
 * derives it once. A copy of the state's parts: derive it anew when the state has changed.
 */
export interface Outlook {
  readonly failing: Float64Array;
  readonly closedFix: Uint8Array;
  readonly prices: Prices;
  /** [entries] P(helps | cause, what failed) - leak; 0 for a fix that is out. */
  readonly beyondLeak: Float64Array;
  /** [C] A lower bound on P(nothing that is left to try helps | cause). */
  readonly surviving: Float64Array;
  /** [pairs] Product of (1 - chance) over the fixes of the family that are left. */
  readonly left: Float64Array;
}

/** Who can do the fixes and what they take, from what is known of rights and open contexts. */
export interface Prices {
  readonly capability: Int8Array;
  readonly open: Uint8Array;
  /** [F] P(it can be carried out if it is tried), 0 where it is not to be had: tried, set aside, or beyond reach. */
  readonly able: Float64Array;
  /** [F] Minutes with all that has to be opened. */
  readonly minutes: Float64Array;
  /** [F] Minutes that it takes at the least: what has to be opened is shared by all that it is opened for. */
  readonly least: Float64Array;
}

export function createPrices(model: TroubleshootingModel): Prices {
  return {
    capability: new Int8Array(model.capabilities.length),
    open: new Uint8Array(model.openMinutes.length),
    able: new Float64Array(model.fixes.length),
    minutes: new Float64Array(model.fixes.length),
    least: new Float64Array(model.fixes.length),
  };
}

export function copyPrices(source: Prices, target: Prices): void {
  target.capability.set(source.capability);
  target.open.set(source.open);
  target.able.set(source.able);
  target.minutes.set(source.minutes);
  target.least.set(source.least);
}

/** Prices every fix anew, after a capability or a context has changed. */
export function price(model: TroubleshootingModel, prices: Prices, closedFix: Uint8Array): void {
  const { capability, open, able, minutes, least } = prices;
  const { fixCapability, fixContext, fixMinutes, openMinutes, sharedBy, firstAdministrator } = model;
  for (let fix = 0; fix < able.length; fix++) {
    const needed = fixCapability[fix]!;
    const known = needed < 0 ? 1 : capability[needed]!;
    able[fix] = closedFix[fix] === 1 || (known === 0 && model.canHandOver[fix] === 0) ? 0 : known === CAPABILITY_UNKNOWN ? model.capabilityPrior[needed]! : 1;
    let all = fixMinutes[fix]!;
    let share = all;
    const context = fixContext[fix]!;
    if (context >= 0 && open[context] === 0) {
      all += openMinutes[context]!;
      share += openMinutes[context]! / sharedBy[context]!;
    }
    if (known === 0 && open[firstAdministrator + needed] === 0) {
      all += openMinutes[firstAdministrator + needed]!;
      share += openMinutes[firstAdministrator + needed]! / sharedBy[firstAdministrator + needed]!;
    }
    minutes[fix] = all;
    least[fix] = share;
  }
}

export function createOutlook(model: TroubleshootingModel): Outlook {
  return {
    failing: new Float64Array(model.chances.ceiling.length),
    closedFix: new Uint8Array(model.fixes.length),
    prices: createPrices(model),
    beyondLeak: new Float64Array(model.chances.cause.length),
    surviving: new Float64Array(model.causes.length),
    left: new Float64Array(model.chances.ceiling.length),
  };
}

/** @param opened a context that asking opens, -1 for none. */
export function deriveOutlook(model: TroubleshootingModel, outlook: Outlook, state: BeliefState, opened: number): void {
  const { closedFix, prices, beyondLeak, surviving, left } = outlook;
  outlook.failing.set(state.failing);
  closedFix.set(state.closedFix);
  prices.capability.set(state.capability);
  prices.open.set(state.open);
  if (opened >= 0) prices.open[opened] = 1;
  price(model, prices, closedFix);

  const { rowStart, cause, chance, pair } = model.chances;
  surviving.fill(1);
  left.fill(1);
  let tries = 1;
  for (let fix = 0; fix < closedFix.length; fix++) {
    const offered = prices.able[fix]! > 0;
    if (offered) tries *= 1 - model.leak;
    for (let entry = rowStart[fix]!; entry < rowStart[fix + 1]!; entry++) {
      beyondLeak[entry] = closedFix[fix] === 0 ? chanceNow(model, entry, state.failing) - model.leak : 0;
      if (!offered) continue;
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
function surviveFamilies(model: TroubleshootingModel, { failing, surviving, left }: Outlook): void {
  const { cause, pair, ceiling } = model.chances;
  for (let entry = 0; entry < cause.length; entry++) {
    const at = pair[entry]!;
    if (at < 0 || left[at] === 1) continue;
    const alive = ceiling[at]! * failing[at]!;
    surviving[cause[entry]!] = (surviving[cause[entry]!]! * (1 - ceiling[at]! + alive * left[at]!)) / (1 - ceiling[at]! + alive);
    // Each pair once.
    left[at] = 1;
  }
}

/**
 * Whether no plan from here can be cheaper than fetching a person at once, by a bound that is quick to find.
 *
 * With M the mass here, L the mass that is left when all has been tried, E the escalation and r the highest ratio of
 * helping to minutes: what helps later helps no more than now, so ending H of the mass takes at least H / r minutes,
 * paid for by a mass that falls from M no faster than by r. That costs at least M H / r - H^2 / 2r and saves H E, and H
 * is at most M - L. So nothing pays unless r E > (M + L) / 2.
 */
export function nothingPays(model: TroubleshootingModel, outlook: Outlook, weights: Float64Array): boolean {
  const { rowStart, cause } = model.chances;
  const { beyondLeak, surviving, prices } = outlook;
  const { able, least } = prices;
  let mass = 0;
  let floor = 0;
  for (let c = 0; c < weights.length; c++) {
    mass += weights[c]!;
    floor += weights[c]! * surviving[c]!;
  }
  const byChance = model.leak * mass;
  const bound = leastSaving(mass, floor);
  for (let fix = 0; fix < able.length; fix++) {
    if (able[fix] === 0) continue;
    let helps = byChance;
    for (let entry = rowStart[fix]!; entry < rowStart[fix + 1]!; entry++) helps += weights[cause[entry]!]! * beyondLeak[entry]!;
    if (helps * model.escalationMinutes > bound * least[fix]!) return false;
  }
  return true;
}

/** What a fix has to save by the minute for any plan to pay; a trifle less, so that rounding never stops a plan. */
export function leastSaving(mass: number, floor: number): number {
  return ((mass + floor) / 2) * (1 - 1e-9);
}

/**
 * The same bound, sharper: each fix ends no more of the mass than it helps now. With the fixes by falling ratio of
 * helping to minutes, the mass falls no faster than the broken line through them, so a plan that ends H of the mass
 * costs no less than the area under that line; whether one of its corners saves more than that.
 * @param taken scratch of one byte a fix.
 */
export function mayPayTogether(
  model: TroubleshootingModel,
  helping: Float64Array,
  least: Float64Array,
  mass: number,
  floor: number,
  taken: Uint8Array,
): boolean {
  taken.fill(0);
  let left = mass;
  let net = 0;
  for (;;) {
    let next = -1;
    let ratio = 0;
    for (let fix = 0; fix < helping.length; fix++) {
      if (taken[fix] === 0 && helping[fix]! > ratio * least[fix]!) {
        next = fix;
        ratio = helping[fix]! / least[fix]!;
      }
    }
    const ends = next < 0 ? 0 : Math.min(helping[next]!, left - floor);
    // What helps so little does not even pay once all the rest is done.
    if (!(ends > 0) || ratio * model.escalationMinutes < floor * (1 - 1e-9)) return false;
    taken[next] = 1;
    net += ends * model.escalationMinutes - ((left - ends / 2) * ends) / ratio;
    if (net > -1e-9 * mass * model.escalationMinutes) return true;
    left -= ends;
  }
}

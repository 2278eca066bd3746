import { massOf, type BeliefState } from './belief.ts';
import { copyFrame, createFrame, declineIn, failIn, loadFrame, type Frame } from './frame.ts';
import type { TroubleshootingModel } from './model.ts';
import { createOutlook, deriveOutlook, leastSaving, mayPayTogether, nothingPays, type Outlook } from './outlook.ts';

/** Relative difference below which two numbers count as equal, so that rounding never decides. */
export const TIE = 1e-9;

/** How a plan begins: its fix, -1 where none is left that could pay, and the unnormalised cost of going on from it. */
export interface FirstStep {
  fix: number;
  cost: number;
}

/**
 * The base policy: fixes in the order of probability by cost, updated after each failure, followed as far as it pays
 * and then a person is fetched (the best prefix of that order, by backward induction).
 *
 * Values are homogeneous in the weights, "cost times probability of being here"; divide by the mass to get minutes.
 * One instance holds the scratch memory of one model and is not re-entrant; it allocates nothing while evaluating.
 */
export class BaseOrder {
  private readonly model: TroubleshootingModel;
  private readonly outlook: Outlook;
  private readonly frames: Frame[];
  private readonly trails: Trail[];
  private readonly declineDepth: number;
  private readonly members: readonly Int32Array[];
  private readonly bundle: Int32Array;
  private readonly paid: Uint8Array;
  /** [F] How much each fix helps in the frame that is looked at. */
  private readonly helping: Float64Array;
  private readonly taken: Uint8Array;
  /** Contexts that several fixes open. */
  private readonly shared: readonly number[];
  /** Whether any plan may pay in the frame that `best` looked at (see `nothingPays`). */
  private mayPay = false;
  readonly first: FirstStep = { fix: -1, cost: Infinity };

  /**
   * @param declineDepth how many refusals ("I cannot do that") are followed in one look ahead; beyond it a refusal is
   * taken to leave the plan as it is. The number of capabilities, or more, is exact.
   */
  constructor(model: TroubleshootingModel, declineDepth: number) {
    this.model = model;
    this.declineDepth = Math.min(declineDepth, model.capabilities.length);
    this.outlook = createOutlook(model);
    const depths = this.declineDepth + 1;
    this.frames = Array.from({ length: depths }, () => createFrame(model));
    this.trails = Array.from({ length: depths }, () => createTrail(model.fixes.length));
    this.members = contextMembers(model);
    this.bundle = new Int32Array(model.fixes.length);
    this.paid = new Uint8Array(model.openMinutes.length);
    this.helping = new Float64Array(model.fixes.length);
    this.taken = new Uint8Array(model.fixes.length);
    this.shared = this.members.flatMap((fixes, context) => (fixes.length > 1 ? [context] : []));
  }

  /** Unnormalised expected cost of the base policy; `first` tells how it begins, whether or not that pays. */
  value(state: BeliefState): number {
    this.turnTo(state);
    loadFrame(this.model, this.frames[0]!, this.outlook, state.weights);
    return this.evaluate(0, true);
  }

  /** The fix that the base begins with, -1 where none is left that could pay. */
  firstFix(state: BeliefState): number {
    this.turnTo(state);
    loadFrame(this.model, this.frames[0]!, this.outlook, state.weights);
    return this.best(this.frames[0]!);
  }

  /**
   * The state that `valueAfter` goes on from; to be called again when it has changed.
   * @param opened a context that asking opens, -1 for none.
   */
  turnTo(state: BeliefState, opened = -1): void {
    deriveOutlook(this.model, this.outlook, state, opened);
  }

  /** The value of the state turned to, with the weights that an answer would bring. */
  valueAfter(weights: Float64Array): number {
    if (nothingPays(this.model, this.outlook, weights)) return massOf(weights) * this.model.escalationMinutes;
    loadFrame(this.model, this.frames[0]!, this.outlook, weights);
    return this.evaluate(0, false);
  }

  /** @param begin whether the plan has to have a first step even where no plan pays. */
  private evaluate(depth: number, begin: boolean): number {
    const { model } = this;
    const frame = this.frames[depth]!;
    const trail = this.trails[depth]!;
    let steps = 0;
    let firstFix = -1;
    for (;;) {
      const fix = this.best(frame);
      if (fix < 0 || (!this.mayPay && !(begin && steps === 0))) break;
      if (steps === 0) firstFix = fix;
      const able = frame.prices.able[fix]!;
      const undone = Math.max(0, frame.mass - this.helping[fix]!) * model.undoMinutes[fix]!;
      trail.mass[steps] = frame.mass;
      trail.able[steps] = able;
      trail.cost[steps] = frame.mass * frame.prices.minutes[fix]! + undone;
      trail.declined[steps] = able < 1 ? this.declined(depth, fix) : 0;
      failIn(model, frame, fix);
      steps += 1;
    }

    const keep = 1 - model.leak;
    let value = frame.mass * model.escalationMinutes;
    let massAfter = frame.mass;
    let trying = Infinity;
    for (let step = steps - 1; step >= 0; step--) {
      const mass = trail.mass[step]!;
      const able = trail.able[step]!;
      const escalating = mass * model.escalationMinutes;
      const tried = trail.cost[step]! + keep * value;
      let refused = trail.declined[step]!;
      if (refused < 0) refused = massAfter > 0 ? Math.min((value * mass) / massAfter, escalating) : escalating;
      trying = able * tried + (1 - able) * (mass * model.declineMinutes + refused);
      value = Math.min(trying, escalating);
      massAfter = mass;
    }
    if (begin) {
      this.first.fix = firstFix;
      this.first.cost = trying;
    }
    return value;
  }

  /** Value after "I cannot do that"; -1 where it is not followed. */
  private declined(depth: number, fix: number): number {
    if (depth >= this.declineDepth) return -1;
    const next = this.frames[depth + 1]!;
    copyFrame(this.frames[depth]!, next);
    declineIn(this.model, next, this.model.fixCapability[fix]!);
    return this.evaluate(depth + 1, false);
  }

  /** The available fix of highest probability by cost, alone or leading the bundle of a context; -1 when none can pay. */
  private best(frame: Frame): number {
    const { model, helping } = this;
    const { able, minutes, least } = frame.prices;
    const { fixMinutes, undoMinutes, escalationMinutes } = model;
    const { mass } = frame;
    const surviving = Math.max(0, mass - this.weigh(frame));
    const bound = leastSaving(mass, frame.floor);
    const declining = mass * model.declineMinutes;
    let best = -1;
    let bestIndex = 0;
    let canPay = false;
    let paysAtOnce = false;
    this.mayPay = false;
    for (let fix = 0; fix < helping.length; fix++) {
      const helps = helping[fix]!;
      if (helps <= 0) continue;
      // Going on, a fix helps no more than now and is paid for by no less mass than survives all of them: where each
      // of them fails to pay even so, no prefix of any order pays.
      const saved = helps * escalationMinutes;
      if (saved > surviving * fixMinutes[fix]!) canPay = true;
      if (saved > bound * least[fix]!) this.mayPay = true;
      if (saved > mass * least[fix]!) paysAtOnce = true;
      const can = able[fix]!;
      const cost = can * (mass * minutes[fix]! + Math.max(0, mass - helps) * undoMinutes[fix]!) + (1 - can) * declining;
      if (can * helps > bestIndex * cost * (1 + TIE)) {
        best = fix;
        bestIndex = (can * helps) / cost;
      }
    }
    if (!canPay) return -1;
    if (this.mayPay && !paysAtOnce) this.mayPay = mayPayTogether(model, helping, least, mass, frame.floor, this.taken);
    for (const context of this.shared) {
      if (frame.prices.open[context] === 1 || !this.mayLead(frame, context, bestIndex)) continue;
      const size = this.collect(context);
      if (size < 2) continue;
      const index = this.bundleIndex(frame, context, size);
      if (index > bestIndex * (1 + TIE)) {
        best = this.bundle[0]!;
        bestIndex = index;
      }
    }
    return best;
  }

  /** How much each fix helps, 0 where it is not to be had, into `helping`; returns their sum. */
  private weigh(frame: Frame): number {
    const { helping } = this;
    const { gain, prices: { able } } = frame;
    const byChance = this.model.leak * frame.mass;
    let all = 0;
    for (let fix = 0; fix < helping.length; fix++) {
      const helps = able[fix] === 0 ? 0 : Math.max(0, gain[fix]! + byChance);
      helping[fix] = helps;
      all += helps;
    }
    return all;
  }

  /** Whether a bundle of the context may beat the index: by its best member, the opening shared by all of them. */
  private mayLead(frame: Frame, context: number, index: number): boolean {
    const { model, helping } = this;
    const administrator = context - model.firstAdministrator;
    if (administrator >= 0 && frame.prices.capability[administrator] !== 0) return false;
    const members = this.members[context]!;
    let ratio = 0;
    let minutes = 0;
    for (let member = 0; member < members.length; member++) {
      const fix = members[member]!;
      if (helping[fix]! <= 0) continue;
      minutes += model.fixMinutes[fix]!;
      ratio = Math.max(ratio, helping[fix]! / model.fixMinutes[fix]!);
    }
    return ratio * minutes > index * frame.mass * (model.openMinutes[context]! + minutes);
  }

  /** Available fixes that would open the context, into `bundle`, best by what they cost once it is open. */
  private collect(context: number): number {
    const { model, bundle, helping } = this;
    const members = this.members[context]!;
    let size = 0;
    for (let member = 0; member < members.length; member++) {
      const fix = members[member]!;
      if (helping[fix]! <= 0) continue;
      const rank = helping[fix]! / model.fixMinutes[fix]!;
      let at = size;
      while (at > 0 && rank > (helping[bundle[at - 1]!]! / model.fixMinutes[bundle[at - 1]!]!) * (1 + TIE)) {
        bundle[at] = bundle[at - 1]!;
        at -= 1;
      }
      bundle[at] = fix;
      size += 1;
    }
    return size;
  }

  /** Best probability by cost over the prefixes of the bundle; what has to be opened is paid once. */
  private bundleIndex(frame: Frame, context: number, size: number): number {
    const { model, bundle, paid } = this;
    paid.set(frame.prices.open);
    paid[context] = 1;
    let together = 0;
    let minutes = model.openMinutes[context]!;
    let best = 0;
    for (let at = 0; at < size; at++) {
      const fix = bundle[at]!;
      const able = frame.prices.able[fix]!;
      together += able * this.helping[fix]!;
      minutes += able * model.fixMinutes[fix]! + this.openOnce(frame, fix);
      best = Math.max(best, together / (frame.mass * minutes));
    }
    return best;
  }

  /** Minutes of opening what the fix needs and nothing before it in the bundle has opened. */
  private openOnce(frame: Frame, fix: number): number {
    const { model, paid } = this;
    let minutes = 0;
    const context = model.fixContext[fix]!;
    if (context >= 0 && paid[context] === 0) {
      paid[context] = 1;
      minutes += model.openMinutes[context]!;
    }
    const capability = model.fixCapability[fix]!;
    if (capability >= 0 && frame.prices.capability[capability] === 0) {
      const administrator = model.firstAdministrator + capability;
      if (paid[administrator] === 0) minutes += model.openMinutes[administrator]!;
      paid[administrator] = 1;
    }
    return minutes;
  }
}

/** What happened along a plan, by step. */
interface Trail {
  readonly mass: Float64Array;
  readonly able: Float64Array;
  readonly cost: Float64Array;
  readonly declined: Float64Array;
}

function createTrail(fixes: number): Trail {
  return {
    mass: new Float64Array(fixes),
    able: new Float64Array(fixes),
    cost: new Float64Array(fixes),
    declined: new Float64Array(fixes),
  };
}

/** Fixes by the context that they open: those of the graph, then the administrators. */
function contextMembers(model: TroubleshootingModel): Int32Array[] {
  const members = Array.from({ length: model.openMinutes.length }, (): number[] => []);
  model.fixes.forEach((_, fix) => {
    const context = model.fixContext[fix]!;
    const capability = model.fixCapability[fix]!;
    if (context >= 0) members[context]!.push(fix);
    if (capability >= 0 && model.canHandOver[fix] === 1) members[model.firstAdministrator + capability]!.push(fix);
  });
  return members.map((fixes) => Int32Array.from(fixes));
}

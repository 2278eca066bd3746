import { BaseOrder, TIE } from './base.ts';
import { massOf, type BeliefState } from './belief.ts';
import { askingMinutes, giniGain, isOpen, openMembers } from './inquiry.ts';
import { LookAhead } from './look-ahead.ts';
import type { TroubleshootingModel } from './model.ts';

export type Choice =
  | { readonly type: 'fix'; readonly index: number }
  | { readonly type: 'ask'; readonly index: number }
  | { readonly type: 'escalate'; readonly index: -1 };

export interface Valued {
  readonly choice: Choice;
  /** Minutes from now on, if this is done next. */
  readonly minutes: number;
}

/** The same times the probability of being here. */
interface Priced {
  readonly choice: Choice;
  readonly value: number;
}

export interface Verdict {
  readonly chosen: Valued;
  /** Every step that was valued, cheapest first. */
  readonly valued: readonly Valued[];
}

/** How far the policy looks. Exact where the graph is small; see `limitsFor`. */
export interface Limits {
  /** Questions that are looked at, the most telling by the minute first. */
  readonly inquiries: number;
  /** Those of them that are priced in full, after a rough pricing that leaves refusals out. */
  readonly asks: number;
  /** Joint answers of one command that are told apart; beyond them its least telling questions are left out. */
  readonly outcomes: number;
  /** Fixes beside the base's own that may come first. */
  readonly fixes: number;
  /** The cheapest fixes, and the cheapest questions, that are priced again one step deeper. */
  readonly deeperFixes: number;
  readonly deeperAsks: number;
  /** Questions that may follow there. */
  readonly beam: number;
  /** Refusals that are followed in one look ahead. */
  readonly declines: number;
}

const SMALL: Limits = { inquiries: 24, asks: 24, outcomes: 48, fixes: 4, deeperFixes: 3, deeperAsks: 3, beam: 3, declines: 9 };
const MIDDLE: Limits = { inquiries: 10, asks: 3, outcomes: 12, fixes: 2, deeperFixes: 2, deeperAsks: 1, beam: 1, declines: 2 };
const LARGE: Limits = { inquiries: 6, asks: 2, outcomes: 8, fixes: 1, deeperFixes: 1, deeperAsks: 2, beam: 1, declines: 1 };

/** Small graphs are valued in full. On larger ones the last digits are given up for speed. */
export function limitsFor(model: TroubleshootingModel): Limits {
  const size = model.fixes.length * model.causes.length;
  return size <= 100 ? SMALL : size <= 400 ? MIDDLE : LARGE;
}

/** What the policy may leave out, for measuring what it is worth. */
export interface Features {
  /** Ask at all. */
  readonly ask: boolean;
  /** Look one step deeper: ask after the next fix, or ask twice. */
  readonly deeper: boolean;
  /** Let another fix than the base's come first where that is cheaper. */
  readonly rollout: boolean;
}

const FULL: Features = { ask: true, deeper: true, rollout: true };

const ESCALATE: Choice = { type: 'escalate', index: -1 };

/**
 * The next step for a belief. Every fix worth a thought and every question is priced as if the base policy followed
 * (Heckerman, Breese & Rommelse 1995); the cheapest of them are priced again as if one more question might come
 * between, so that "now or never" is not the only choice (SACSO 2001: ask after the next fix). The cheapest is done;
 * a person is fetched where nothing is cheaper than that. Holds scratch memory; not re-entrant.
 */
export class DecisionMaker {
  readonly model: TroubleshootingModel;
  private readonly base: BaseOrder;
  private readonly lookAhead: LookAhead;
  private readonly roughBase: BaseOrder;
  private readonly rough: LookAhead;
  private readonly limits: Limits;
  private readonly features: Features;

  constructor(model: TroubleshootingModel, limits: Limits = limitsFor(model), features: Features = FULL) {
    this.model = model;
    this.limits = limits;
    this.features = features;
    this.base = new BaseOrder(model, limits.declines);
    this.lookAhead = new LookAhead(model, this.base, limits.outcomes);
    this.roughBase = new BaseOrder(model, 0);
    this.rough = new LookAhead(model, this.roughBase, limits.outcomes);
  }

  /** Expected minutes of the base policy. */
  baseMinutes(state: BeliefState): number {
    return this.base.value(state) / massOf(state.weights);
  }

  decide(state: BeliefState): Verdict {
    const mass = massOf(state.weights);
    const baseValue = this.base.value(state);
    const fixes = this.valueFixes(state);
    const asks = this.features.ask ? this.valueInquiries(state, baseValue) : [];
    // Fixes before questions, and each by its first price: of equals the earlier one is taken.
    const priced = [...this.deeper(state, fixes, asks, this.limits.deeperFixes), ...this.deeper(state, asks, asks, this.limits.deeperAsks)];

    const escalating = this.model.escalationMinutes * mass;
    const slack = TIE * escalating;
    let chosen: Priced = { choice: ESCALATE, value: escalating };
    for (const candidate of priced) {
      if (candidate.value < chosen.value - slack) chosen = candidate;
    }
    const minutes = ({ choice, value }: Priced): Valued => ({ choice, minutes: value / mass });
    const valued = [...priced, { choice: ESCALATE, value: escalating }].map(minutes).sort((a, b) => a.minutes - b.minutes);
    return { chosen: minutes(chosen), valued };
  }

  /** The first few priced again, one step deeper; a second price is never above the first. */
  private deeper(state: BeliefState, priced: readonly Priced[], asks: readonly Priced[], count: number): readonly Priced[] {
    const { beam } = this.limits;
    if (!this.features.deeper || asks.length === 0) return priced;
    const follow = asks.slice(0, beam).map((ask) => ask.choice.index);
    return priced.map(({ choice, value }, rank): Priced => {
      if (rank >= count) return { choice, value };
      const again =
        choice.type === 'fix'
          ? this.lookAhead.fixingThenAsking(state, choice.index, follow)
          : this.lookAhead.askingThenAsking(state, choice.index, follow);
      return { choice, value: Math.min(value, again) };
    });
  }

  /** Fixes that may come first, cheapest first: the base's own, and those that the base would turn to without it. */
  private valueFixes(state: BeliefState): Priced[] {
    const { fix, cost } = this.base.first;
    if (fix < 0) return [];
    const own: Priced = { choice: { type: 'fix', index: fix }, value: cost };
    if (!this.features.rollout) return [own];
    const others = this.nextInLine(state, this.limits.fixes, fix).map(
      (other): Priced => ({ choice: { type: 'fix', index: other }, value: this.lookAhead.fixing(state, other) }),
    );
    // Stable: of equals the base's own stays first.
    return [own, ...others].sort((a, b) => (near(a.value, b.value) ? 0 : a.value - b.value));
  }

  private nextInLine(state: BeliefState, count: number, except: number): number[] {
    const closed = state.closedFix.slice();
    state.closedFix[except] = 1;
    const found: number[] = [];
    while (found.length < count) {
      const fix = this.base.firstFix(state);
      if (fix < 0) break;
      found.push(fix);
      state.closedFix[fix] = 1;
    }
    state.closedFix.set(closed);
    return found;
  }

  private valueInquiries(state: BeliefState, baseValue: number): Priced[] {
    const candidates = this.candidates(state);
    if (candidates.length <= this.limits.asks) return this.price(state, candidates, this.lookAhead, baseValue);
    const roughly = this.price(state, candidates, this.rough, this.roughBase.value(state));
    const best = roughly.slice(0, this.limits.asks).map(({ choice }) => choice.index);
    return this.price(state, best, this.lookAhead, baseValue);
  }

  private price(state: BeliefState, inquiries: readonly number[], lookAhead: LookAhead, unanswered: number): Priced[] {
    const priced = inquiries.map(
      (inquiry): Priced => ({ choice: { type: 'ask', index: inquiry }, value: lookAhead.asking(state, inquiry, unanswered) }),
    );
    return priced.sort((a, b) => (near(a.value, b.value) ? a.choice.index - b.choice.index : a.value - b.value));
  }

  /** Open inquiries; where there are too many, those that tell most by the minute. */
  private candidates(state: BeliefState): number[] {
    const { model, limits } = this;
    const open: number[] = [];
    for (let inquiry = 0; inquiry < model.inquiries.length; inquiry++) {
      if (isOpen(model, state, inquiry)) open.push(inquiry);
    }
    if (open.length <= limits.inquiries) return open;
    const rate = new Map(open.map((inquiry) => [inquiry, this.tellingRate(state, inquiry)]));
    open.sort((a, b) => (near(rate.get(a)!, rate.get(b)!) ? a - b : rate.get(b)! - rate.get(a)!));
    return open.slice(0, limits.inquiries).sort((a, b) => a - b);
  }

  private tellingRate(state: BeliefState, inquiry: number): number {
    const compiled = this.model.inquiries[inquiry]!;
    let gain = 0;
    for (const question of openMembers(this.model, state, compiled)) gain += giniGain(this.model, state.weights, question);
    return gain / askingMinutes(this.model, state, compiled);
  }
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= TIE * Math.max(Math.abs(a), Math.abs(b));
}

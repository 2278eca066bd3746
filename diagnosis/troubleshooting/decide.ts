import { BaseOrder, TIE } from './base.ts';
import { isAvailable, massOf, type BeliefState } from './belief.ts';
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

export interface Verdict {
  readonly chosen: Valued;
  /** Every step that was valued, cheapest first. */
  readonly valued: readonly Valued[];
}

/** How far the policy looks. Exact where the graph is small; see `limitsFor`. */
export interface Limits {
  /** Questions that are valued, the most telling by the minute first. */
  readonly inquiries: number;
  /** Questions that are held against asking later. */
  readonly later: number;
  /** Refusals that are followed in one look ahead. */
  readonly declines: number;
}

/** Small graphs are valued in full. On large ones the last digits are given up for speed. */
export function limitsFor(model: TroubleshootingModel): Limits {
  const size = model.fixes.length * model.causes.length;
  return size <= 700 ? { inquiries: 24, later: 4, declines: model.capabilities.length } : { inquiries: 12, later: 4, declines: 1 };
}

/** What the policy may leave out, for measuring what it is worth. */
export interface Features {
  /** Ask at all. */
  readonly ask: boolean;
  /** Hold asking now against asking after the next fix. */
  readonly later: boolean;
}

const FULL: Features = { ask: true, later: true };

const ESCALATE: Choice = { type: 'escalate', index: -1 };

/**
 * The next step for a belief: the base policy's fix, or a question where the base is cheaper after its answer and
 * would not be cheaper still if it were asked after that fix, or a person where nothing pays.
 *
 * Heckerman, Breese & Rommelse 1995 (myopic value of information over an order by probability and cost), with the
 * ask-later test of SACSO 2001 and a stop at the best prefix of the order. Holds scratch memory; not re-entrant.
 */
export class DecisionMaker {
  readonly model: TroubleshootingModel;
  private readonly base: BaseOrder;
  private readonly lookAhead: LookAhead;
  private readonly limits: Limits;
  private readonly features: Features;

  constructor(model: TroubleshootingModel, limits: Limits = limitsFor(model), features: Features = FULL) {
    this.model = model;
    this.limits = limits;
    this.features = features;
    this.base = new BaseOrder(model, limits.declines);
    this.lookAhead = new LookAhead(model, this.base);
  }

  /** Expected minutes of the base policy. */
  baseMinutes(state: BeliefState): number {
    return this.base.value(state) / massOf(state.weights);
  }

  decide(state: BeliefState): Verdict {
    const mass = massOf(state.weights);
    const escalating = mass * this.model.escalationMinutes;
    const baseValue = this.base.value(state);
    const { fix, cost: fixing } = this.base.first;
    const slack = TIE * escalating;
    const fixPays = fix >= 0 && fixing < escalating - slack;

    const asks = this.features.ask ? this.valueInquiries(state, baseValue) : [];
    const worthAsking = asks.filter((ask) => ask.value < baseValue - slack);
    const valued = (type: 'fix' | 'ask', index: number, value: number): Valued => ({ choice: { type, index }, minutes: value / mass });
    const all: Valued[] = asks.map((ask) => valued('ask', ask.inquiry, ask.value));
    if (fix >= 0) all.push(valued('fix', fix, fixing));
    all.push({ choice: ESCALATE, minutes: this.model.escalationMinutes });

    const chosen = ((): Valued => {
      const best = worthAsking[0];
      if (best === undefined) return fixPays ? valued('fix', fix, fixing) : { choice: ESCALATE, minutes: this.model.escalationMinutes };
      if (fixPays && this.features.later) {
        const later = this.cheaperLater(state, fix, worthAsking, slack);
        if (later !== undefined) return valued('fix', fix, later);
      }
      return valued('ask', best.inquiry, best.value);
    })();
    return { chosen, valued: all.sort((a, b) => a.minutes - b.minutes) };
  }

  /** Fixes other than the chosen one with their cost, best by the base first; for `explain`. */
  alternatives(state: BeliefState, count: number, except: number): Valued[] {
    const mass = massOf(state.weights);
    const closed = state.closedFix.slice();
    if (except >= 0) state.closedFix[except] = 1;
    const found: number[] = [];
    while (found.length < count) {
      this.base.value(state);
      const { fix } = this.base.first;
      if (fix < 0 || !isAvailable(this.model, state, fix)) break;
      found.push(fix);
      state.closedFix[fix] = 1;
    }
    state.closedFix.set(closed);
    return found.map((fix) => ({ choice: { type: 'fix', index: fix }, minutes: this.lookAhead.fixing(state, fix) / mass }));
  }

  private valueInquiries(state: BeliefState, baseValue: number): { inquiry: number; value: number }[] {
    const values = this.candidates(state).map((inquiry) => ({ inquiry, value: this.lookAhead.asking(state, inquiry, baseValue) }));
    return values.sort((a, b) => (near(a.value, b.value) ? a.inquiry - b.inquiry : a.value - b.value));
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

  /** The cheapest cost of "fix first, then ask", if that beats asking now for every question worth asking. */
  private cheaperLater(state: BeliefState, fix: number, asks: readonly { inquiry: number; value: number }[], slack: number): number | undefined {
    let cheapest = Infinity;
    for (const ask of asks.slice(0, this.limits.later)) {
      const later = this.lookAhead.fixingThenAsking(state, fix, ask.inquiry);
      if (later >= ask.value - slack) return undefined;
      cheapest = Math.min(cheapest, later);
    }
    return cheapest;
  }
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= TIE * Math.max(Math.abs(a), Math.abs(b));
}

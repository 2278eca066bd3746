import {
  ability, applyAnswer, applyDecline, applyFailure, applyNoAnswer, cloneState, copyState, helpingMass, initialState, isAvailable, massOf,
  minutesNow, needsHandOver, normalise, CLOSED, UNASKED, type BeliefState,
} from '../../troubleshooting/belief.ts';
import type { Choice } from '../../troubleshooting/decide.ts';
import { askingMinutes, chanceOfAnswer, isOpen, openMembers } from '../../troubleshooting/inquiry.ts';
import type { TroubleshootingModel } from '../../troubleshooting/model.ts';
import type { Policy } from '../../learning/simulation/people.ts';

export interface Optimum {
  readonly minutes: number;
  /** Sets of evidence that were valued. */
  readonly states: number;
  readonly policy: Policy;
}

const ESCALATE: Choice = { type: 'escalate', index: -1 };

/**
 * The best policy there is, by dynamic programming over sets of evidence (belief depends on the set alone).
 * Exponential in fixes and questions: for graphs of up to about seven fixes and four questions.
 */
export function optimum(model: TroubleshootingModel): Optimum {
  const search = new ExactSearch(model);
  const start = initialState(model);
  const minutes = search.solve(start).minutes;
  return { minutes, states: search.size, policy: (_, state) => search.solve(state).choice };
}

interface Best {
  readonly minutes: number;
  readonly choice: Choice;
}

class ExactSearch {
  private readonly model: TroubleshootingModel;
  private readonly keys: EvidenceKeys;
  private readonly known = new Map<number, Best>();
  /** One state for each depth of the recursion. */
  private readonly pool: BeliefState[] = [];

  constructor(model: TroubleshootingModel) {
    this.model = model;
    this.keys = new EvidenceKeys(model);
  }

  get size(): number {
    return this.known.size;
  }

  solve(state: BeliefState): Best {
    return this.known.get(this.keys.of(state)) ?? this.best(cloneState(state), 0);
  }

  private best(state: BeliefState, depth: number): Best {
    const { model } = this;
    normalise(model, state.weights);
    const key = this.keys.of(state);
    let best: Best = { minutes: model.escalationMinutes, choice: ESCALATE };
    for (let fix = 0; fix < model.fixes.length; fix++) {
      if (!isAvailable(model, state, fix)) continue;
      const minutes = this.fixing(state, key, fix, best.minutes, depth);
      if (minutes < best.minutes - 1e-12) best = { minutes, choice: { type: 'fix', index: fix } };
    }
    for (let inquiry = 0; inquiry < model.inquiries.length; inquiry++) {
      if (!isOpen(model, state, inquiry)) continue;
      const minutes = this.asking(state, key, inquiry, best.minutes, depth);
      if (minutes < best.minutes - 1e-12) best = { minutes, choice: { type: 'ask', index: inquiry } };
    }
    this.known.set(key, best);
    return best;
  }

  /** Value of the state that `step` leads to; it is built only where it is new. */
  private after(state: BeliefState, key: number, step: (state: BeliefState) => void, depth: number): number {
    const known = this.known.get(key);
    if (known) return known.minutes;
    const next = (this.pool[depth] ??= cloneState(state));
    copyState(state, next);
    step(next);
    return this.best(next, depth + 1).minutes;
  }

  /** Infinity once it cannot be below `limit` any more. */
  private fixing(state: BeliefState, key: number, fix: number, limit: number, depth: number): number {
    const { model } = this;
    const able = ability(model, state, fix);
    const helps = helpingMass(model, state, fix) / massOf(state.weights);
    const refuses = able < 1 && !needsHandOver(model, state, fix) ? 1 - able : 0;
    let minutes = able * (minutesNow(model, state, fix) + (1 - helps) * model.undoMinutes[fix]!) + refuses * model.declineMinutes;
    if (minutes >= limit) return Infinity;
    const failed = this.keys.afterFailure(state, key, fix);
    minutes += able * (1 - helps) * this.after(state, failed, (next) => applyFailure(model, next, fix), depth);
    if (refuses === 0 || minutes >= limit) return minutes;
    const declined = this.keys.afterDecline(state, key, fix);
    return minutes + refuses * this.after(state, declined, (next) => applyDecline(model, next, fix), depth);
  }

  private asking(state: BeliefState, key: number, index: number, limit: number, depth: number): number {
    const { model } = this;
    const inquiry = model.inquiries[index]!;
    const answering = chanceOfAnswer(model, state, inquiry);
    let minutes = askingMinutes(model, state, inquiry);
    if (minutes >= limit) return Infinity;
    if (answering < 1) {
      minutes += (1 - answering) * this.after(state, this.keys.afterNoAnswer(state, key, index), (next) => applyNoAnswer(model, next, index), depth);
    }
    const members = openMembers(model, state, inquiry);
    const answers = new Array<number>(members.length).fill(0);
    do {
      if (minutes >= limit) return Infinity;
      const probability = this.jointProbability(state, members, answers);
      if (probability < 1e-12) continue;
      const step = (next: BeliefState): void => members.forEach((question, at) => applyAnswer(model, next, question, answers[at]!));
      minutes += answering * probability * this.after(state, this.keys.afterAnswers(state, key, members, answers), step, depth);
    } while (this.advance(members, answers));
    return minutes;
  }

  /** The next combination of answers, counting like an odometer. */
  private advance(members: readonly number[], answers: number[]): boolean {
    for (let at = 0; at < members.length; at++) {
      answers[at] = answers[at]! + 1;
      if (answers[at]! < this.model.questions[members[at]!]!.answers.length) return true;
      answers[at] = 0;
    }
    return false;
  }

  private jointProbability(state: BeliefState, members: readonly number[], answers: readonly number[]): number {
    const causes = this.model.causes.length;
    let joint = 0;
    for (let cause = 0; cause < causes; cause++) {
      let weight = state.weights[cause]!;
      for (let at = 0; at < members.length; at++) {
        weight *= this.model.questions[members[at]!]!.reported[answers[at]! * causes + cause]!;
      }
      joint += weight;
    }
    return joint / massOf(state.weights);
  }
}

/** Sets of evidence as numbers in mixed radix, and the number that a step leads to. */
class EvidenceKeys {
  private readonly model: TroubleshootingModel;
  private readonly fixUnit: number[];
  private readonly capabilityUnit: number[];
  private readonly answerUnit: number[];
  private readonly inquiryUnit: number[];

  constructor(model: TroubleshootingModel) {
    this.model = model;
    let unit = 1;
    const take = (radix: number): number => {
      const own = unit;
      unit *= radix;
      if (unit > Number.MAX_SAFE_INTEGER) throw new Error('The graph is too large for the exact optimum.');
      return own;
    };
    this.fixUnit = model.fixes.map(() => take(2));
    this.capabilityUnit = model.capabilities.map((_, capability) => (model.fixCapability.includes(capability) ? take(3) : 0));
    this.answerUnit = model.questions.map((question) => take(question.answers.length + 2));
    this.inquiryUnit = model.inquiries.map((inquiry) => (inquiry.diagnostic === undefined ? 0 : take(2)));
  }

  of(state: BeliefState): number {
    let key = 0;
    this.fixUnit.forEach((unit, fix) => (key += unit * state.closedFix[fix]!));
    this.capabilityUnit.forEach((unit, capability) => (key += unit * (state.capability[capability]! + 1)));
    this.answerUnit.forEach((unit, question) => (key += unit * digit(state.answer[question]!)));
    this.inquiryUnit.forEach((unit, inquiry) => (key += unit * state.closedInquiry[inquiry]!));
    return key;
  }

  afterFailure(state: BeliefState, key: number, fix: number): number {
    let next = key + this.fixUnit[fix]!;
    const capability = this.model.fixCapability[fix]!;
    if (capability >= 0 && state.capability[capability] === -1) next += 2 * this.capabilityUnit[capability]!;
    for (const retired of this.model.retiredFixes[fix]!) {
      if (retired !== fix && state.closedFix[retired] === 0) next += this.fixUnit[retired]!;
    }
    for (const retired of this.model.retiredQuestions[fix]!) next += this.closing(state, retired);
    return next;
  }

  afterDecline(state: BeliefState, key: number, fix: number): number {
    const capability = this.model.fixCapability[fix]!;
    return key - this.capabilityUnit[capability]! * state.capability[capability]!;
  }

  afterAnswers(state: BeliefState, key: number, members: readonly number[], answers: readonly number[]): number {
    let next = key;
    const closed = new Set<number>();
    members.forEach((question, at) => {
      next += this.answerUnit[question]! * digit(answers[at]!);
      for (const other of this.model.questions[question]!.excludes) {
        if (closed.has(other)) continue;
        closed.add(other);
        next += this.closing(state, other);
      }
    });
    return next;
  }

  afterNoAnswer(state: BeliefState, key: number, index: number): number {
    const { diagnostic, members } = this.model.inquiries[index]!;
    if (diagnostic !== undefined) return key + this.inquiryUnit[index]!;
    return key + this.closing(state, members[0]!);
  }

  private closing(state: BeliefState, question: number): number {
    return state.answer[question] === UNASKED ? this.answerUnit[question]! * digit(CLOSED) : 0;
  }
}

/** UNASKED, CLOSED, then the answers. */
function digit(answer: number): number {
  return answer === UNASKED ? 0 : answer === CLOSED ? 1 : answer + 2;
}

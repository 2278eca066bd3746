import type { Role } from '../knowledge/compiler/types.ts';

/**
 * One problem of the graph as typed arrays, ready for the hot loops of the policy.
 *
 * Sizes are written as C causes, F fixes, Q questions, K capabilities, X contexts. Causes and questions stand in the
 * order of their ids; fixes too, with those that weaken security behind all others, so that "the first of equals" is
 * the gentler one. Everything is in minutes and plain probabilities; nothing here changes after compilation.
 */
export interface TroubleshootingModel {
  readonly problem: string;

  readonly causes: readonly string[];
  readonly causeIndex: ReadonlyMap<string, number>;
  /** [C], sums to 1. */
  readonly prior: Float64Array;
  /** Index of the cause `unknown`. */
  readonly unknown: number;

  /** P(a fix helps although the cause is not among those it is for). */
  readonly leak: number;
  readonly turnMinutes: number;
  /** The whole price of reaching a person, its turn included. */
  readonly escalationMinutes: number;
  /** What it costs to hear "I cannot do that". */
  readonly declineMinutes: number;

  readonly capabilities: readonly Role[];
  /** [K] P(this person may do what the role may), while it is not known. */
  readonly capabilityPrior: Float64Array;
  /** [X] Contexts of the graph, then one for each capability: an administrator who has been fetched. */
  readonly openMinutes: Float64Array;
  /** [X] How many fixes it may be opened for, at least 1. */
  readonly sharedBy: Int32Array;
  readonly contextIndex: ReadonlyMap<string, number>;
  /** The first of the contexts that stand for a fetched administrator. */
  readonly firstAdministrator: number;

  readonly fixes: readonly string[];
  readonly fixIndex: ReadonlyMap<string, number>;
  /** [F] Minutes paid whenever it is carried out: the doing, the retest, the risk, the turn. */
  readonly fixMinutes: Float64Array;
  /** [F] Minutes paid in addition when it did not help. */
  readonly undoMinutes: Float64Array;
  /** [F] Index of the capability that it needs, -1 for none. */
  readonly fixCapability: Int32Array;
  /** [F] Index of its context, -1 for none. */
  readonly fixContext: Int32Array;
  /** [F] 1 where an administrator can be asked to do it. */
  readonly canHandOver: Uint8Array;
  /** [F] Fixes and questions that it makes pointless. */
  readonly retiredFixes: readonly Int32Array[];
  readonly retiredQuestions: readonly Int32Array[];

  readonly chances: ChanceTable;
  readonly questions: readonly CompiledQuestion[];
  readonly questionIndex: ReadonlyMap<string, number>;
  readonly inquiries: readonly Inquiry[];
}

/**
 * P(fix helps | cause) for the listed pairs only, by rows (fix) and by columns (cause); all other pairs have the leak.
 *
 * Fixes of one family fail together: whether the family can work at all for a cause is a coin of probability
 * `ceiling`, thrown once; given that it can, each fix helps with `chance`, independently. P(helps) = chance * ceiling.
 */
export interface ChanceTable {
  /** [F + 1] Entries of fix f: rowStart[f] up to rowStart[f + 1]. */
  readonly rowStart: Int32Array;
  /** [entries] */
  readonly cause: Int32Array;
  readonly fix: Int32Array;
  readonly chance: Float64Array;
  /** [entries] Index into `ceiling`, -1 where the fix depends on no other. */
  readonly pair: Int32Array;
  /** [C + 1] and [entries]: the same entries by cause. */
  readonly columnStart: Int32Array;
  readonly columnEntry: Int32Array;
  /** [pairs] One for each (family, cause). */
  readonly ceiling: Float64Array;
}

export interface CompiledQuestion {
  readonly id: string;
  readonly answers: readonly string[];
  readonly kind: 'told' | 'measured';
  /** [answers * C] P(true answer | cause), before noise. */
  readonly truth: Float64Array;
  /** [answers * C] P(reported answer | cause, it was answered). */
  readonly reported: Float64Array;
  readonly wrong: number;
  /** Questions about the same fact. */
  readonly excludes: Int32Array;
  /** The context that answering it opens, -1 for none. */
  readonly context: number;
}

/** One turn that can be spent on asking: a question, or a command whose output answers several at once. */
export interface Inquiry {
  /** The diagnostic's id where it is one. */
  readonly diagnostic: string | undefined;
  /** Questions that it answers. */
  readonly members: Int32Array;
  /** Those among them under whose id it can be asked. */
  readonly askable: Int32Array;
  /** With its turn, without opening its context. */
  readonly minutes: number;
  readonly dontKnow: number;
  /** Index of the capability that answering needs, -1 for none. */
  readonly capability: number;
  readonly context: number;
}

/** No table entry is taken for certain: one mistake of a parser must not lock a cause out for good. */
export const FLOOR = 1e-3;

/** Wrong answers by how they came: pasted output, a person's word. */
export const WRONG_MEASURED = 0.01;
export const WRONG_TOLD = 0.06;

export function clampProbability(p: number): number {
  return Math.min(1 - FLOOR, Math.max(FLOOR, p));
}

/** Code-unit order: the same on every platform and in every locale. */
export function byId(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

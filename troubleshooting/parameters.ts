import type { Role } from '../knowledge/compiler/types.ts';

/**
 * Numbers that replace the author's. Plain JSON; what is missing stays as the author wrote it.
 * They are made by `learning/` and read by the compiler of the model.
 */
export interface LearnedParameters {
  /** The graph that they were learned for. */
  readonly graphVersion: string;
  /** Problem -> cause -> P(cause); renormalised. */
  readonly priors: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Fix -> cause -> P(it helps | cause, carried out), the ceiling of its family included. */
  readonly solves: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Family -> cause -> P(its fixes can help at all). */
  readonly ceilings: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Question -> cause -> P(reported answer | cause), in the order of its answers; noise included. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  readonly capabilities: Readonly<Partial<Record<Role, number>>>;
}

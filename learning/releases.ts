import type { LearnedParameters } from '../troubleshooting/parameters.ts';
import type { NumberPath } from './pins.ts';

export interface Release {
  /** Counts from 1. */
  readonly number: number;
  readonly parameters: LearnedParameters;
  /** ISO 8601. */
  readonly at: string;
  /** Conversations that it was learned from, and who nodded where somebody had to. */
  readonly note: string;
  /** The author's numbers that it took the place of, by path, as they were then. */
  readonly authored?: Readonly<Record<NumberPath, number>>;
}

/** Every set of parameters that was ever in use. Plain JSON; release 0 is the author's numbers. */
export interface ReleaseHistory {
  readonly releases: readonly Release[];
  readonly active: number;
}

export const AUTHORS_NUMBERS: ReleaseHistory = { releases: [], active: 0 };

export function release(history: ReleaseHistory, parameters: LearnedParameters, at: string, note: string, authored: Release['authored'] = {}): ReleaseHistory {
  const number = history.releases.length + 1;
  return { releases: [...history.releases, { number, parameters, at, note, authored }], active: number };
}

/** Back to an earlier release; 0 is the author's numbers. Throws when there is none of that number. */
export function rollBack(history: ReleaseHistory, to: number): ReleaseHistory {
  if (to !== 0 && !history.releases.some(({ number }) => number === to)) {
    throw new Error(`There is no release ${to}; there are 0 to ${history.releases.length}.`);
  }
  return { ...history, active: to };
}

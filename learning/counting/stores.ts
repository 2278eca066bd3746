import type { CaseAccount } from '../../helpdesk/numbers.ts';
import type { OutcomeCounts } from '../counts.ts';
import type { Case } from './case.ts';

/** Cases that are not counted yet. Each change survives a killed process once it resolves. */
export interface CaseStore {
  all(): Promise<readonly Case[]>;
  save(one: Case): Promise<void>;
  /** A missing one is no error. */
  forget(id: string): Promise<void>;
}

/** What is left of cases that were counted, for the operator's numbers. */
export interface EndedCases {
  /** Each once, by its id. */
  add(week: number, cases: readonly CaseAccount[]): Promise<void>;
  all(): Promise<readonly CaseAccount[]>;
  /** These, and all of weeks before that one. */
  forget(ids: readonly string[], beforeWeek: number): Promise<void>;
}

/** Counters, week by week. One process writes them. */
export interface CountStore {
  /** Those that have something, ascending. */
  weeks(): Promise<number[]>;
  week(week: number): Promise<OutcomeCounts>;
  /** One write, on disk when it resolves. */
  update(week: number, change: (counts: OutcomeCounts) => OutcomeCounts): Promise<void>;
}

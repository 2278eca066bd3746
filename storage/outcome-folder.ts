import { join } from 'node:path';
import { createFileCaseStore } from './case-store.ts';
import { createFileCountStore } from './count-store.ts';
import { createEndedCases } from './ended-cases.ts';
import { createLearnedFile, type LearnedFile } from './learned-file.ts';
import { replicaNameIn } from './replica-name.ts';
import type { OnSetAside } from './set-aside.ts';
import type { CaseStore, CountStore, EndedCases } from '../learning/counting/stores.ts';

/** Where a data folder keeps what it learns from. The server writes `cases` and `counts`, the operator's command the rest. */
export interface OutcomeFolder {
  /** Conversations that may still go on. */
  readonly cases: CaseStore;
  /** What was counted here. */
  readonly counts: CountStore;
  /** What is left of them for the operator's numbers. */
  readonly ended: EndedCases;
  /** What was counted elsewhere and brought here. */
  readonly replayed: CountStore;
  readonly learned: LearnedFile;
  replicaName(): Promise<string>;
}

/** `outcomes/` of the data folder: `cases/ID.json`, `counts/WEEK.json`, `ended/WEEK.json`, `replayed/WEEK.json`, `learned.json`, `replica`. */
export function outcomeFolderIn(dataDir: string, onSetAside?: OnSetAside): OutcomeFolder {
  const at = (name: string): string => join(dataDir, 'outcomes', name);
  return {
    cases: createFileCaseStore(at('cases'), onSetAside),
    counts: createFileCountStore(at('counts'), onSetAside),
    ended: createEndedCases(at('ended'), onSetAside),
    replayed: createFileCountStore(at('replayed'), onSetAside),
    learned: createLearnedFile(at('learned.json'), onSetAside),
    replicaName: () => replicaNameIn(at('replica'), onSetAside),
  };
}

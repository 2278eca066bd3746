import type { LearnedParameters } from '../troubleshooting/parameters.ts';
import { NOTHING_LEARNED, numbersInUse, type LearnedNumbers } from '../learning/learned-numbers.ts';
import type { Effect } from '../dialogs/turn.ts';
import type { TicketVerdict } from '../helpdesk/outbox.ts';
import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { CaseAccount } from '../helpdesk/numbers.ts';
import { accountOf, type Case } from '../learning/counting/case.ts';
import { createLedger } from '../learning/counting/ledger.ts';
import { createReporters } from '../learning/counting/reporter.ts';
import type { ServerLog } from '../server/log.ts';
import type { OutcomeFolder } from '../storage/outcome-folder.ts';

/** What the service learns from its conversations, and what it has learned. */
export interface Learning {
  /** Keeps what a turn reports of its case; resolves when that survives a killed process. May be given the same turn again. */
  take(effects: readonly Effect[], personId: string): Promise<void>;
  /** How a ticket ended. */
  judge(verdict: TicketVerdict): Promise<void>;
  /** The released and pinned numbers, as far as they fit the graph. */
  parametersFor(graph: KnowledgeGraph): LearnedParameters | undefined;
  /** Counts the cases that are over, and reads released numbers again; answers whether these changed. */
  look(): Promise<boolean>;
  /** Cases that are not counted yet. */
  cases(): readonly Case[];
  /** All of the last half year, also those that are not over. */
  accounts(): Promise<readonly CaseAccount[]>;
  /** What is left of those that were counted. */
  ended(): Promise<readonly CaseAccount[]>;
  /** Forgets cases, and the ids of those that were counted. */
  forget(ids: readonly string[]): Promise<void>;
}

export interface LearningParts {
  readonly folder: OutcomeFolder;
  /** The salts of the reporters are made from it. */
  readonly secret: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: ServerLog;
}

/** Rejects when a file of the folder is damaged. */
export async function openLearning({ folder, secret, now, log }: LearningParts): Promise<Learning> {
  const ledger = await createLedger({ cases: folder.cases, counts: folder.counts, ended: folder.ended, replica: await folder.replicaName(), reporterOf: createReporters(secret), now });
  let seen = await folder.learned.fingerprint();
  let numbers: LearnedNumbers = (await folder.learned.read()) ?? NOTHING_LEARNED;

  /** A file that cannot be read is told once; the numbers before it stay in use. */
  async function readAgain(): Promise<boolean> {
    const now = await folder.learned.fingerprint();
    if (now === seen) return false;
    seen = now;
    try {
      numbers = (await folder.learned.read()) ?? NOTHING_LEARNED;
      log.info({ release: numbers.active, pins: Object.keys(numbers.pins).length }, 'the learned numbers were changed');
      return true;
    } catch (error) {
      log.error({ reason: error instanceof Error ? error.message : String(error) }, 'the learned numbers were changed and cannot be used; the old ones stay in use');
      return false;
    }
  }

  return {
    async take(effects, personId) {
      for (const effect of effects) {
        if (effect.type === 'record-outcome') await ledger.report(effect.outcome, personId);
      }
    },
    judge: (verdict) => ledger.judge(verdict),
    cases: () => ledger.open(),
    accounts: async () => [...(await folder.ended.all()), ...ledger.open().map(accountOf)],
    ended: () => folder.ended.all(),
    forget: (ids) => ledger.forget(ids),
    parametersFor(graph) {
      const { parameters, release, leftOut } = numbersInUse(graph, numbers);
      if (leftOut.length > 0) log.warn({ release: release?.number, leftOut }, 'learned numbers of an older state of knowledge were left out; `npm run knowledge -- learned fit` learns them anew');
      return parameters;
    },
    async look() {
      const counted = await ledger.settle();
      if (counted > 0) log.info({ cases: counted }, 'conversations that are over were counted');
      return readAgain();
    },
  };
}

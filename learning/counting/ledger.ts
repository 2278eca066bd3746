import { forgetIds, recordAll, withoutCounted } from '../counts.ts';
import type { ConversationOutcome } from '../profile.ts';
import type { CaseAccount } from '../../helpdesk/numbers.ts';
import type { OutcomeRecord } from '../../dialogs/turn.ts';
import type { TicketVerdict } from '../../helpdesk/outbox.ts';
import { accountOf, dueAt, OLDEST_WEEKS, outcomeOf, PATIENCE, weekOf, type Case } from './case.ts';
import type { CaseStore, CountStore, EndedCases } from './stores.ts';

const DAY_MS = 86_400_000;

export interface LedgerParts {
  readonly cases: CaseStore;
  readonly counts: CountStore;
  /** Where what is left of a counted case goes; nowhere when not given. */
  readonly ended?: EndedCases;
  /** The name under which this data folder counts; no other may have it. */
  readonly replica: string;
  readonly reporterOf: (personId: string, week: number) => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Every case exactly once into the counts: open ones are kept and replaced by later reports, and counted when nothing
 * more is to be expected. Counting adds the profile and the case's id in one write, and only then is the case
 * forgotten, so a kill in between counts nothing twice. All methods may be called again with the same arguments.
 */
export interface Ledger {
  /** Resolves when the report survives a killed process. */
  report(record: OutcomeRecord, personId: string): Promise<void>;
  /** The helpdesk closed the ticket of a case, or opened it again. */
  judge(verdict: TicketVerdict): Promise<void>;
  /** Counts what is due; answers how many cases. */
  settle(): Promise<number>;
  /** Cases that are not counted yet. */
  open(): readonly Case[];
  /** Forgets cases uncounted, and the ids of those that were counted; what they counted stays, as numbers. */
  forget(ids: readonly string[]): Promise<void>;
}

export async function createLedger(parts: LedgerParts): Promise<Ledger> {
  const { cases, counts, ended, replica, reporterOf, now } = parts;
  const open = new Map((await cases.all()).map((one) => [one.id, one]));
  let tail: Promise<unknown> = Promise.resolve();

  /** One change after another: a case must not be counted while a report of it is being written. */
  function inTurn<T>(change: () => Promise<T>): Promise<T> {
    const next = tail.then(change);
    tail = next.catch(() => undefined);
    return next;
  }

  async function save(one: Case): Promise<void> {
    await cases.save(one);
    open.set(one.id, one);
  }

  async function mayBegin(id: string, week: number): Promise<boolean> {
    return week >= weeksNow() - OLDEST_WEEKS && !Object.hasOwn((await counts.week(week)).counted, id);
  }

  const weeksNow = (): number => weekOf(new Date(now()).toISOString());

  /** The same person with the same problem: what was solved before was not. */
  async function noteAskedAgain({ problem, openedAt }: OutcomeRecord, personId: string): Promise<void> {
    const since = Date.parse(openedAt) - PATIENCE.solved * DAY_MS;
    for (const one of open.values()) {
      if (one.end !== 'solved' || one.problem !== problem || one.askedAgain || Date.parse(one.endedAt ?? one.reportedAt) < since) continue;
      if (one.reporter === reporterOf(personId, one.week)) await save({ ...one, askedAgain: true });
    }
  }

  async function count(due: readonly Case[]): Promise<void> {
    const byWeek = new Map<number, ConversationOutcome[]>();
    for (const one of due) {
      const outcome = outcomeOf(one);
      if (outcome) byWeek.set(one.week, [...(byWeek.get(one.week) ?? []), outcome]);
    }
    for (const [week, outcomes] of byWeek) await counts.update(week, (before) => recordAll(before, outcomes, replica));
  }

  return {
    report: (record, personId) =>
      inTurn(async () => {
        const known = open.get(record.id);
        const week = known?.week ?? weekOf(record.openedAt);
        if (!known && !(await mayBegin(record.id, week))) return;
        if (!known) await noteAskedAgain(record, personId);
        const endedAt = known?.end === record.end ? known.endedAt : record.reportedAt;
        const closed = known?.closed && known.escalationId === record.escalationId ? known.closed : undefined;
        await save({
          ...record, week,
          reporter: known?.reporter ?? reporterOf(personId, week),
          ...(record.end !== 'open' && endedAt !== undefined && { endedAt }),
          ...(known?.askedAgain && { askedAgain: true }),
          ...(closed && { closed }),
        });
      }),
    judge: ({ escalationId, done, cause, at }) =>
      inTurn(async () => {
        const one = [...open.values()].find((each) => each.escalationId === escalationId);
        if (!one) return;
        const { closed: _before, ...still } = one;
        await save(done ? { ...still, closed: { at, ...(cause !== undefined && { cause }) } } : still);
      }),
    settle: () =>
      inTurn(async () => {
        const due = [...open.values()].filter((one) => dueAt(one) <= now());
        await count(due);
        for (const one of due) await ended?.add(one.week, [withoutLine(accountOf(one))]);
        for (const { id } of due) {
          await cases.forget(id);
          open.delete(id);
        }
        const limit = weeksNow() - OLDEST_WEEKS;
        if (due.length > 0) await ended?.forget([], limit);
        await counts.update(limit - 1, (before) => (Object.keys(before.counted).length > 0 ? forgetIds(before, limit) : before));
        return due.length;
      }),
    open: () => [...open.values()],
    forget: (ids) =>
      inTurn(async () => {
        for (const id of ids) {
          await cases.forget(id);
          open.delete(id);
        }
        for (const week of await counts.weeks()) await counts.update(week, (before) => withoutCounted(before, ids));
        await ended?.forget(ids, 0);
      }),
  };
}

/** The line beside a rating is read while the case is open, and not kept beyond. */
function withoutLine({ line: _line, ...account }: CaseAccount): CaseAccount {
  return account;
}

import { Gauge, Registry } from 'prom-client';
import { ENDS, endOf } from '../helpdesk/numbers.ts';
import type { OutboxEntry } from '../helpdesk/outbox.ts';
import type { Learning } from './learning.ts';

export interface MetricsParts {
  readonly accounts: Learning['accounts'];
  readonly entries: () => Promise<readonly OutboxEntry[]>;
  /** When the relay last got round, in milliseconds since the epoch. */
  readonly lastRound: () => number | undefined;
  readonly now: () => number;
}

/** Metrics in Prometheus' text format, counted when they are read. No id and no word of anybody is in them. */
export function createMetrics({ accounts, entries, lastRound, now }: MetricsParts): () => Promise<{ readonly type: string; readonly text: string }> {
  const registry = new Registry();
  const gauge = (name: string, help: string, labelNames: string[], collect: (this: Gauge) => Promise<void>): Gauge =>
    new Gauge({ name: `reconnect_${name}`, help, labelNames, registers: [registry], collect });

  gauge('conversations', 'Conversations about a fault of the last half year, by how they ended.', ['end'], async function () {
    const all = await accounts();
    for (const end of ENDS) this.set({ end }, all.filter((each) => endOf(each) === end).length);
  });
  gauge('misheard', 'How often the assistant asked back, and how often people took back what it had understood, in the last half year.', ['how'], async function () {
    const all = await accounts();
    this.set({ how: 'asked-back' }, all.reduce((sum, each) => sum + each.askedBack, 0));
    this.set({ how: 'taken-back' }, all.reduce((sum, each) => sum + each.takenBack, 0));
  });
  gauge('ratings', 'What people made of the help in the last half year, from 1 to 5.', ['score'], async function () {
    const all = await accounts();
    for (const score of [1, 2, 3, 4, 5]) this.set({ score: String(score) }, all.filter((each) => each.score === score).length);
  });
  gauge('outbox_entries', 'What is owed to the helpdesk and to people: due, for later, or given up.', ['state'], async function () {
    const all = await entries();
    const states = all.map(({ parked, dueAt, attempts }) => (parked !== undefined ? 'given-up' : attempts > 0 || dueAt <= now() ? 'due' : 'later'));
    for (const state of ['due', 'later', 'given-up']) this.set({ state }, states.filter((each) => each === state).length);
  });
  gauge('outbox_oldest_seconds', 'For how long the oldest due entry has been owed.', [], async function () {
    const due = (await entries()).filter(({ parked, dueAt, attempts }) => parked === undefined && (attempts > 0 || dueAt <= now()));
    this.set(due.length === 0 ? 0 : Math.max(0, now() - Math.min(...due.map(({ putAt = now() }) => putAt))) / 1000);
  });
  gauge('relay_round_age_seconds', 'How long ago the relay last got round.', [], async function () {
    this.set((now() - (lastRound() ?? now())) / 1000);
  });
  return async () => ({ type: registry.contentType, text: await registry.metrics() });
}

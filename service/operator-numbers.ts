import type { OutboxEntry } from '../helpdesk/outbox.ts';
import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { NumbersSource } from '../server/helpdesk/routes.ts';
import type { Learning } from './learning.ts';

export interface OperatorNumbersParts {
  readonly accounts: Learning['accounts'];
  /** All that is owed, also what was given up. */
  readonly entries: () => Promise<readonly OutboxEntry[]>;
  readonly graph: () => KnowledgeGraph;
}

const WHAT: Readonly<Record<OutboxEntry['owed']['kind'], string>> = {
  open: 'A ticket that was not opened', append: 'A message that did not get onto its ticket', notify: 'A message that did not reach the person', judge: 'An outcome that was not learned from',
};

/** What the operator's page shows: how conversations went, and what was given up. */
export function operatorNumbers({ accounts, entries, graph }: OperatorNumbersParts): NumbersSource {
  return {
    accounts: async (since) => (await accounts()).filter(({ openedAt }) => new Date(openedAt) >= since),
    deadLetters: async () =>
      (await entries()).flatMap(({ owed, parked, putAt }) => (parked === undefined ? [] : [{ what: WHAT[owed.kind], why: parked, ...(putAt !== undefined && { since: new Date(putAt).toISOString() }) }])),
    titleOf: (id) => graph().problems.get(id)?.title ?? graph().fixes.get(id)?.title ?? graph().causes.get(id)?.title ?? id,
  };
}

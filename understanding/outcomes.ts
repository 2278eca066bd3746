import type { Act, OutcomeKind } from './act.ts';
import type { Table } from './table.ts';

/**
 * Binds an outcome to the step that it speaks of: the open one, else the last whose outcome nobody told. "It works" with no
 * step to credit is a cure by something else; "it does not" after a cure is that the fault came back. Pure.
 */
export function outcomeAct(kind: OutcomeKind, table: Table): Act {
  if (table.kind === 'step' || table.kind === 'undoing') return { kind };
  if (table.kind === 'solved') return kind === 'failed' || kind === 'partly' ? { kind: 'came-back' } : { kind };
  const last = table.openSteps.at(-1);
  if (last !== undefined) return { kind, fix: last };
  return kind === 'worked' ? { kind: 'solved-otherwise' } : { kind };
}

import type { Session } from './session.ts';

/** Who has a conversation: `waiting` is the assistant, for support that has not answered yet. */
export type Owner = 'assistant' | 'waiting' | 'person';

/** While a person of support has it, the assistant passes on what is written and says nothing of its own. Pure. */
export function ownerOf({ phase, escalation }: Pick<Session, 'phase' | 'escalation'>): Owner {
  if (phase.name !== 'with-a-person' || !escalation || isDone(escalation.status)) return 'assistant';
  return phase.taken ? 'person' : 'waiting';
}

/** Support takes it for settled. */
export function isDone(status: NonNullable<Session['escalation']>['status']): boolean {
  return status === 'resolved' || status === 'closed';
}

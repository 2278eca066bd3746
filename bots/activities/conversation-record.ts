import type { Reply } from '../../dialogs/turn.ts';

/** What is kept of a conversation, in one piece and in one write. */
export interface ConversationRecord {
  /** As it was stored; `reviveSession` reads it. */
  session?: unknown;
  /** The person, or the group, was greeted. */
  greeted?: boolean;
  /** The ids of the last turns, so that an activity delivered twice runs once. */
  recent: readonly string[];
  /** The last turn's replies, until the next turn: should they not have arrived, they are sent again. */
  last?: {
    readonly turn: string;
    readonly replies: readonly Reply[];
    /** The process that ran it. */
    readonly run: string;
  };
}

/** Channels deliver again within minutes; nobody has this many turns in them. */
const REMEMBERED_TURNS = 50;

export function remembered(recent: readonly string[], turn: string): readonly string[] {
  return [...recent, turn].slice(-REMEMBERED_TURNS);
}

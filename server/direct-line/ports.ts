import type { Activity } from '../../channel/protocol.ts';

/** What Direct Line asks of the bot. */
export interface BotEndpoint {
  /**
   * Runs one turn. Resolves when the turn is complete and its state is durable; rejects when it failed.
   * The same activity id delivered twice runs one turn.
   */
  deliver(activity: Partial<Activity>): Promise<void>;
}

/** What Direct Line gives the bot to answer with. Ids of appended activities are idempotency keys: a second append of one id changes nothing. */
export interface ChannelSink {
  append(conversationId: string, activity: Partial<Activity>): Promise<{ id: string }>;
  update(conversationId: string, activity: Partial<Activity>): Promise<{ id: string }>;
  members(conversationId: string): Promise<{ id: string; name?: string }[]>;
}

/** How a turn ended. A failed turn is over, but the same activity delivered again runs once more. */
export type TurnOutcome = 'done' | 'failed';

/** At least one activity fits, however long it is. */
export interface PageBounds {
  readonly activities: number;
  readonly bytes: number;
}

/** The activities of each conversation, in order, durable. A watermark is the number of activities that went before. */
export interface ConversationLog {
  /** Changes nothing when the conversation is there already. */
  create(conversationId: string, userId: string): Promise<void>;
  /** Who opened it; undefined when there is no such conversation. */
  owner(conversationId: string): Promise<string | undefined>;
  /**
   * Appends unless an entry with the same key is there already; answers the watermark after it.
   * The key is the activity's id unless another is given (a changed activity is a new entry under its old id).
   */
  append(conversationId: string, activity: Partial<Activity> & { id: string }, key?: string): Promise<{ watermark: number; existed: boolean }>;
  /** From a watermark on, no more than a page; the answer's watermark is where the next page begins. Without a page all of it. */
  read(conversationId: string, from: number, page?: PageBounds): Promise<{ activities: Partial<Activity>[]; watermark: number }>;
  /** As it was appended first under this id. */
  find(conversationId: string, activityId: string): Promise<Partial<Activity> | undefined>;
  /** Bytes that are kept of the conversation. */
  size(conversationId: string): Promise<number>;
  /** The turn of this activity is over: it and all before it in this conversation is on the disk when this resolves. */
  settle(conversationId: string, activityId: string, outcome: TurnOutcome): Promise<void>;
  /** How the turn of this activity ended; undefined while it did not. */
  outcome(conversationId: string, activityId: string): Promise<TurnOutcome | undefined>;
  /** Forgets the conversation; a missing one is no error. */
  erase(conversationId: string): Promise<void>;
  /** Activities of the user whose turn never ended, in order: the process was killed in the middle of it. */
  unsettled(conversationId: string): Promise<Partial<Activity>[]>;
}

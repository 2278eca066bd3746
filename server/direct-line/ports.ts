import type { Activity } from 'botbuilder';

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

/** The activities of each conversation, in order, durable. A watermark is the number of activities that went before. */
export interface ConversationLog {
  create(conversationId: string, userId: string): Promise<void>;
  /** Who opened it; undefined when there is no such conversation. */
  owner(conversationId: string): Promise<string | undefined>;
  /** Appends unless an activity with the same id is there already; answers the watermark after it. */
  append(conversationId: string, activity: Partial<Activity> & { id: string }): Promise<{ watermark: number; existed: boolean }>;
  read(conversationId: string, from: number): Promise<{ activities: Partial<Activity>[]; watermark: number }>;
}

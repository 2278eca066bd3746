import type { Middleware, TurnContext } from 'botbuilder';
import { TurnQueue } from './turn-queue.ts';

/** What a conversation is known by: channels may use the same id. A group chat and a channel's thread are one conversation each. */
export function conversationKey({ activity }: TurnContext): string {
  return `${activity.channelId}/${activity.conversation.id}`;
}

/**
 * One turn at a time in each conversation. Bot Framework's state is written by whoever comes last, so two turns
 * at once would lose one. A turn must not wait for another turn of its own conversation.
 */
export class Turns implements Middleware {
  readonly #queue = new TurnQueue();

  onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    return this.#queue.run(conversationKey(context), next);
  }

  /** Does it while no turn of the conversation runs. */
  between<T>(key: string, work: () => Promise<T>): Promise<T> {
    return this.#queue.run(key, work);
  }

  /** Resolves when no turn is under way. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }
}

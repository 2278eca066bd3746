import { TurnContext, type Activity } from 'botbuilder';
import type { SupportAdapter } from '../connecting/adapter.ts';
import type { BotLog } from '../connecting/bot-log.ts';
import { deliveryFailure } from '../connecting/delivery-error.ts';
import type { Assistant } from './assistant.ts';

export interface LateReplies {
  /** Sends what a turn still owes, as messages, with pauses that grow. The channel has its answer and will not ask again. */
  send(activity: unknown): void;
  /** Gives up what is still waiting. */
  stop(): void;
}

export interface LateRepliesParts {
  readonly adapter: SupportAdapter;
  readonly assistant: Assistant;
  readonly log: BotLog;
  /** Milliseconds before each try. */
  readonly pauses?: readonly number[];
}

const PAUSES = [2_000, 4_000, 8_000, 16_000, 32_000, 64_000];

export function createLateReplies({ adapter, assistant, log, pauses = PAUSES }: LateRepliesParts): LateReplies {
  const waiting = new Set<NodeJS.Timeout>();
  let stopped = false;

  function later(activity: Partial<Activity>, attempt: number, least: number): void {
    const pause = pauses[attempt];
    if (stopped || pause === undefined) {
      log.error({ activityId: activity.id, attempts: attempt }, 'late replies were given up');
      return;
    }
    const timer = setTimeout(() => {
      waiting.delete(timer);
      void attemptAt(activity, attempt);
    }, Math.max(pause, least));
    waiting.add(timer);
  }

  async function attemptAt(activity: Partial<Activity>, attempt: number): Promise<void> {
    const turn = activity.id ?? '';
    try {
      let failure: unknown;
      await adapter.continueAs(`late/${turn}`, TurnContext.getConversationReference(activity), async (context) => {
        await assistant.again(context, turn, activity.type === 'invoke').catch((error: unknown) => {
          failure = error;
        });
      });
      if (failure !== undefined) throw failure;
      log.info({ activityId: turn }, 'late replies have arrived');
    } catch (error) {
      const { final, reason, retryAfterMs = 0 } = deliveryFailure(error);
      log.warn({ activityId: turn, reason: final ?? reason }, 'late replies could not be delivered');
      if (final === undefined) later(activity, attempt + 1, retryAfterMs);
    }
  }

  return {
    send(activity) {
      later(activity as Partial<Activity>, 0, 0);
    },
    stop() {
      stopped = true;
      for (const timer of waiting) clearTimeout(timer);
      waiting.clear();
    },
  };
}

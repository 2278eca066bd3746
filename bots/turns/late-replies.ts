import type { SupportAdapter } from '../connecting/adapter.ts';
import type { BotLog } from '../connecting/bot-log.ts';
import { deliveryFailure } from '../connecting/delivery-error.ts';
import { caseKey, type PlacedActivity } from '../activities/place.ts';
import type { Assistant } from './assistant.ts';
import type { OwedReplies } from './owed-replies.ts';

export interface LateReplies {
  /** Sends what the conversation is owed, as messages, with pauses that grow: its channel may not ask again. */
  send(activity: unknown, retryAfterMs?: number): void;
  /** Sends what an earlier process owed. */
  resume(): void;
  /** Sends nothing more; what is owed stays owed. */
  stop(): void;
}

export interface LateRepliesParts {
  readonly adapter: SupportAdapter;
  readonly assistant: Assistant;
  readonly owed: OwedReplies;
  readonly log: BotLog;
  readonly now: () => number;
  /** Milliseconds before each try; the last one before each after it. */
  readonly pauses?: readonly number[];
}

const PAUSES = [2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 300_000];
/** After that an answer would be to something that nobody remembers. */
const LIFETIME_MS = 24 * 60 * 60_000;

export function createLateReplies({ adapter, assistant, owed, log, now, pauses = PAUSES }: LateRepliesParts): LateReplies {
  const waiting = new Map<string, NodeJS.Timeout>();
  let stopped = false;

  function later(conversation: string, attempt: number, least = 0): void {
    if (stopped || waiting.has(conversation)) return;
    const pause = pauses[Math.min(attempt, pauses.length) - 1] ?? 0;
    waiting.set(conversation, setTimeout(() => {
      waiting.delete(conversation);
      void attemptAt(conversation, attempt);
    }, Math.max(pause, least)));
  }

  async function attemptAt(conversation: string, attempt: number): Promise<void> {
    for (const turn of owed.turnsOf(conversation)) {
      if (now() - turn.since <= LIFETIME_MS) continue;
      owed.drop(turn);
      log.error({ activityId: turn.turn }, 'late replies were given up');
    }
    const [oldest] = owed.turnsOf(conversation);
    if (!oldest) return;
    try {
      let failure: unknown;
      await adapter.continueAs(`late/${oldest.turn}`, oldest.reference, async (context) => {
        await assistant.sendOwed(context).catch((error: unknown) => {
          failure = error;
        });
      });
      if (failure !== undefined) throw failure;
      log.info({ activityId: oldest.turn }, 'late replies have arrived');
    } catch (error) {
      const { final, reason, retryAfterMs } = deliveryFailure(error);
      log.warn({ activityId: oldest.turn, reason: final ?? reason }, 'late replies could not be delivered');
      later(conversation, attempt + 1, retryAfterMs);
    }
  }

  return {
    send(activity, retryAfterMs) {
      // Of an activity that has run a turn.
      later(caseKey(activity as PlacedActivity), 1, retryAfterMs);
    },
    resume() {
      for (const conversation of owed.conversations()) later(conversation, 0);
    },
    stop() {
      stopped = true;
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}

import { ActivityTypes, MessageFactory, type TurnContext } from 'botbuilder';
import type { BotLog } from '../connecting/bot-log.ts';
import { DeliveryError } from '../connecting/delivery-error.ts';
import { invokeMessage, invokeResponse } from '../activities/invoke-response.ts';

export interface TurnErrorParts {
  readonly log: BotLog;
  /** Gives the reference that the person is told and the log has. */
  readonly newReference: () => string;
}

/**
 * A turn failed: nothing of it was kept, the conversation stands where it was. The person is told so, with a
 * reference. Rethrows where the channel can do better itself: when it will deliver the activity again, and
 * for channels inside this process, which keep what was said until a turn succeeds.
 */
export function createTurnErrorHandler({ log, newReference }: TurnErrorParts) {
  return async (context: TurnContext, error: Error): Promise<void> => {
    const reference = newReference();
    const { channelId, type, id } = context.activity;
    log.error({ reference, channelId, activityType: type, activityId: id, ...withoutText(error) }, 'a turn failed');
    if (error instanceof DeliveryError || !context.activity.serviceUrl.startsWith('http')) throw error;
    const apology = apologyFor(reference);
    const answer = type === ActivityTypes.Invoke ? invokeResponse(invokeMessage(apology)) : MessageFactory.text(apology, apology);
    await context.sendActivity(answer);
  };
}

function apologyFor(reference: string): string {
  return `Something went wrong on my side, and I could not work on that. Nothing that you told me before is lost: please send it again. If it happens again, mention the reference ${reference}.`;
}

/** An error's message may quote what somebody wrote; those with a code (ours, the file system's) do not. */
export function withoutText(error: Error): object {
  const code = (error as { code?: unknown }).code;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
  return {
    error: error.name,
    ...(typeof code === 'string' && { code, message: error.message }),
    ...(error.cause instanceof Error && { cause: withoutText(error.cause) }),
    frames,
  };
}

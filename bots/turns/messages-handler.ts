import type { Logic, SupportAdapter } from '../connecting/adapter.ts';
import type { BotLog } from '../connecting/bot-log.ts';
import { DeliveryError } from '../connecting/delivery-error.ts';
import { RefusedRequest } from '../connecting/refused-request.ts';
import { invokeMessage } from '../activities/invoke-response.ts';
import { withoutText } from './turn-error.ts';

/** What of restify's request and response is used. */
export interface MessagesRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body?: unknown;
}
export interface MessagesResponse {
  send(status: number, body?: unknown): unknown;
}

/** Teams waits for fifteen seconds and delivers again then. */
const ANSWER_WITHIN_MS = 8_000;

export interface MessagesOptions {
  readonly answerWithin?: number;
  /** Something that the activity's turn said did not arrive. `retryAfterMs`: the channel asks to wait so long. */
  readonly onOwed?: (activity: unknown, retryAfterMs?: number) => void;
}

/**
 * `POST /api/messages`, the body already parsed as JSON. Always answers, and in time: a turn that takes longer goes on, and
 * its replies reach the channel by themselves.
 */
export function createMessagesHandler(adapter: SupportAdapter, logic: Logic, log: BotLog, options: MessagesOptions = {}) {
  const refusals = createRefusalLog(log);
  const { answerWithin = ANSWER_WITHIN_MS, onOwed } = options;
  return async (request: MessagesRequest, response: MessagesResponse): Promise<void> => {
    try {
      const { body } = request;
      const turn = adapter.receive(String(request.headers['authorization'] ?? ''), body, logic);
      const answer = await soon(turn, answerWithin);
      if (answer) {
        response.send(answer.status, answer.body);
        return;
      }
      const late = lateAnswer(body);
      response.send(late.status, late.body);
      await turn.catch((error: unknown) => {
        if (error instanceof DeliveryError && error.final === undefined) onOwed?.(body, error.retryAfterMs);
        else log.error(error instanceof Error ? withoutText(error) : {}, 'a turn failed after its channel was answered');
      });
    } catch (error) {
      if (error instanceof RefusedRequest) {
        const { status, code, message } = error;
        refusals.note({ status, code, ...(error.cause instanceof Error && { cause: error.cause.message.slice(0, 200) }) });
        response.send(status, { error: { code, message } });
      } else {
        if (error instanceof DeliveryError && error.final !== undefined) {
          // Delivered again it would end the same way.
          response.send(200);
          return;
        }
        // Some channels deliver again and some do not.
        if (error instanceof DeliveryError) onOwed?.(request.body, error.retryAfterMs);
        if (error instanceof DeliveryError && isPress(request.body)) {
          // Nobody delivers a press again, and the turn is kept.
          const late = lateAnswer(request.body);
          response.send(late.status, late.body);
          return;
        }
        const status = error instanceof DeliveryError ? 502 : 500;
        if (status === 500 && error instanceof Error) log.error(withoutText(error), 'a turn could not be answered');
        response.send(status, { error: { code: 'TurnFailed', message: 'The turn could not be finished. The same activity may be sent again.' } });
      }
    }
  };
}

/** So often, whoever knocks: the first of a second with its reason, and how many there were before it. */
const REFUSAL_LINE_MS = 1_000;

function createRefusalLog(log: BotLog): { note(fields: object): void } {
  let lastLine = -REFUSAL_LINE_MS;
  let untold = 0;
  return {
    note(fields) {
      const now = performance.now();
      if (now - lastLine < REFUSAL_LINE_MS) {
        untold += 1;
        return;
      }
      log.warn({ ...fields, ...(untold > 0 && { untold }) }, 'a request was refused');
      lastLine = now;
      untold = 0;
    },
  };
}

/** What the turn answers; undefined when it does not within so many milliseconds. */
async function soon<T>(turn: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([turn, late]);
  } finally {
    clearTimeout(timer);
  }
}

function isPress(body: unknown): boolean {
  return typeof body === 'object' && body !== null && (body as { type?: unknown }).type === 'invoke';
}

/** A press is answered with words; a message only with a status. */
function lateAnswer(body: unknown): { status: number; body?: unknown } {
  return { status: 200, ...(isPress(body) && { body: invokeMessage('This takes a moment. What comes of it follows as a message.') }) };
}

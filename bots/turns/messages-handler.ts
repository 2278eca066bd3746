import type { Logic, SupportAdapter } from '../connecting/adapter.ts';
import type { BotLog } from '../connecting/bot-log.ts';
import { DeliveryError } from '../connecting/delivery-error.ts';
import { RefusedRequest } from '../connecting/refused-request.ts';
import { withoutText } from './turn-error.ts';

/** What of restify's request and response is used. */
export interface MessagesRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body?: unknown;
}
export interface MessagesResponse {
  send(status: number, body?: unknown): unknown;
}

/** `POST /api/messages`, the body already parsed as JSON. Always answers. */
export function createMessagesHandler(adapter: SupportAdapter, logic: Logic, log: BotLog) {
  return async (request: MessagesRequest, response: MessagesResponse): Promise<void> => {
    try {
      const answer = await adapter.receive(String(request.headers['authorization'] ?? ''), request.body, logic);
      response.send(answer.status, answer.body);
    } catch (error) {
      if (error instanceof RefusedRequest) {
        const { status, code, message } = error;
        log.warn({ status, code, ...(error.cause instanceof Error && { cause: error.cause.message }) }, 'a request was refused');
        response.send(status, { error: { code, message } });
      } else {
        const status = error instanceof DeliveryError ? 502 : 500;
        if (status === 500 && error instanceof Error) log.error(withoutText(error), 'a turn could not be answered');
        response.send(status, { error: { code: 'TurnFailed', message: 'The turn could not be finished. The same activity may be sent again.' } });
      }
    }
  };
}

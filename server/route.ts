import type { Request, Response } from 'restify';
import { ApiError } from './api-error.ts';
import type { ServerLog } from './log.ts';
import { storageTrouble } from './storage-trouble.ts';

export type Handle = (request: Request, response: Response) => Promise<void>;

/** A handler whose errors become answers: an ApiError as it says, everything else 500 with no more than a reference. */
export function route(log: ServerLog, handle: Handle): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    try {
      await handle(request, response);
    } catch (error) {
      if (response.headersSent) {
        log.error({ err: error, requestId: request.getId() }, 'a request failed after its answer had begun');
        response.end();
        return;
      }
      if (error instanceof ApiError) {
        sendError(response, error);
        return;
      }
      log.error({ err: error, requestId: request.getId() }, 'a request failed');
      sendError(response, storageTrouble(error) ?? new ApiError(500, 'InternalError', `Something failed here. Reference: ${request.getId()}.`));
    }
  };
}

export function sendError(response: Response, error: ApiError): void {
  for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
  response.send(error.status, { error: { code: error.code, message: error.message } });
}

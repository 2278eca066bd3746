/** A request that does not reach the bot, with the status that says why. The message may be shown to the caller. */
export class RefusedRequest extends Error {
  readonly status: 400 | 401 | 403 | 503;
  readonly code: string;

  constructor(status: 400 | 401 | 403 | 503, code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'RefusedRequest';
    this.status = status;
    this.code = code;
  }
}

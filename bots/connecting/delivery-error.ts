import { RefusedRequest } from './refused-request.ts';

/** The turn is done and kept, but its replies did not reach the channel. When the channel delivers the activity again, they are sent again. */
export class DeliveryError extends Error {
  readonly code = 'DELIVERY';
  /** Why it will never be otherwise, as a sentence; undefined when another try may help. */
  readonly final: string | undefined;
  /** Milliseconds that the channel asks to wait. */
  readonly retryAfterMs: number | undefined;

  /** It was given to the channel, and nothing was heard of it. */
  readonly mayHaveArrived: boolean;

  constructor(cause: unknown) {
    super('The replies of a turn could not be delivered.', { cause });
    this.name = 'DeliveryError';
    this.final = finality(cause);
    this.retryAfterMs = retryAfter(cause);
    this.mayHaveArrived = !wasRefused(cause);
  }
}

/** What a failure to reach a person means: for the helpdesk's page and for the next try. */
export function deliveryFailure(error: unknown): { readonly final?: string; readonly retryAfterMs?: number; readonly reason?: string } {
  const known = error instanceof DeliveryError ? error : new DeliveryError(error);
  const { cause } = known;
  const reason = statusOf(cause) !== undefined ? `the channel answered ${statusOf(cause)}` : cause instanceof Error && cause.name === 'DeadlineError' ? 'the channel did not answer in time' : 'the channel could not be reached';
  return { reason, ...(known.final !== undefined && { final: known.final }), ...(known.retryAfterMs !== undefined && { retryAfterMs: known.retryAfterMs }) };
}

/** Bot Connector, "Error handling": 403 when the bot was blocked or removed, 404 when the conversation is gone; 412, 429, 502 and 504 pass. */
function finality(cause: unknown): string | undefined {
  const status = statusOf(cause);
  if (status === 403) return 'the person removed or blocked the assistant (403)';
  if (status === 404) return 'the conversation is not there any more (404)';
  return undefined;
}

/** Errors of a connection that was never made. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** The channel answered with an error, or was never reached. */
function wasRefused(cause: unknown): boolean {
  const { code, cause: inner } = (cause ?? {}) as { code?: unknown; cause?: unknown };
  if (statusOf(cause) !== undefined || cause instanceof RefusedRequest) return true;
  return NEVER_CONNECTED.has(String(code)) || NEVER_CONNECTED.has(String((inner as { code?: unknown } | undefined)?.code));
}

function statusOf(cause: unknown): number | undefined {
  const { statusCode } = (cause ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

const LONGEST_WAIT_S = 600;

function retryAfter(cause: unknown): number | undefined {
  const { response } = (cause ?? {}) as { response?: { headers?: { get?(name: string): string | null | undefined } } };
  const seconds = Number(response?.headers?.get?.('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, LONGEST_WAIT_S) * 1000 : undefined;
}

import { bulkhead, circuitBreaker, ConsecutiveBreaker, handleWhen, isBrokenCircuitError, isTaskCancelledError, timeout, TimeoutStrategy, wrap } from 'cockatiel';
import { HelpdeskError, NOT_NOW, UNKNOWN, type Helpdesk } from './port.ts';

export interface Guard {
  /** That one call may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** Calls that run at once; more wait. */
const AT_ONCE = 4;
/** Failures in a row after which the product is left alone for a while. */
const FAILURES = 5;
const PAUSE_MS = 10_000;
/** For a call that listens to its signal to say itself what happened. */
const GRACE_MS = 250;

/**
 * A bound on calls at once. Whoever waits for a slot has begun nothing: neither its deadline runs, nor is it claimed, so that a
 * process that is killed meanwhile holds up only what was really under way.
 */
export function callSlots(): <T>(work: () => Promise<T>) => Promise<T> {
  const slots = bulkhead(AT_ONCE, Infinity);
  return (work) => slots.execute(work);
}

/**
 * The helpdesk with a deadline for each call and a circuit breaker: one that is down costs nobody a deadline each time. Every
 * failure is a HelpdeskError.
 */
export function guarded(helpdesk: Helpdesk, { timeoutMs }: Guard): Helpdesk {
  const breaker = circuitBreaker(handleWhen(isOutage), { halfOpenAfter: PAUSE_MS, breaker: new ConsecutiveBreaker(FAILURES) });
  const policy = wrap(breaker, timeout(timeoutMs + GRACE_MS, TimeoutStrategy.Aggressive));
  const call = async <T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    try {
      return await policy.execute(() => work(AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])));
    } catch (error) {
      throw asHelpdeskError(error, helpdesk.name, timeoutMs);
    }
  };
  return {
    ...helpdesk,
    open: (ticket, signal) => call(signal, (inner) => helpdesk.open(ticket, inner)),
    append: (ticket, note, signal) => call(signal, (inner) => helpdesk.append(ticket, note, inner)),
    status: (ticket, signal) => call(signal, (inner) => helpdesk.status(ticket, inner)),
    since: (cursor, signal) => call(signal, (inner) => helpdesk.since(cursor, inner)),
  };
}

/** What tells about the product rather than about one call. */
function isOutage(error: unknown): boolean {
  return !(error instanceof HelpdeskError) || error.retriable;
}

function asHelpdeskError(error: unknown, name: string, timeoutMs: number): HelpdeskError {
  if (error instanceof HelpdeskError) return error;
  if (isTaskCancelledError(error)) return new HelpdeskError(`${name} gave no answer within ${timeoutMs} ms.`, UNKNOWN);
  if (isBrokenCircuitError(error)) return new HelpdeskError(`${name} failed ${FAILURES} times in a row and is left alone for ${PAUSE_MS / 1000} s.`, { ...NOT_NOW, retryAfterMs: PAUSE_MS, tried: false });
  return new HelpdeskError(`${name}: ${error instanceof Error ? error.message : String(error)}`, UNKNOWN, { cause: error });
}

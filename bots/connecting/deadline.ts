import type { ConnectorClient } from 'botframework-connector';

/** A call that took too long; it may still have arrived. */
export class DeadlineError extends Error {
  readonly code = 'DEADLINE';
  constructor(milliseconds: number) {
    super(`There was no answer within ${milliseconds} ms.`);
    this.name = 'DeadlineError';
  }
}

/** What the call answers, or a `DeadlineError` after so many milliseconds, whether the call listens to its signal or not. */
export async function within<T>(milliseconds: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new DeadlineError(milliseconds));
      abort.abort();
    }, milliseconds);
  });
  try {
    const call_ = call(abort.signal);
    // One that fails after its time is nobody's any more.
    call_.catch(() => undefined);
    return await Promise.race([call_, late]);
  } finally {
    clearTimeout(timer);
  }
}

type Call = (...args: unknown[]) => Promise<unknown>;

/** Calls of the SDK end with options and a callback. */
const OPTIONAL = 2;

/**
 * The client with a deadline on every call, and without the SDK's own retries: they sleep inside a turn for as long as a
 * server says, and Teams asks again meanwhile.
 */
export function withDeadlines(client: ConnectorClient, milliseconds: number): ConnectorClient {
  // Not in its types: the client of the Azure SDK that the connector is built on.
  const { client: inner } = client as unknown as { client?: { pipeline?: { removePolicy?(options: { phase: 'Retry' }): unknown } } };
  inner?.pipeline?.removePolicy?.({ phase: 'Retry' });
  client.conversations = new Proxy(client.conversations, {
    get(conversations, name) {
      const member: unknown = Reflect.get(conversations, name);
      if (typeof member !== 'function') return member;
      const call = member as Call;
      return (...args: unknown[]) =>
        within(milliseconds, (signal) => call.apply(conversations, args.length === call.length - OPTIONAL ? [...args, { abortSignal: signal }] : args));
    },
  });
  return client;
}

import { HelpdeskError, type EventPage, type Helpdesk, type HelpdeskEvent, type TicketHandle } from './port.ts';

export interface FallbackParts {
  readonly first: Helpdesk;
  /** Takes new tickets while the first has been out of reach for long. */
  readonly second: Helpdesk;
  /** How long that is, in milliseconds. */
  readonly patienceMs: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly onChange?: (isDown: boolean) => void;
}

/** How far both were read. */
interface Cursors {
  readonly first?: string;
  readonly second?: string;
}

/**
 * Two helpdesks as one: new tickets go to the first, and to the second while no call to the first has succeeded for long; a
 * ticket stays where it was opened. Being asked what is new, every few seconds, is what shows that the first is back.
 */
export function withFallback({ first, second, patienceMs, now, onChange }: FallbackParts): Helpdesk {
  let failingSince: number | undefined;
  let wasDown = false;

  /** A refusal that another try would not change is an answer: the product is there. */
  async function watched<T>(work: Promise<T>): Promise<T> {
    try {
      const result = await work;
      failingSince = undefined;
      return result;
    } catch (error) {
      if (error instanceof HelpdeskError && !error.retriable) failingSince = undefined;
      else failingSince ??= now();
      throw error;
    } finally {
      const isDown = failingSince !== undefined && now() - failingSince >= patienceMs;
      if (isDown !== wasDown) onChange?.(isDown);
      wasDown = isDown;
    }
  }

  const isSecond = ({ ref }: TicketHandle): boolean => ref?.system === second.name;

  return {
    ...first,
    can: {
      nativeIdempotency: first.can.nativeIdempotency && second.can.nativeIdempotency,
      immediateLookup: first.can.immediateLookup && second.can.immediateLookup,
      publicReplies: first.can.publicReplies && second.can.publicReplies,
      webhook: first.can.webhook,
      attachments: Math.min(first.can.attachments, second.can.attachments),
      showsDelivery: first.can.showsDelivery && second.can.showsDelivery,
      settleMs: Math.max(first.can.settleMs, second.can.settleMs),
    },
    open: (ticket, signal) => (wasDown ? second.open(ticket, signal) : watched(first.open(ticket, signal))),
    append: (handle, note, signal) => (isSecond(handle) ? second.append(handle, note, signal) : watched(first.append(handle, note, signal))),
    status: (handle, signal) => (isSecond(handle) ? second.status(handle, signal) : watched(first.status(handle, signal))),
    async since(cursor, signal): Promise<EventPage> {
      const from = parsedCursors(cursor);
      const pages = await Promise.allSettled([watched(first.since(from.first, signal)), second.since(from.second, signal)]);
      const [one, other] = pages.map((each) => (each.status === 'fulfilled' ? each.value : undefined));
      const failed = pages.find((each) => each.status === 'rejected');
      if (!one && !other) throw failed?.reason;
      const events: HelpdeskEvent[] = [...(one?.events ?? []), ...(other?.events ?? [])];
      const at: Cursors = { ...from, ...(one && { first: one.cursor }), ...(other && { second: other.cursor }) };
      return { events, cursor: `${MARK}${JSON.stringify(at)}`, more: one?.more === true || other?.more === true };
    },
  };
}

const MARK = 'both:';

/** One from before there was a second is the first's. */
function parsedCursors(cursor: string | undefined): Cursors {
  if (cursor === undefined) return {};
  return cursor.startsWith(MARK) ? (JSON.parse(cursor.slice(MARK.length)) as Cursors) : { first: cursor };
}

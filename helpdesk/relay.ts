import type { UserEvent } from '../dialogs/turn.ts';
import { HelpdeskError, type Helpdesk, type HelpdeskEvent } from './port.ts';
import type { ConversationAddress, Outbox, OutboxEntry, Owed, TicketVerdict } from './outbox.ts';

export interface RelayParts {
  readonly helpdesk: Helpdesk;
  readonly outbox: Outbox;
  /** Runs a turn with the event in the conversation at the address; rejects when it could not be reached. */
  readonly notify: (address: ConversationAddress, event: UserEvent) => Promise<void>;
  /** Learns how a ticket ended. May be told again. */
  readonly judge: (verdict: TicketVerdict) => Promise<void>;
  /** What a failure to reach a person means: why it is for good, or how long to wait at least. */
  readonly failureOf?: (error: unknown) => { readonly final?: string; readonly retryAfterMs?: number; readonly reason?: string };
  readonly now: () => number;
  readonly log: (level: 'info' | 'warn' | 'error', message: string, facts: Readonly<Record<string, unknown>>) => void;
  /** Milliseconds that one call to the helpdesk may take. */
  readonly timeoutMs?: number;
}

export interface Relay {
  /** Reads what the helpdesk's people did and carries out everything that is due. Resolves when nothing is under way; a call meanwhile looks again. */
  run(): Promise<void>;
}

const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 5 * 60_000;
const CALL_MS = 10_000;
/** For a call that listens to its signal to say so itself. */
const GRACE_MS = 250;

/** Conversations that are served side by side: one that hangs holds up itself. */
const MOST_LANES = 16;

/**
 * Carries effects to the helpdesk and its answers back. Everything is retried until it is done or parked; nothing is done
 * twice, since every call carries its key. Entries of one lane go strictly in order: an append waits for its open.
 */
export function createRelay(parts: RelayParts): Relay {
  const lanes = new Map<string, Promise<void>>();
  let looking: Promise<void> | undefined;
  let again = false;
  let more = false;

  async function look(): Promise<void> {
    do {
      again = false;
      await pull(parts);
      await startLanes();
    } while (again);
  }

  async function startLanes(): Promise<void> {
    const waiting = dueLanes(await parts.outbox.pending(), parts.now());
    more = false;
    for (const lane of waiting) {
      if (lanes.has(lane)) continue;
      more = lanes.size >= MOST_LANES;
      if (more) return;
      lanes.set(lane, serve(parts, lane).finally(() => {
        lanes.delete(lane);
        if (more) void relay.run().catch(() => undefined);
      }));
    }
  }

  const relay: Relay = {
    async run() {
      again = true;
      looking ??= look().finally(() => {
        looking = undefined;
      });
      await looking;
      while (lanes.size > 0) await Promise.all(lanes.values());
    },
  };
  return relay;
}

/** Lanes whose first entry may be carried out now. */
function dueLanes(entries: readonly OutboxEntry[], now: number): Set<string> {
  const heads = new Map<string, OutboxEntry>();
  for (const entry of entries) {
    const lane = laneOf(entry.owed);
    if (!isGivenUp(entry) && !heads.has(lane)) heads.set(lane, entry);
  }
  return new Set([...heads].flatMap(([lane, { parked, dueAt }]) => (parked === undefined && dueAt <= now ? [lane] : [])));
}

/** Does what is due in the lane until nothing is, or something fails. */
async function serve(parts: RelayParts, lane: string): Promise<void> {
  for (;;) {
    const entry = (await parts.outbox.pending()).find((each) => laneOf(each.owed) === lane && !isGivenUp(each));
    if (!entry || entry.parked !== undefined || entry.dueAt > parts.now()) return;
    if (!(await carryOut(parts, entry))) return;
  }
}

/** Nobody can be told it any more; what comes after may still be. */
function isGivenUp({ parked, owed }: OutboxEntry): boolean {
  return parked !== undefined && owed.kind === 'notify';
}

async function carryOut(parts: RelayParts, entry: OutboxEntry): Promise<boolean> {
  try {
    await parts.outbox.done(entry.id, await inTime(parts, perform(parts, entry.owed)));
    return true;
  } catch (error) {
    await onFailure(parts, entry, error);
    // What cannot be told does not hold up what comes after it.
    return entry.owed.kind === 'notify' && finality(parts, error) !== undefined;
  }
}

/** Whatever is called listens to a signal or not: the lane goes on. */
async function inTime<T>({ timeoutMs = CALL_MS }: RelayParts, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new HelpdeskError(`There was no answer within ${timeoutMs} ms.`, 'unknown', true)), timeoutMs + GRACE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Does what is owed; answers what is owed because of it. */
async function perform(parts: RelayParts, owed: Owed): Promise<{ id: string; owed: Owed }[]> {
  const signal = AbortSignal.timeout(parts.timeoutMs ?? CALL_MS);
  switch (owed.kind) {
    case 'open': {
      const { ref } = await parts.helpdesk.open(owed.ticket, signal);
      const { escalationId } = owed.ticket;
      const event: UserEvent = { type: 'ticket-opened', escalationId, number: ref.number, ...(ref.url && { url: ref.url }) };
      return [{ id: `opened/${escalationId}`, owed: { kind: 'notify', escalationId, event } }];
    }
    case 'append':
      await parts.helpdesk.append(owed.escalationId, owed, signal);
      return [];
    case 'notify': {
      const address = await parts.outbox.address(owed.escalationId);
      if (!address) throw new HelpdeskError('it is not known any more where the person can be reached', 'refused', false);
      await parts.notify(address, owed.event);
      return [];
    }
    case 'judge':
      await parts.judge(owed);
      return [];
  }
}

async function onFailure(parts: RelayParts, entry: OutboxEntry, error: unknown): Promise<void> {
  const final = finality(parts, error);
  const failure = parts.failureOf?.(error) ?? {};
  const reason = final ?? failure.reason ?? (error instanceof Error ? error.message : String(error));
  parts.log(final !== undefined ? 'error' : 'warn', 'the helpdesk relay could not carry out an entry', { id: entry.id, kind: entry.owed.kind, attempts: entry.attempts + 1, reason, parked: final !== undefined });
  if (final !== undefined) await parts.outbox.park(entry.id, reason);
  else await parts.outbox.postpone(entry.id, parts.now() + settle(parts, error) + Math.max(backoff(entry.attempts), failure.retryAfterMs ?? 0), reason);
  if (entry.owed.kind === 'open' && entry.attempts === 0) {
    const { escalationId } = entry.owed.ticket;
    // Told at once rather than through the queue, which waits behind the failed entry.
    const address = await parts.outbox.address(escalationId);
    if (address) await inTime(parts, parts.notify(address, { type: 'ticket-failed', escalationId, reason })).catch(() => undefined);
  }
}

/** Why no retry can change it; undefined when one may. */
function finality(parts: RelayParts, error: unknown): string | undefined {
  if (error instanceof HelpdeskError) return error.outcome === 'refused' && !error.retriable ? error.message : undefined;
  return parts.failureOf?.(error).final;
}

/** Exponential: 2 s, 4 s, ... up to 5 minutes. */
function backoff(attempts: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempts);
}

/** After an unknown outcome the ticket may still appear; look-ups before that would miss it. */
function settle({ helpdesk }: RelayParts, error: unknown): number {
  return error instanceof HelpdeskError && error.outcome === 'refused' ? 0 : helpdesk.can.settleMs;
}

async function pull(parts: RelayParts): Promise<void> {
  const { helpdesk, outbox, log } = parts;
  try {
    for (;;) {
      const from = await outbox.cursor();
      const page = await inTime(parts, helpdesk.since(from, AbortSignal.timeout(parts.timeoutMs ?? CALL_MS)));
      if (page.cursor !== from) await outbox.advanceCursor(page.cursor, page.events.flatMap(owedFor));
      if (!page.more) return;
    }
  } catch (error) {
    log('warn', 'the helpdesk could not be read', { reason: error instanceof Error ? error.message : String(error) });
  }
}

function owedFor(event: HelpdeskEvent): { id: string; owed: Owed }[] {
  if (event.kind !== 'status') return [newsOf(event)];
  const { eventId, escalationId, status, cause, at } = event;
  const done = status === 'resolved' || status === 'closed';
  return [{ id: `verdict/${eventId}`, owed: { kind: 'judge', escalationId, done, ...(done && cause !== undefined && { cause }), at } }, newsOf(event)];
}

function newsOf(event: HelpdeskEvent): { id: string; owed: Owed } {
  const { escalationId, eventId } = event;
  const told: UserEvent =
    event.kind === 'reply'
      ? { type: 'ticket-replied', escalationId, eventId, author: event.author, text: event.text }
      : { type: 'ticket-changed', escalationId, eventId, status: event.status };
  return { id: `event/${eventId}`, owed: { kind: 'notify', escalationId, event: told } };
}

/** Each escalation has one; its verdicts have another, since they need not wait for a channel that is down. */
function laneOf(owed: Owed): string {
  if (owed.kind === 'open') return owed.ticket.escalationId;
  return owed.kind === 'judge' ? `verdict/${owed.escalationId}` : owed.escalationId;
}

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
  readonly now: () => number;
  readonly log: (level: 'info' | 'warn' | 'error', message: string, facts: Readonly<Record<string, unknown>>) => void;
  /** Milliseconds that one call to the helpdesk may take. */
  readonly timeoutMs?: number;
}

export interface Relay {
  /** Carries out everything that is due and reads what the helpdesk's people did. One run at a time; a call during a run makes one more follow. */
  run(): Promise<void>;
}

const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 5 * 60_000;

/** Carries effects to the helpdesk and its answers back. Everything is retried until it is done or parked; nothing is done twice, since every call carries its key. */
export function createRelay(parts: RelayParts): Relay {
  let running: Promise<void> | undefined;
  let again = false;

  async function loop(): Promise<void> {
    do {
      again = false;
      await pull(parts);
      await drain(parts);
    } while (again);
  }

  return {
    run() {
      if (running) {
        again = true;
        return running;
      }
      running = loop().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

/** Entries of one lane go strictly in order: an append waits for its open. */
async function drain(parts: RelayParts): Promise<void> {
  const waiting = new Set<string>();
  for (const entry of await parts.outbox.pending()) {
    const lane = laneOf(entry.owed);
    if (waiting.has(lane)) continue;
    if (entry.parked !== undefined || entry.dueAt > parts.now() || !(await carryOut(parts, entry))) waiting.add(lane);
  }
}

async function carryOut(parts: RelayParts, entry: OutboxEntry): Promise<boolean> {
  try {
    await parts.outbox.done(entry.id, await perform(parts, entry.owed));
    return true;
  } catch (error) {
    await onFailure(parts, entry, error);
    return false;
  }
}

/** Does what is owed; answers what is owed because of it. */
async function perform(parts: RelayParts, owed: Owed): Promise<{ id: string; owed: Owed }[]> {
  const signal = AbortSignal.timeout(parts.timeoutMs ?? 10_000);
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
      if (address) await parts.notify(address, owed.event);
      return [];
    }
    case 'judge':
      await parts.judge(owed);
      return [];
  }
}

async function onFailure(parts: RelayParts, entry: OutboxEntry, error: unknown): Promise<void> {
  const final = error instanceof HelpdeskError && error.outcome === 'refused' && !error.retriable;
  const reason = error instanceof Error ? error.message : String(error);
  parts.log(final ? 'error' : 'warn', 'the helpdesk relay could not carry out an entry', { id: entry.id, kind: entry.owed.kind, attempts: entry.attempts + 1, reason, parked: final });
  if (final) await parts.outbox.park(entry.id, reason);
  else await parts.outbox.postpone(entry.id, parts.now() + settle(parts, error) + backoff(entry.attempts));
  if (entry.owed.kind === 'open' && entry.attempts === 0) {
    const { escalationId } = entry.owed.ticket;
    // Told at once rather than through the queue, which waits behind the failed entry.
    const address = await parts.outbox.address(escalationId);
    if (address) await parts.notify(address, { type: 'ticket-failed', escalationId, reason }).catch(() => undefined);
  }
}

/** Exponential: 2 s, 4 s, ... up to 5 minutes. */
function backoff(attempts: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempts);
}

/** After an unknown outcome the ticket may still appear; look-ups before that would miss it. */
function settle({ helpdesk }: RelayParts, error: unknown): number {
  return error instanceof HelpdeskError && error.outcome === 'refused' ? 0 : helpdesk.can.settleMs;
}

async function pull({ helpdesk, outbox, log }: RelayParts): Promise<void> {
  try {
    for (;;) {
      const from = await outbox.cursor();
      const page = await helpdesk.since(from, AbortSignal.timeout(10_000));
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

import type { UserEvent } from '../dialogs/turn.ts';
import { callsHelpdesk } from './lanes.ts';
import type { Addition, ConversationAddress, Outbox, OutboxEntry, TicketVerdict } from './outbox.ts';
import { FOR_GOOD, HelpdeskError, UNKNOWN, type Helpdesk } from './port.ts';

export interface CarryOutParts {
  /** With deadlines: every failure of it is a HelpdeskError. */
  readonly helpdesk: Helpdesk;
  readonly outbox: Outbox;
  /** Runs a turn with the event in the conversation at the address; rejects when it could not be reached. */
  readonly notify: (address: ConversationAddress, event: UserEvent) => Promise<void>;
  /** Learns how a ticket ended. May be told again. */
  readonly judge: (verdict: TicketVerdict) => Promise<void>;
  /** What a failure to reach a person means: why it is for good, or how long to wait at least. */
  readonly failureOf?: (error: unknown) => { readonly final?: string; readonly retryAfterMs?: number; readonly reason?: string };
  readonly now: () => number;
  /** From 0 to 1: what was put off together is not tried again together. */
  readonly random: () => number;
  readonly log: (level: 'info' | 'warn' | 'error', message: string, facts: Readonly<Record<string, unknown>>) => void;
  /** Milliseconds that one call may take. */
  readonly timeoutMs: number;
}

const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;
/** For what a call does beside waiting. */
const MARGIN_MS = 1_000;

/** Does what is owed, once. Answers whether the lane may go on: an entry that is put off holds up what comes after it. */
export async function carryOut(parts: CarryOutParts, entry: OutboxEntry): Promise<boolean> {
  try {
    await claim(parts, entry);
    await parts.outbox.done(entry.id, await perform(parts, entry));
    return true;
  } catch (error) {
    return onFailure(parts, entry, error);
  }
}

/**
 * How long a call that was begun may still take effect: its deadline, and what the product needs until the ticket is found. A
 * process that starts meanwhile leaves the entry alone, or it would look, find nothing, and make a second ticket.
 */
export function leaseMs({ can }: Helpdesk, timeoutMs: number): number {
  return timeoutMs + can.settleMs + MARGIN_MS;
}

async function claim({ helpdesk, outbox, now, timeoutMs }: CarryOutParts, { id, owed }: OutboxEntry): Promise<void> {
  if (helpdesk.can.nativeIdempotency || !callsHelpdesk(owed)) return;
  await outbox.claim(id, now() + leaseMs(helpdesk, timeoutMs));
}

/** Answers what is owed because of it. */
async function perform(parts: CarryOutParts, { owed }: OutboxEntry): Promise<Addition[]> {
  const { helpdesk, outbox, timeoutMs } = parts;
  const signal = AbortSignal.timeout(timeoutMs);
  switch (owed.kind) {
    case 'open': {
      const { ref } = await helpdesk.open(owed.ticket, signal);
      const { escalationId } = owed.ticket;
      await outbox.keepTicket(escalationId, ref);
      return [notice(`opened/${escalationId}`, { type: 'ticket-opened', escalationId, number: ref.number, ...(ref.url && { url: ref.url }) })];
    }
    case 'append': {
      const { escalationId, messageKey, text, internal, status } = owed;
      const ref = await outbox.ticket(escalationId);
      await helpdesk.append({ escalationId, ...(ref && { ref }) }, { messageKey, text, ...(internal && { internal }), ...(status && { status }) }, signal);
      return [];
    }
    case 'notify': {
      const address = await outbox.address(owed.escalationId);
      if (!address) throw new HelpdeskError('it is not known any more where the person can be reached', FOR_GOOD);
      await inTime(parts, parts.notify(address, owed.event));
      return [];
    }
    case 'judge':
      await inTime(parts, parts.judge(owed));
      return [];
  }
}

/** Whatever is called listens to a signal or not: the lane goes on. */
async function inTime<T>({ timeoutMs }: CarryOutParts, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new HelpdeskError(`There was no answer within ${timeoutMs} ms.`, UNKNOWN)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function onFailure(parts: CarryOutParts, entry: OutboxEntry, error: unknown): Promise<boolean> {
  const { outbox, log, now } = parts;
  const final = finality(parts, error);
  const failure = parts.failureOf?.(error) ?? {};
  const reason = final ?? failure.reason ?? (error instanceof Error ? error.message : String(error));
  log(final !== undefined ? 'error' : 'warn', 'the helpdesk relay could not carry out an entry', { id: entry.id, kind: entry.owed.kind, attempts: entry.attempts, reason, parked: final !== undefined });
  if (final !== undefined && isFollowUp(entry)) {
    // Nobody is left to be asked, and nobody has to know.
    await outbox.done(entry.id);
    return true;
  }
  if (final !== undefined) {
    await outbox.park(entry.id, reason, deadLetter(parts.helpdesk, entry, reason));
    return true;
  }
  const tried = !(error instanceof HelpdeskError) || error.tried;
  await outbox.postpone(entry.id, now() + waitFor(parts, entry, error, failure.retryAfterMs ?? 0), reason, tried);
  if (entry.owed.kind === 'open' && entry.reason === undefined) await tellDelay(parts, entry.owed.ticket.escalationId, reason);
  return false;
}

function isFollowUp({ owed }: OutboxEntry): boolean {
  return owed.kind === 'notify' && owed.event.type === 'follow-up-due';
}

/** Told at once rather than through the queue, which waits behind the failed entry. */
async function tellDelay(parts: CarryOutParts, escalationId: string, reason: string): Promise<void> {
  const address = await parts.outbox.address(escalationId);
  if (address) await inTime(parts, parts.notify(address, { type: 'ticket-failed', escalationId, reason })).catch(() => undefined);
}

/** Who has to know that something will never be done by itself: the person, or who wrote to them. */
function deadLetter({ can }: Helpdesk, { owed }: OutboxEntry, reason: string): Addition[] {
  switch (owed.kind) {
    case 'open': {
      const { escalationId } = owed.ticket;
      return [notice(`refused/${escalationId}`, { type: 'ticket-failed', escalationId, reason, forGood: true })];
    }
    case 'append': {
      const { escalationId, messageKey, internal } = owed;
      return internal ? [] : [notice(`refused/${messageKey}`, { type: 'note-refused', escalationId, messageKey })];
    }
    case 'notify': {
      const { escalationId, event } = owed;
      if (can.showsDelivery || event.type !== 'ticket-replied') return [];
      const text = `The answer of ${event.author} did not reach the person: ${reason}. Please reach them another way.`;
      const messageKey = `undelivered/${event.eventId}`;
      return [{ id: `append/${messageKey}`, owed: { kind: 'append', escalationId, messageKey, text, internal: true } }];
    }
    case 'judge':
      return [];
  }
}

function notice(id: string, event: Extract<UserEvent, { escalationId: string }>): Addition {
  return { id, owed: { kind: 'notify', escalationId: event.escalationId, event } };
}

/** Why no retry can change it; undefined when one may. */
function finality(parts: CarryOutParts, error: unknown): string | undefined {
  if (error instanceof HelpdeskError) return error.outcome === 'refused' && !error.retriable ? error.message : undefined;
  return parts.failureOf?.(error).final;
}

/** Milliseconds until the next try: exponential from 2 s to a minute, half of it by chance, and never before the other side said. */
function waitFor({ helpdesk, random }: CarryOutParts, { attempts, owed }: OutboxEntry, error: unknown, atLeast: number): number {
  const backoff = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempts) * (1 + random()) / 2;
  if (!(error instanceof HelpdeskError)) return Math.max(backoff, atLeast);
  // After an unknown outcome the ticket may still appear; a look before that would miss it.
  const unsettled = error.outcome === 'unknown' && callsHelpdesk(owed) ? helpdesk.can.settleMs : 0;
  return unsettled + Math.max(backoff, atLeast, error.retryAfterMs ?? 0);
}

import { join } from 'node:path';
import type { Effect, UserEvent } from '../dialogs/turn.ts';
import type { TicketBoard } from '../helpdesk/board.ts';
import { deliveryIn } from '../helpdesk/delivery.ts';
import { putEffects } from '../helpdesk/effects.ts';
import type { ChosenHelpdesk } from '../helpdesk/adapter.ts';
import type { ConversationAddress, OutboxEntry, TicketVerdict } from '../helpdesk/outbox.ts';
import { createRelay, type Relay, type RelayParts } from '../helpdesk/relay.ts';
import type { HelpdeskWebhook } from '../server/helpdesk/webhook.ts';
import { LIMITS } from '../server/limits.ts';
import type { ServerLog } from '../server/log.ts';
import type { OnSetAside } from '../storage/set-aside.ts';
import { createFileOutbox } from '../storage/outbox.ts';
import { createFileTicketStore } from '../storage/ticket-store.ts';
import { createSteadyClock } from './steady-clock.ts';
import { createTicketRate, type Opener } from './ticket-rate.ts';

/** How the people in their conversations are reached. */
export interface WayBack {
  notify(address: ConversationAddress, event: UserEvent): Promise<void>;
  /** Says a sentence once for its key. */
  say(address: ConversationAddress, key: string, text: string): Promise<void>;
  readonly failureOf?: NonNullable<RelayParts['failureOf']>;
}

/** Everything between a conversation and the helpdesk: tickets, what is owed to them, and the way back. */
export interface Escalations {
  /** Missing where the tickets are read in a helpdesk of its own. */
  readonly board?: TicketBoard;
  /** Erases what is kept here of a ticket, by its number. */
  erase(number: string): Promise<void>;
  /** Missing where the helpdesk does not say by itself that something happened. */
  readonly webhook?: HelpdeskWebhook;
  /** Owes the helpdesk what a turn wants of it; resolves when that is durable. */
  take(effects: readonly Effect[], address: ConversationAddress, opener: Opener): Promise<void>;
  /** Begins to carry things out, and goes on until `stop`. */
  start(wayBack: WayBack): void;
  /** What is owed and was not given up, oldest first. */
  owed(): Promise<readonly OutboxEntry[]>;
  /** All that is owed, also what was given up. */
  entries(): Promise<readonly OutboxEntry[]>;
  /** Owes it no longer; nobody is told. */
  drop(entryId: string): Promise<void>;
  /** When the relay last got round, in milliseconds since the epoch; undefined before the first time. */
  lastRound(): number | undefined;
  /** Waits no longer than some seconds for what is under way. What is owed and could not be done stays owed. */
  stop(): Promise<void>;
}

/** How often the helpdesk's side is looked at when nothing pokes. */
const RELAY_PERIOD_MS = 5_000;
const STOP_WITHIN_MS = 2_000;

export interface EscalationsParts {
  readonly helpdesk: ChosenHelpdesk;
  readonly dataDir: string;
  /** Where the world sees the service; links to tickets begin with it. */
  readonly publicUrl?: string;
  readonly log: ServerLog;
  readonly judge: (verdict: TicketVerdict) => Promise<void>;
  readonly onSetAside: OnSetAside;
}

export async function openEscalations({ helpdesk: chosen, dataDir, publicUrl = '', log, judge, onSetAside }: EscalationsParts): Promise<Escalations> {
  const outbox = createFileOutbox(dataDir, onSetAside);
  const now = createSteadyClock();
  const waitOf = createTicketRate();
  let relay: Relay | undefined;
  let wayBack: WayBack | undefined;
  let lastRound: number | undefined;
  const run = async (): Promise<void> => {
    await relay?.run().catch((error: unknown) => log.error({ error: String(error) }, 'the helpdesk relay failed'));
    lastRound = Date.now();
  };
  const poke = (): void => void setImmediate(() => void run());
  const { helpdesk, board, erase, close } = await chosen.connect({
    now: () => new Date(),
    poke,
    publicUrl,
    tickets: () => createFileTicketStore(join(dataDir, 'tickets'), onSetAside),
    deliveryOf: (eventId, sequence) => deliveryIn(outbox, eventId, sequence),
    log: (level, message, facts) => log[level](facts, message),
  });
  let timer: NodeJS.Timeout | undefined;

  const tell = (address: ConversationAddress, key: string, text: string): void => {
    // After the turn, which holds the conversation's queue.
    setImmediate(() => void wayBack?.say(address, key, text).catch((error: unknown) => log.warn({ error: String(error) }, 'a limit could not be told')));
  };

  return {
    ...(board && { board }),
    erase: async (number) => erase?.(number),
    ...(helpdesk.verifyWebhook && { webhook: { verify: helpdesk.verifyWebhook, poke } }),
    async take(effects, address, opener) {
      const waiting = (await outbox.pending()).filter(({ owed, dueAt }) => owed.kind === 'open' && dueAt > now()).length;
      const dueAt = new Map<string, number>();
      const refused: string[] = [];
      const kept = effects.filter((effect) => {
        if (effect.type !== 'open-ticket') return true;
        const { escalationId } = effect.ticket;
        const wait = waitOf(effect.ticket, opener);
        if (wait === 0) return true;
        if (waiting >= LIMITS.tickets.waiting) {
          refused.push(escalationId);
          return false;
        }
        const at = now() + wait;
        dueAt.set(escalationId, at);
        tell(address, `limit/${escalationId}`, `${LIMITS.tickets.later} ${new Date(at).toISOString().slice(11, 16)} UTC.`);
        return true;
      });
      // The turn said that a ticket is being opened: that it is not has to be heard, and kept in mind, as surely.
      for (const escalationId of refused) {
        const event = { type: 'ticket-failed', escalationId, reason: LIMITS.tickets.refused, forGood: true } as const;
        await outbox.put([{ id: `refused/${escalationId}`, owed: { kind: 'notify', escalationId, event } }], { [escalationId]: address });
      }
      if (refused.length > 0) {
        log.error({ waiting }, 'a ticket was not taken: too many wait to be opened. Look in the outbox who opens them (docs/operators/security.md, Limits)');
        poke();
      }
      if (await putEffects(outbox, kept, address, ({ escalationId }) => dueAt.get(escalationId))) poke();
    },
    start(given) {
      wayBack = given;
      const { notify, say: _say, failureOf } = given;
      relay = createRelay({ helpdesk, outbox, notify, judge, ...(failureOf && { failureOf }), now, random: Math.random, log: (level, message, facts) => log[level](facts, message) });
      timer = setInterval(() => void run(), RELAY_PERIOD_MS);
      void run();
    },
    owed: async () => (await outbox.pending()).filter(({ parked }) => parked === undefined),
    entries: () => outbox.pending(),
    drop: (entryId) => outbox.done(entryId),
    lastRound: () => lastRound,
    async stop() {
      clearInterval(timer);
      let patience: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        patience = setTimeout(resolve, STOP_WITHIN_MS);
      });
      await Promise.race([run(), enough]);
      clearTimeout(patience);
      await close?.();
    },
  };
}

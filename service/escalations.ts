import { join } from 'node:path';
import type { Effect, UserEvent } from '../dialogs/turn.ts';
import type { TicketBoard } from '../helpdesk/board.ts';
import { putEffects } from '../helpdesk/effects.ts';
import { createEmbeddedHelpdesk } from '../helpdesk/embedded.ts';
import type { ConversationAddress, TicketVerdict } from '../helpdesk/outbox.ts';
import { createRelay, type Relay } from '../helpdesk/relay.ts';
import type { ServerLog } from '../server/log.ts';
import { createFileOutbox } from '../storage/outbox.ts';
import { createFileTicketStore } from '../storage/ticket-store.ts';

/** Everything between a conversation and the helpdesk: tickets, what is owed to them, and the way back. */
export interface Escalations {
  readonly board: TicketBoard;
  /** Owes the helpdesk what a turn wants of it; resolves when that is durable. */
  take(effects: readonly Effect[], address: ConversationAddress): Promise<void>;
  /** Begins to carry things out, and goes on until `stop`. */
  start(notify: (address: ConversationAddress, event: UserEvent) => Promise<void>): void;
  /** What is owed and could not be done stays owed. */
  stop(): Promise<void>;
}

/** How often the helpdesk's side is looked at when nothing pokes. */
const RELAY_PERIOD_MS = 5_000;

export async function openEscalations(dataDir: string, log: ServerLog, judge: (verdict: TicketVerdict) => Promise<void>): Promise<Escalations> {
  const outbox = createFileOutbox(dataDir);
  let relay: Relay | undefined;
  const run = (): void => {
    relay?.run().catch((error: unknown) => log.error({ error: String(error) }, 'the helpdesk relay failed'));
  };
  const poke = (): void => void setImmediate(run);
  const { helpdesk, board } = await createEmbeddedHelpdesk({
    store: createFileTicketStore(join(dataDir, 'tickets')),
    now: () => new Date(),
    poke,
    urlOf: (number) => `/helpdesk/tickets/${number}`,
  });
  let timer: NodeJS.Timeout | undefined;

  return {
    board,
    async take(effects, address) {
      if (await putEffects(outbox, effects, address)) poke();
    },
    start(notify) {
      relay = createRelay({ helpdesk, outbox, notify, judge, now: Date.now, log: (level, message, facts) => log[level](facts, message) });
      timer = setInterval(run, RELAY_PERIOD_MS);
      run();
    },
    async stop() {
      clearInterval(timer);
      await relay?.run().catch(() => undefined);
    },
  };
}

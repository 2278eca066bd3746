import { carryOut, type CarryOutParts } from './carry-out.ts';
import { callSlots, guarded } from './guarded.ts';
import { callsHelpdesk, dueLanes, nextInLanes } from './lanes.ts';
import { takeNews } from './news.ts';

export type RelayParts = Omit<CarryOutParts, 'timeoutMs'> & { readonly timeoutMs?: number };

export interface Relay {
  /** Reads what the helpdesk's people did and carries out everything that is due. Resolves when nothing is under way; a call meanwhile looks again. */
  run(): Promise<void>;
}

const CALL_MS = 10_000;
/** Conversations that are served side by side: one that hangs holds up itself. */
const MOST_LANES = 16;

/**
 * Carries effects to the helpdesk and its answers back. Everything is retried until it is done or parked; nothing is done
 * twice, since every call carries its key. Entries of one lane go strictly in order: an append waits for its open.
 */
export function createRelay({ timeoutMs = CALL_MS, ...given }: RelayParts): Relay {
  const parts: CarryOutParts = { ...given, timeoutMs, helpdesk: guarded(given.helpdesk, { timeoutMs }) };
  const { helpdesk, outbox, log, now } = parts;
  const slots = callSlots();
  const lanes = new Map<string, Promise<void>>();
  let reading: Promise<void> | undefined;
  let again = false;
  let more = false;

  /** Beside the lanes: a helpdesk that is slow to say what is new must not hold up what it is owed. */
  async function readNews(): Promise<void> {
    do {
      again = false;
      await takeNews(helpdesk, outbox, timeoutMs).catch((error: unknown) =>
        log('warn', 'the helpdesk could not be read', { reason: error instanceof Error ? error.message : String(error) }));
      await startLanes();
    } while (again);
  }

  async function startLanes(): Promise<void> {
    const waiting = dueLanes(await outbox.pending(), now());
    more = false;
    for (const lane of waiting) {
      if (lanes.has(lane)) continue;
      more = lanes.size >= MOST_LANES;
      if (more) return;
      lanes.set(lane, serve(lane).finally(() => lanes.delete(lane)).then(() => (more ? startLanes() : undefined)));
    }
  }

  /** Does what is due in the lane until nothing is, or something is put off. */
  async function serve(lane: string): Promise<void> {
    for (;;) {
      const entry = nextInLanes(await outbox.pending()).get(lane);
      if (!entry || entry.dueAt > now()) return;
      const work = () => carryOut(parts, entry);
      if (!(await (callsHelpdesk(entry.owed) ? slots(work) : work()))) return;
    }
  }

  return {
    async run() {
      again = true;
      reading ??= readNews().finally(() => {
        reading = undefined;
      });
      await Promise.all([startLanes(), reading]);
      while (lanes.size > 0) await Promise.all(lanes.values());
    },
  };
}

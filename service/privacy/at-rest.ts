import { join } from 'node:path';
import { erasedTicket } from '../../helpdesk/ticket.ts';
import { withoutCounted } from '../../learning/counts.ts';
import { FileConversationLog } from '../../storage/conversation-log.ts';
import { LowdbStorage } from '../../storage/lowdb-storage.ts';
import { createFileOutbox } from '../../storage/outbox.ts';
import { outcomeFolderIn } from '../../storage/outcome-folder.ts';
import { createFileTicketStore } from '../../storage/ticket-store.ts';
import { createHoldings } from './holdings.ts';
import type { Holding } from './holding.ts';

/** The data folder of a service that does not run, locked until `close`. Rejects with a StorageError (`folder-locked`) when it does. */
export async function openAtRest(dataDir: string): Promise<{ readonly holdings: readonly Holding[]; close(): Promise<void> }> {
  const memory = await LowdbStorage.open(join(dataDir, 'state'), { onSetAside: () => undefined });
  const website = new FileConversationLog(join(dataDir, 'conversations'), { onSetAside: () => undefined });
  const tickets = createFileTicketStore(join(dataDir, 'tickets'), () => undefined);
  const outbox = createFileOutbox(dataDir);
  const { cases, counts, ended } = outcomeFolderIn(dataDir);
  const holdings = createHoldings({
    dataDir,
    website,
    memory: { items: () => memory.items(), erase: (key) => memory.delete([key]), prune: (before) => memory.prune(before) },
    tickets: {
      all: () => tickets.all(),
      async erase(number) {
        const ticket = (await tickets.all()).find((each) => each.number === number);
        if (ticket) await tickets.save(erasedTicket(ticket, new Date().toISOString()));
      },
    },
    outbox: { entries: () => outbox.pending(), drop: (id) => outbox.done(id) },
    ended,
    cases: {
      all: () => cases.all(),
      async forget(ids) {
        for (const id of ids) await cases.forget(id);
        for (const week of await counts.weeks()) await counts.update(week, (before) => withoutCounted(before, ids));
        await ended.forget(ids, 0);
      },
    },
  });
  return {
    holdings,
    async close() {
      website.close();
      await memory.close();
    },
  };
}

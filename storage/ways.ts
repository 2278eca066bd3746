import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ConversationAddress } from '../helpdesk/outbox.ts';
import type { TicketRef } from '../helpdesk/port.ts';
import { DurableFile } from './durable-file.ts';
import { FOLDER_MODE } from './modes.ts';

/** How the two ends of an escalation are found. */
export interface Way {
  readonly address?: ConversationAddress;
  readonly ticket?: TicketRef;
}

export interface Ways {
  read(escalationId: string): Promise<Way>;
  /** Adds to what is known; resolves when it is on disk. */
  keep(escalationId: string, way: Way): Promise<void>;
}

const FORMAT = 'way/1';

const address = z.record(z.string(), z.unknown());
const shape = z.union([
  z.object({ format: z.literal(FORMAT), address: address.optional(), ticket: z.object({ system: z.string(), number: z.string(), url: z.string().optional() }).optional() }),
  // From before there was a reference: the address alone.
  address,
]);

/** One small file an escalation, in `ways/`: a damaged outbox loses what it owed, and no ticket loses the person. */
export function createFileWays(folder: string): Ways {
  const fileOf = (escalationId: string): DurableFile<Way> => {
    const path = join(folder, 'ways', `${createHash('sha256').update(escalationId).digest('hex').slice(0, 40)}.json`);
    return new DurableFile<Way>({ path, temporary: `${path}.tmp`, fsync: true, stringify: (way) => JSON.stringify({ format: FORMAT, ...way }), parse });
  };
  /** A turn and the relay may write the same file. */
  let tail: Promise<unknown> = Promise.resolve();
  return {
    async read(escalationId) {
      return (await fileOf(escalationId).read()) ?? {};
    },
    keep(escalationId, way) {
      const next = tail.then(async () => {
        const file = fileOf(escalationId);
        const before = (await file.read().catch(() => null)) ?? {};
        const after = { ...before, ...way };
        if (JSON.stringify(before) === JSON.stringify(after)) return;
        await mkdir(join(folder, 'ways'), { recursive: true, mode: FOLDER_MODE });
        await file.write(after);
      });
      tail = next.catch(() => undefined);
      return next;
    },
  };
}

function parse(text: string): Way {
  const kept = shape.parse(JSON.parse(text));
  if (kept['format'] !== FORMAT) return { address: kept };
  const { format: _format, ...way } = kept as Way & { readonly format: string };
  return way;
}

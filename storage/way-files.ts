import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { whenMissing } from './missing-file.ts';

const reference = z.looseObject({ user: z.looseObject({ id: z.string() }).optional(), conversation: z.looseObject({ id: z.string() }).optional() });

/** The way back to a conversation, as the outbox keeps it for an escalation. */
export interface WayFile {
  readonly person: string | undefined;
  readonly conversation: string | undefined;
  readonly changedAt: Date;
  readonly content: unknown;
  remove(): Promise<void>;
}

/** `ways/` of the data folder. A file that cannot be read is left: it is set aside when it is needed. */
export async function* wayFilesIn(dataDir: string): AsyncGenerator<WayFile> {
  const folder = join(dataDir, 'ways');
  for (const name of await readdir(folder).catch(whenMissing([]))) {
    if (!name.endsWith('.json')) continue;
    const path = join(folder, name);
    const [info, content] = await Promise.all([stat(path), readFile(path, 'utf8').then((text) => JSON.parse(text) as unknown)]).catch(() => []);
    if (!info) continue;
    // The address alone, or with the ticket's number beside it.
    const parsed = reference.safeParse((content as { address?: unknown }).address ?? content).data;
    yield { person: parsed?.user?.id, conversation: parsed?.conversation?.id, changedAt: info.mtime, content, remove: () => rm(path, { force: true }) };
  }
}

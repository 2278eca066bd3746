import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { LearnedNumbers } from '../learning/learned-numbers.ts';
import { DurableFile } from './durable-file.ts';
import { FOLDER_MODE } from './modes.ts';
import { readOrSetAside, type OnSetAside } from './set-aside.ts';

const share = z.number().min(0).max(1);
const table = z.record(z.string(), z.record(z.string(), share));
const parameters = z.object({
  graphVersion: z.string(),
  priors: table,
  solves: table,
  ceilings: table,
  answers: z.record(z.string(), z.record(z.string(), z.array(share))),
  capabilities: z.record(z.string(), share),
});
const shape = z.object({
  format: z.literal('reconnect-learned/1'),
  releases: z.array(z.object({ number: z.number().int().positive(), parameters, at: z.string(), note: z.string(), authored: z.record(z.string(), share).optional() })),
  active: z.number().int().nonnegative(),
  pins: z.record(z.string(), share),
  fitted: z.object({ parameters, week: z.number().int(), conversations: z.number() }).optional(),
});

export interface LearnedFile {
  /** What is in the file; undefined when there is none, or when it was damaged and set aside. Rejects with a `StorageError` where nobody is told of that. */
  read(): Promise<LearnedNumbers | undefined>;
  /** On disk when it resolves. */
  write(numbers: LearnedNumbers): Promise<void>;
  /** Changes when the file may have changed. */
  fingerprint(): Promise<string>;
}

/** The learned numbers as one file: written by the operator's command, read by every instance that has it. */
export function createLearnedFile(path: string, onSetAside?: OnSetAside): LearnedFile {
  const file = new DurableFile<LearnedNumbers>({
    path,
    temporary: `${path}.tmp`,
    fsync: true,
    stringify: (numbers) => `${JSON.stringify({ format: 'reconnect-learned/1', ...numbers }, null, 1)}\n`,
    parse(text) {
      const { format: _format, ...numbers } = shape.parse(JSON.parse(text));
      return numbers as unknown as LearnedNumbers;
    },
  });
  return {
    read: async () => (await (onSetAside ? readOrSetAside<LearnedNumbers | null>(path, () => file.read(), null, onSetAside) : file.read())) ?? undefined,
    async write(numbers) {
      await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
      await file.write(numbers);
    },
    async fingerprint() {
      const seen = await stat(path).catch(() => undefined);
      return seen ? `${seen.mtimeMs} ${seen.size} ${seen.ino}` : 'none';
    },
  };
}

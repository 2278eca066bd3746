import type { Activity } from '../channel/protocol.ts';
import { z } from 'zod';

/** One line of a conversation's file: who opened it, an activity, or the end of a turn. */
export type LogEntry =
  | { readonly version: 1; readonly conversation: string; readonly owner: string }
  | { readonly activity: Partial<Activity> & { id: string }; readonly key?: string | undefined }
  | { readonly settled: string; readonly outcome: 'done' | 'failed' };

const activity = z.custom<Partial<Activity> & { id: string }>(
  (value) => typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string',
);

const logEntry: z.ZodType<LogEntry> = z.union([
  z.object({ version: z.literal(1), conversation: z.string(), owner: z.string() }),
  z.object({ activity, key: z.string().optional() }),
  z.object({ settled: z.string(), outcome: z.enum(['done', 'failed']) }),
]);

/** undefined for a line that is none. */
export function parseEntry(line: string): LogEntry | undefined {
  try {
    return logEntry.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Line ends before `offset`. */
export function countLines(bytes: Buffer, offset: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1 && at < offset; at = bytes.indexOf(0x0a, at + 1)) lines++;
  return lines;
}

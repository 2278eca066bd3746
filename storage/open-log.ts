import { readSync, truncateSync, writeSync } from 'node:fs';
import type { Activity } from '../channel/protocol.ts';
import type { TurnOutcome } from '../server/direct-line/ports.ts';
import { parseEntry, type LogEntry } from './conversation-entry.ts';

/** A log whose damage is not at its end, or that cannot be written: named by file, and left as it is. */
export class ConversationLogError extends Error {
  readonly code = 'CONVERSATION_LOG';
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'ConversationLogError';
  }
}

interface Span {
  readonly offset: number;
  readonly length: number;
}

/** One conversation in memory: where its activities are in the file, not the activities themselves. */
export interface OpenLog {
  readonly file: string;
  readonly descriptor: number;
  readonly owner: string;
  readonly spans: Span[];
  readonly keys: Map<string, number>;
  readonly outcomes: Map<string, TurnOutcome>;
  /** Ids of the user's activities whose turn is open, and their place. */
  readonly open: Map<string, number>;
  /** The last entries as they were written, so that a live conversation is not read back from the disk. */
  readonly tail: Map<number, string>;
  tailBytes: number;
  size: number;
  flushing: number;
}

const MAX_TAIL_BYTES = 64 * 1024;

/** A log that nothing is known of but its owner. */
export function emptyLog(file: string, descriptor: number, owner: string): OpenLog {
  return {
    file, descriptor, owner,
    spans: [], keys: new Map(), outcomes: new Map(), open: new Map(), tail: new Map(),
    tailBytes: 0, size: 0, flushing: 0,
  };
}

/** Appends one entry in one write. Throws a ConversationLogError when the disk is full, and leaves the file as it was. */
export function write(log: OpenLog, entry: LogEntry): Span {
  const line = JSON.stringify(entry);
  const bytes = Buffer.from(`${line}\n`);
  const written = writeSync(log.descriptor, bytes);
  if (written < bytes.length) {
    // A full disk: take the half line back, so that the next append does not grow out of it.
    truncateSync(log.file, log.size);
    throw new ConversationLogError(`${log.file}: only ${written} of ${bytes.length} bytes could be written. Is the disk full?`, { cause: Object.assign(new Error('a short write'), { code: 'ENOSPC' }) });
  }
  const span = { offset: log.size, length: bytes.length - 1 };
  log.size += bytes.length;
  if ('activity' in entry) remember(log, line);
  return span;
}

function remember(log: OpenLog, line: string): void {
  log.tail.set(log.spans.length, line);
  log.tailBytes += line.length;
  for (const [place, old] of log.tail) {
    if (log.tailBytes <= MAX_TAIL_BYTES) return;
    log.tail.delete(place);
    log.tailBytes -= old.length;
  }
}

/** Takes an activity of the file into the log. */
export function index(log: OpenLog, key: string, activity: Partial<Activity> & { id: string }, span: Span): void {
  const place = log.spans.push(span) - 1;
  log.keys.set(key, place);
  if (activity.from?.role === 'user' && !log.outcomes.has(activity.id)) log.open.set(activity.id, place);
}

/** Throws a ConversationLogError for a place that does not exist or cannot be read. */
export function activityAt(log: OpenLog, place: number): Partial<Activity> {
  const span = log.spans[place];
  if (!span) throw new ConversationLogError(`${log.file} has no activity ${place}.`);
  let line = log.tail.get(place);
  if (line === undefined) {
    const bytes = Buffer.alloc(span.length);
    readSync(log.descriptor, bytes, 0, span.length, span.offset);
    line = bytes.toString('utf8');
  }
  const entry = parseEntry(line);
  if (!entry || !('activity' in entry)) throw new ConversationLogError(`${log.file}, byte ${span.offset}, is damaged.`);
  return entry.activity;
}

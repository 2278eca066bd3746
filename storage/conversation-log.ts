import { createHash } from 'node:crypto';
import { closeSync, existsSync, fdatasync, mkdirSync, openSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Activity } from '../channel/protocol.ts';
import type { ConversationLog, PageBounds, TurnOutcome } from '../server/direct-line/ports.ts';
import { FILE_MODE, FOLDER_MODE } from './modes.ts';
import { setAside, type OnSetAside } from './set-aside.ts';
import { countLines, parseEntry } from './conversation-entry.ts';
import { activityAt, ConversationLogError, emptyLog, index, write, type OpenLog } from './open-log.ts';

const flush = promisify(fdatasync);

export interface ConversationLogOptions {
  /** Conversations whose index is kept in memory; the others are read again when touched. */
  readonly maxOpen?: number;
  /** Told when the end of a file had to be cut off: the process was killed while it wrote. */
  readonly onTornLine?: (file: string, bytes: number) => void;
  /** A damaged log is set aside, and its conversation is as if it had never been. Without it every touch of it throws. */
  readonly onSetAside?: OnSetAside;
}

/**
 * One append-only file of JSON lines for each conversation, in 256 directories.
 *
 * An append is one write into the page cache, so a killed process loses nothing that was appended before;
 * `settle` waits for the disk as well. The costs of a call grow with one conversation's length at most
 * (when it is touched first), never with the number of conversations.
 * One process per directory: the caller holds the lock.
 */
export class FileConversationLog implements ConversationLog {
  readonly #directory: string;
  readonly #maxOpen: number;
  readonly #onTornLine: (file: string, bytes: number) => void;
  readonly #onSetAside: OnSetAside | undefined;
  readonly #logs = new Map<string, OpenLog>();

  constructor(directory: string, options: ConversationLogOptions = {}) {
    this.#directory = directory;
    this.#maxOpen = options.maxOpen ?? 512;
    this.#onTornLine = options.onTornLine ?? (() => undefined);
    this.#onSetAside = options.onSetAside;
    mkdirSync(directory, { recursive: true, mode: FOLDER_MODE });
  }

  /** The file of a conversation. Its name is a hash: an id that came over the network never becomes a path. */
  fileOf(conversationId: string): string {
    const hash = createHash('sha256').update(conversationId).digest('hex');
    return join(this.#directory, hash.slice(0, 2), `${hash.slice(2, 42)}.jsonl`);
  }

  async create(conversationId: string, userId: string): Promise<void> {
    if (this.#find(conversationId)) return;
    const file = this.fileOf(conversationId);
    mkdirSync(dirname(file), { recursive: true, mode: FOLDER_MODE });
    const log = emptyLog(file, openSync(file, 'a+', FILE_MODE), userId);
    write(log, { version: 1, conversation: conversationId, owner: userId });
    this.#keep(conversationId, log);
  }

  async owner(conversationId: string): Promise<string | undefined> {
    return this.#find(conversationId)?.owner;
  }

  async append(
    conversationId: string,
    activity: Partial<Activity> & { id: string },
    key: string = activity.id,
  ): Promise<{ watermark: number; existed: boolean }> {
    const log = this.#get(conversationId);
    const place = log.keys.get(key);
    if (place !== undefined) return { watermark: place + 1, existed: true };
    const span = write(log, key === activity.id ? { activity } : { activity, key });
    index(log, key, activity, span);
    return { watermark: log.spans.length, existed: false };
  }

  async read(conversationId: string, from: number, page?: PageBounds): Promise<{ activities: Partial<Activity>[]; watermark: number }> {
    const log = this.#get(conversationId);
    const activities: Partial<Activity>[] = [];
    let place = Math.min(Math.max(0, from), log.spans.length);
    for (let bytes = 0; place < log.spans.length; place++) {
      bytes += log.spans[place]?.length ?? 0;
      if (page && activities.length > 0 && (activities.length >= page.activities || bytes > page.bytes)) break;
      activities.push(activityAt(log, place));
    }
    return { activities, watermark: place };
  }

  async find(conversationId: string, activityId: string): Promise<Partial<Activity> | undefined> {
    const log = this.#get(conversationId);
    const place = log.keys.get(activityId);
    return place === undefined ? undefined : activityAt(log, place);
  }

  async size(conversationId: string): Promise<number> {
    return this.#get(conversationId).size;
  }

  async settle(conversationId: string, activityId: string, outcome: TurnOutcome): Promise<void> {
    const log = this.#get(conversationId);
    if (log.outcomes.get(activityId) !== outcome) {
      write(log, { settled: activityId, outcome });
      log.outcomes.set(activityId, outcome);
      log.open.delete(activityId);
    }
    log.flushing++;
    try {
      await flush(log.descriptor);
    } finally {
      log.flushing--;
    }
  }

  async outcome(conversationId: string, activityId: string): Promise<TurnOutcome | undefined> {
    return this.#get(conversationId).outcomes.get(activityId);
  }

  async unsettled(conversationId: string): Promise<Partial<Activity>[]> {
    const log = this.#get(conversationId);
    return [...log.open.values()].map((place) => activityAt(log, place));
  }

  /** Forgets the conversation; a missing one is no error. */
  async erase(conversationId: string): Promise<void> {
    const log = this.#logs.get(conversationId);
    if (log) closeSync(log.descriptor);
    this.#logs.delete(conversationId);
    rmSync(this.fileOf(conversationId), { force: true });
  }

  /** All that are on the disk, by the first line of their file; one that cannot be read is left out. */
  async *all(): AsyncGenerator<{ readonly conversationId: string; readonly owner: string; readonly changedAt: Date }> {
    for (const group of await readdir(this.#directory)) {
      for (const name of await readdir(join(this.#directory, group)).catch(() => [])) {
        const head = name.endsWith('.jsonl') ? await headOf(join(this.#directory, group, name)) : undefined;
        if (head) yield head;
      }
    }
  }

  /** Closes every file. */
  close(): void {
    for (const log of this.#logs.values()) closeSync(log.descriptor);
    this.#logs.clear();
  }

  #get(conversationId: string): OpenLog {
    const log = this.#find(conversationId);
    if (!log) throw new ConversationLogError(`There is no conversation ${conversationId}.`);
    return log;
  }

  #find(conversationId: string): OpenLog | undefined {
    const kept = this.#logs.get(conversationId);
    if (kept) {
      this.#keep(conversationId, kept);
      return kept;
    }
    const file = this.fileOf(conversationId);
    if (!existsSync(file)) return undefined;
    const log = this.#load(file);
    if (log) this.#keep(conversationId, log);
    return log;
  }

  /** undefined when the process was killed before even the first line was whole: the conversation was never there. */
  #load(file: string): OpenLog | undefined {
    const bytes = readFileSync(file);
    const whole = bytes.lastIndexOf(0x0a) + 1;
    if (whole < bytes.length) {
      truncateSync(file, whole);
      this.#onTornLine(file, bytes.length - whole);
    }
    if (whole === 0) return undefined;
    let offset = 0;
    let log: OpenLog | undefined;
    while (offset < whole) {
      const end = bytes.indexOf(0x0a, offset);
      const entry = parseEntry(bytes.toString('utf8', offset, end));
      const span = { offset, length: end - offset };
      if (!log && entry && 'owner' in entry) log = emptyLog(file, openSync(file, 'a+'), entry.owner);
      else if (log && entry && 'activity' in entry) index(log, entry.key ?? entry.activity.id, entry.activity, span);
      else if (log && entry && 'settled' in entry) {
        log.outcomes.set(entry.settled, entry.outcome);
        log.open.delete(entry.settled);
      } else {
        if (log) closeSync(log.descriptor);
        if (this.#onSetAside) {
          this.#onSetAside(setAside(file), `line ${countLines(bytes, offset) + 1}`);
          return undefined;
        }
        throw new ConversationLogError(
          `${file}, line ${countLines(bytes, offset) + 1}, is damaged. Move this file away to lose only this conversation; the others are not touched.`,
        );
      }
      offset = end + 1;
    }
    if (log) log.size = whole;
    return log;
  }

  /** Marks a log as the one used last, and closes the one not used for longest. */
  #keep(conversationId: string, log: OpenLog): void {
    this.#logs.delete(conversationId);
    this.#logs.set(conversationId, log);
    if (this.#logs.size <= this.#maxOpen) return;
    for (const [id, oldest] of this.#logs) {
      if (oldest.flushing > 0 || oldest === log) continue;
      closeSync(oldest.descriptor);
      this.#logs.delete(id);
      return;
    }
  }
}

/** The first line is short: an id, and who opened the conversation. */
const LONGEST_HEAD = 4_096;

async function headOf(file: string): Promise<{ conversationId: string; owner: string; changedAt: Date } | undefined> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (!handle) return undefined;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONGEST_HEAD), 0, LONGEST_HEAD, 0);
    const entry = parseEntry(buffer.toString('utf8', 0, bytesRead).split('\n', 1)[0] ?? '');
    if (!entry || !('owner' in entry)) return undefined;
    return { conversationId: entry.conversation, owner: entry.owner, changedAt: (await handle.stat()).mtime };
  } finally {
    await handle.close();
  }
}

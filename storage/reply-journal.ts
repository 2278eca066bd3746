import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { OwedTurn, ReplyJournal } from '../bots/turns/owed-replies.ts';
import { FILE_MODE, FOLDER_MODE } from './modes.ts';
import { setAside, type OnSetAside } from './set-aside.ts';

const state = z.enum(['owed', 'sending', 'arrived']);
const turnLine = z.object({
  conversation: z.string(),
  turn: z.string(),
  reference: z.record(z.string(), z.unknown()),
  replies: z.array(state).min(1),
  since: z.number(),
});
const noteLine = z.tuple([z.number().int().nonnegative(), state]);

/**
 * One small file of JSON lines for each turn that still owes replies: the turn, then what became of each reply. It goes with
 * the last of them, so the folder holds what is owed and nothing else. Writes are synchronous and go into the page cache,
 * which a killed process leaves behind whole.
 */
export class FileReplyJournal implements ReplyJournal {
  readonly #folder: string;

  /** @param folder made when it is missing. */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
  }

  begin(turn: OwedTurn): void {
    writeFileSync(this.#fileOf(turn), `${JSON.stringify(turn)}\n`, { mode: FILE_MODE });
  }

  note(turn: OwedTurn, place: number, becomes: z.infer<typeof state>): void {
    appendFileSync(this.#fileOf(turn), `${JSON.stringify([place, becomes])}\n`, { mode: FILE_MODE });
  }

  end(turn: OwedTurn): void {
    rmSync(this.#fileOf(turn), { force: true });
  }

  /** What is owed, oldest first. A file without a whole line is of a turn that was never kept; others that cannot be read are set aside. */
  left(onSetAside: OnSetAside): OwedTurn[] {
    const turns: OwedTurn[] = [];
    for (const name of readdirSync(this.#folder)) {
      if (!name.endsWith('.jsonl')) continue;
      const path = join(this.#folder, name);
      const text = readFileSync(path, 'utf8');
      const turn = parse(text);
      if (turn) {
        turns.push(turn);
        // The next note must not grow out of a line that a kill cut off.
        if (!text.endsWith('\n')) this.begin(turn);
      } else if (!text.includes('\n')) rmSync(path);
      else onSetAside(setAside(path), 'unreadable');
    }
    return turns.sort((a, b) => a.since - b.since);
  }

  /** Ids that came over the network never become a path. */
  #fileOf({ conversation, turn }: OwedTurn): string {
    const hash = createHash('sha256').update(JSON.stringify([conversation, turn])).digest('hex');
    return join(this.#folder, `${hash.slice(0, 40)}.jsonl`);
  }
}

function parse(text: string): OwedTurn | undefined {
  // A line that a kill cut off has no end: what it would have said is not known.
  const [first = '', ...notes] = text.split('\n').slice(0, -1);
  try {
    const turn = turnLine.parse(JSON.parse(first)) as OwedTurn;
    const replies = [...turn.replies];
    for (const line of notes) {
      const [place, becomes] = noteLine.parse(JSON.parse(line));
      replies[place] = becomes;
    }
    return { ...turn, replies };
  } catch {
    return undefined;
  }
}

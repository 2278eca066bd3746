import type { ConversationReference } from 'botbuilder';

/** `sending`: it was given to the channel and nobody knows what became of it. */
export type ReplyState = 'owed' | 'sending' | 'arrived';

/** A turn whose replies have not all arrived, on a channel outside this process. */
export interface OwedTurn {
  /** `caseKey` of its case. */
  readonly conversation: string;
  readonly turn: string;
  readonly reference: Partial<ConversationReference>;
  /** How far each reply is, in order. What they say is in the conversation's own record. */
  readonly replies: readonly ReplyState[];
  /** When it began to be owed, in milliseconds since the epoch. */
  readonly since: number;
}

/** Where owed turns outlive the process. Each call returns when it would survive a kill. */
export interface ReplyJournal {
  begin(turn: OwedTurn): void;
  note(turn: OwedTurn, place: number, state: ReplyState): void;
  end(turn: OwedTurn): void;
}

/**
 * What is owed to people on channels that offer no key against doubled messages. Before a reply leaves, it is noted that it
 * does; after a kill, one that was leaving may have arrived or not, and every other one is known.
 */
export class OwedReplies {
  readonly #journal: ReplyJournal;
  readonly #turns = new Map<string, Map<string, OwedTurn>>();

  /** @param left what an earlier process still owed, oldest first. */
  constructor(journal: ReplyJournal, left: readonly OwedTurn[] = []) {
    this.#journal = journal;
    for (const turn of left) this.#keep(turn);
  }

  conversations(): readonly string[] {
    return [...this.#turns.keys()];
  }

  /** Oldest first. */
  turnsOf(conversation: string): readonly OwedTurn[] {
    return [...(this.#turns.get(conversation)?.values() ?? [])];
  }

  put(turn: OwedTurn): void {
    this.#journal.begin(turn);
    this.#keep(turn);
  }

  /** A turn whose last reply has arrived is owed no longer. Does nothing for a turn that is not owed. */
  note(conversation: string, turn: string, place: number, state: ReplyState): void {
    const before = this.#turns.get(conversation)?.get(turn);
    if (!before || before.replies[place] === state) return;
    const after = { ...before, replies: before.replies.map((each, i) => (i === place ? state : each)) };
    if (after.replies.every((each) => each === 'arrived')) {
      this.drop(before);
      return;
    }
    this.#journal.note(after, place, state);
    this.#keep(after);
  }

  /** Nobody will be sent it any more. */
  drop(turn: OwedTurn): void {
    this.#journal.end(turn);
    const turns = this.#turns.get(turn.conversation);
    turns?.delete(turn.turn);
    if (turns?.size === 0) this.#turns.delete(turn.conversation);
  }

  #keep(turn: OwedTurn): void {
    const turns = this.#turns.get(turn.conversation) ?? new Map<string, OwedTurn>();
    this.#turns.set(turn.conversation, turns.set(turn.turn, turn));
  }
}

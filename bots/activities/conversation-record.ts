import type { Reply } from '../../dialogs/turn.ts';

/** What is kept of a case, in one piece and in one write. */
export interface ConversationRecord {
  /** As it was stored; `reviveSession` reads it. */
  session?: unknown;
  /** The person, or the group, was greeted. */
  greeted?: boolean;
  /** Ids of the people who spoke here, so that what is kept of one of them is found. */
  people?: readonly string[];
  /** The ids of the last turns, so that an activity delivered twice runs once. */
  recent: readonly string[];
  /** The last turn's replies, until the next turn: should they not have arrived, they are sent again. */
  last?: TurnReplies;
  /** Replies of turns before the last that have not all arrived, oldest first. */
  unsent?: readonly TurnReplies[];
  /** The message whose buttons can be pressed. */
  open?: OpenCard;
}

export interface TurnReplies {
  readonly turn: string;
  readonly replies: readonly Reply[];
  /** The turn moved on: the card that is open is answered. `chosen`: the button that was pressed on it. */
  readonly closes?: { readonly chosen?: string };
}

/** A message on a channel where it can be changed, by the id that the channel gave it. */
export interface OpenCard {
  readonly id: string;
  readonly turn: string;
  /** What it says, as soon as its turn is not the last any more. */
  readonly replies?: readonly Reply[];
}

/** Whoever goes on talking to a channel that takes nothing is answered that much of it later. */
const MOST_UNSENT = 5;

/** What the record keeps of earlier turns when another one begins. `isOwed`: not all of its replies have arrived. */
export function unsentOf({ last, unsent = [] }: ConversationRecord, isOwed: (turn: string) => boolean): readonly TurnReplies[] {
  return [...unsent, ...(last ? [last] : [])].filter(({ turn }) => isOwed(turn)).slice(-MOST_UNSENT);
}

/** What the record keeps of the open card when another turn begins: its replies, which the next turn's take the place of. */
export function openAfter({ open, last }: ConversationRecord): OpenCard | undefined {
  return open && last?.turn === open.turn ? { ...open, replies: last.replies } : open;
}

export function repliesIn({ last, unsent = [] }: ConversationRecord, turn: string): TurnReplies | undefined {
  return [...unsent, ...(last ? [last] : [])].find((each) => each.turn === turn);
}

/** What the open card says. */
export function openReplies({ open, last }: ConversationRecord): readonly Reply[] {
  return open?.replies ?? (last?.turn === open?.turn ? last?.replies : undefined) ?? [];
}

/** Channels deliver again within minutes; nobody has this many turns in them. */
const REMEMBERED_TURNS = 50;

/** Of a larger group the last ones that spoke are known. */
const KNOWN_PEOPLE = 50;

export function withPerson(people: readonly string[] = [], id: string | undefined): readonly string[] {
  return id === undefined || id === '' || people.includes(id) ? people : [...people, id].slice(-KNOWN_PEOPLE);
}

export function remembered(recent: readonly string[], turn: string): readonly string[] {
  return [...recent, turn].slice(-REMEMBERED_TURNS);
}

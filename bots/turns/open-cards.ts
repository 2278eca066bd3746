import { Channels, type TurnContext } from 'botbuilder';
import { openReplies, type ConversationRecord, type TurnReplies } from '../activities/conversation-record.ts';
import { shortened } from '../activities/shortened.ts';
import { cardMessage, type Renderers } from '../activities/voice.ts';
import type { Session } from '../../dialogs/session.ts';
import type { Reply, UserEvent } from '../../dialogs/turn.ts';

/** Whether messages that were sent can be changed there. */
export function canChange({ activity }: TurnContext): boolean {
  return activity.channelId === Channels.Msteams;
}

/** What the turn does to the card that is open; undefined when its buttons go on counting. Pure. */
export function closing(record: ConversationRecord, before: Session | undefined, event: UserEvent, after: Session, replies: readonly Reply[]): TurnReplies['closes'] {
  // A turn that did not take place leaves the case, and what can be pressed, as it was.
  if (replies.length === 0 || (after === before && !hasButtons(replies))) return undefined;
  if (event.type === 'pressed') {
    const chosen = titleOf(openReplies(record), event.press);
    return chosen === undefined ? {} : { chosen };
  }
  const isMoved = before !== undefined && (before.step !== after.step || before.phase !== after.phase);
  return isMoved || hasButtons(replies) ? {} : undefined;
}

function titleOf(replies: readonly Reply[], { action, target, step }: Extract<UserEvent, { type: 'pressed' }>['press']): string | undefined {
  return replies.flatMap(({ buttons = [] }) => buttons).find(({ press }) => press.action === action && press.target === target && press.step === step)?.title;
}

export function hasButtons(replies: readonly Reply[]): boolean {
  return replies.some(({ buttons = [] }) => buttons.length > 0);
}

/** The record when a message of the turn has arrived under this id, and the open card, where the turn closes it. */
export async function arrivedAs(context: TurnContext, renderers: Renderers, record: ConversationRecord, { turn, replies, closes }: TurnReplies, id: string, most?: number): Promise<ConversationRecord> {
  const { open, ...rest } = record;
  if (open && closes && open.turn !== turn && !isPressOn(context, open.id)) await close(context, renderers, record, open.id, closes.chosen, most);
  if (hasButtons(replies)) return { ...rest, open: { id, turn } };
  return open && !closes ? record : rest;
}

/** The answer to a press goes into the place of the card that was pressed, without another call. */
export function answerToPress(context: TurnContext, renderers: Renderers, record: ConversationRecord, { closes, replies }: TurnReplies, most = Infinity): object | undefined {
  if (replies.length === 0 || !closes) return undefined;
  const { open } = record;
  const isOpen = open !== undefined && isPressOn(context, open.id);
  return shortened(isOpen ? renderers.teams.closed(openReplies(record), closes.chosen) : renderers.teams.past(), most);
}

function isPressOn({ activity }: TurnContext, id: string): boolean {
  return activity.type === 'invoke' && activity.name === 'adaptiveCard/action' && activity.replyToId === id;
}

async function close(context: TurnContext, renderers: Renderers, record: ConversationRecord, id: string, chosen: string | undefined, most?: number): Promise<void> {
  const card = renderers.teams.closed(openReplies(record), chosen);
  // The answer has arrived; a button that stays is told to be an old one when it is pressed.
  await context.updateActivity({ ...cardMessage(card, '', most), id }).catch(() => undefined);
}

import { CardFactory, Channels, type Activity } from 'botbuilder';
import type { Reply } from '../../dialogs/turn.ts';
import { isShared, type PlacedActivity } from './place.ts';
import { ownerMark } from './press-owner.ts';
import { replyActivity, type Rendered } from './reply-activity.ts';
import { shortened } from './shortened.ts';

/** How replies look, by the kinds of channels that there are. */
export interface Renderers {
  /** Text and, beside it, what can be pressed. */
  readonly web: (reply: Reply) => Rendered;
  readonly teams: {
    turn(replies: readonly Reply[], shownTo?: string): { readonly card: object; readonly summary: string };
    /** The card when it is answered. */
    closed(replies: readonly Reply[], chosen?: string): object;
    /** In the place of a card that is not remembered. */
    past(): object;
  };
  /** Where nothing can be pressed. */
  readonly plain: (reply: Reply) => string;
}

const WEB: readonly string[] = [Channels.Directline, Channels.Webchat, Channels.Emulator];

/**
 * What a turn's replies are on the channel of the activity: on Teams one message with one card, elsewhere a message each.
 *
 * @param most bytes of a message
 */
export function messagesFor(renderers: Renderers, replies: readonly Reply[], { channelId, ...placed }: PlacedActivity, most = Infinity): readonly Partial<Activity>[] {
  if (replies.length === 0) return [];
  if (channelId === Channels.Msteams) {
    const shownTo = isShared({ channelId, ...placed }) && placed.from?.id !== undefined ? ownerMark(placed.from.id) : undefined;
    const { card, summary } = renderers.teams.turn(replies, shownTo);
    const message = cardMessage(card, summary, most);
    return [replies.some(isFix) ? { ...message, channelData: { feedbackLoop: { type: 'default' } } } : message];
  }
  return replies.map((reply) => replyActivity(WEB.includes(channelId) ? renderers.web(reply) : { text: renderers.plain(reply) }, most, channelId));
}

/** A step is what Teams asks an opinion of. */
export function isFix({ type }: Reply): boolean {
  return type === 'fix';
}

/** A message that is a card and nothing beside it: Teams makes two messages of a text and a card, and gives no id for them. */
export function cardMessage(card: object, summary: string, most = Infinity): Partial<Activity> {
  return shortened({ type: 'message', summary, attachments: [CardFactory.adaptiveCard(card)] }, most);
}

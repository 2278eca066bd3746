import type { Activity } from 'botbuilder';
import { replyActivity, replyCard, type Rendered } from './reply-activity.ts';

const INTERRUPTED = 'I was interrupted while I was sending an answer. If you do not see it above, open it here.';
const CARD = { $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', type: 'AdaptiveCard', version: '1.5' };

/**
 * A reply that may have arrived already, folded away: nobody reads it twice, and whoever missed it opens it in the card,
 * without asking the bot again.
 *
 * @param most bytes of the message.
 */
export function foldedReply({ text, card }: Rendered, most?: number): Partial<Activity> {
  const inner = replyCard({ text, card: card ?? CARD });
  return replyActivity({ text: INTERRUPTED, card: { ...CARD, body: [], actions: [{ type: 'Action.ShowCard', title: 'Show the answer', card: inner }] } }, most);
}

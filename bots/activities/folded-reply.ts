import { CardFactory, type Activity } from 'botbuilder';
import { shortened } from './shortened.ts';

const INTERRUPTED = 'I was interrupted while I was sending an answer. If you do not see it above, open it here.';
const CARD = { $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', type: 'AdaptiveCard', version: '1.5' };

/**
 * A message that may have arrived already, folded away: nobody reads it twice, and whoever missed it opens it in the card,
 * without asking the bot again.
 *
 * @param most bytes of the message.
 */
export function foldedReply({ text, attachments = [] }: Partial<Activity>, most = Infinity): Partial<Activity> {
  const { body = [], ...card } = { ...CARD, ...(attachments[0]?.content as { body?: readonly object[] } | undefined) };
  const inner = { ...card, body: [...(text ? [textBlock(text)] : []), ...body] };
  const outer = { ...CARD, body: [textBlock(INTERRUPTED)], actions: [{ type: 'Action.ShowCard', title: 'Show the answer', card: inner }] };
  return shortened({ type: 'message', summary: INTERRUPTED, attachments: [CardFactory.adaptiveCard(outer)] }, most);
}

function textBlock(text: string): object {
  return { type: 'TextBlock', text, wrap: true };
}

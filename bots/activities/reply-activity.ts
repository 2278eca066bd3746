import { shortened } from './shortened.ts';
import { CardFactory, MessageFactory, type Activity } from 'botbuilder';

/** How a reply looks: `text` is Markdown and complete by itself, the card adds what can be pressed or typed into. */
export interface Rendered {
  readonly text: string;
  readonly card?: object;
}

/** @param most bytes; longer texts are cut, and say so. */
export function replyActivity({ text, card }: Rendered, most = Infinity): Partial<Activity> {
  const message = card ? MessageFactory.attachment(CardFactory.adaptiveCard(card), text) : MessageFactory.text(text);
  return shortened({ ...message, textFormat: 'markdown' }, most);
}

/** The card alone, for where nothing stands beside it: the text goes into it. */
export function replyCard({ text, card }: Required<Rendered>): object {
  const { body } = card as { body?: unknown };
  return { ...card, body: [{ type: 'TextBlock', text, wrap: true }, ...(Array.isArray(body) ? (body as unknown[]) : [])] };
}

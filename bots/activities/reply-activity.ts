import { CardFactory, MessageFactory, type Activity } from 'botbuilder';

/** How a reply looks: `text` is Markdown and complete by itself, the card adds what can be pressed or typed into. */
export interface Rendered {
  readonly text: string;
  readonly card?: object;
}

export function replyActivity({ text, card }: Rendered): Partial<Activity> {
  const message = card ? MessageFactory.attachment(CardFactory.adaptiveCard(card), text) : MessageFactory.text(text);
  return { ...message, textFormat: 'markdown' };
}

/** The card alone, for where nothing stands beside it: the text goes into it. */
export function replyCard({ text, card }: Required<Rendered>): object {
  const { body } = card as { body?: unknown };
  return { ...card, body: [{ type: 'TextBlock', text, wrap: true }, ...(Array.isArray(body) ? (body as unknown[]) : [])] };
}

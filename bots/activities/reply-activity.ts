import { shortened } from './shortened.ts';
import { CardFactory, MessageFactory, type Activity } from 'botbuilder';

/** How a reply looks: `text` is Markdown and complete by itself, the card adds what can be pressed or typed into. */
export interface Rendered {
  readonly text: string;
  readonly card?: object;
  /** For our own client; other channels do not get it. */
  readonly about?: object;
  /** ISO 639-1 code of the language of the text, where it is not English. */
  readonly locale?: string;
}

/** @param most bytes; longer texts are cut, and say so. @param channelId where it goes; what is for our own client goes to Direct Line only. */
export function replyActivity({ text, card, about, locale }: Rendered, most = Infinity, channelId?: string): Partial<Activity> {
  const message = card ? MessageFactory.attachment(CardFactory.adaptiveCard(card), text) : MessageFactory.text(text);
  const channelData = channelId === 'directline' && about !== undefined ? { channelData: { reconnect: about } } : {};
  return shortened({ ...message, textFormat: 'markdown', ...(locale !== undefined && { locale }), ...channelData }, most);
}

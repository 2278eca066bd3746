import { CardFactory, type Attachment, type MessagingExtensionActionResponse, type MessagingExtensionResponse } from 'botbuilder';
import type { Advance, Reply, TurnContext } from '../../dialogs/turn.ts';
import { htmlText } from '../activities/html-text.ts';
import { shortened } from '../activities/shortened.ts';
import type { Renderers } from '../activities/voice.ts';
import { ownChatAddress } from './in-company.ts';

/** A code as a published table has it. */
export interface KnownCode {
  readonly code: string;
  readonly symbol?: string;
  readonly meaning: string;
  readonly detail: string;
}

export interface MessageExtensionParts {
  readonly advance: Advance;
  readonly renderers: Renderers;
  readonly codesIn: (text: string) => readonly KnownCode[];
  /** Bytes of a card; no bound when not given. */
  readonly most?: number;
}

/** A message as Teams hands it to an action on it. */
export interface PressedMessage {
  readonly contentType?: string | undefined;
  readonly content?: string | undefined;
}

/** Characters of a message that are read. */
const LONGEST = 20_000;

/**
 * "Diagnose this": what the assistant would say first to a message of somebody. Only whoever asked sees it; nothing of it is
 * kept, no case begins and nothing is done.
 */
export function diagnosis({ advance, renderers, most = Infinity }: MessageExtensionParts, message: PressedMessage, botId: string, world: TurnContext): MessagingExtensionActionResponse {
  const content = (message.content ?? '').slice(0, LONGEST);
  const text = message.contentType === 'html' ? htmlText(content) : content;
  const turn = advance(undefined, { type: 'utterance', text }, world);
  const goOn: Reply = { type: 'text', text: `[Go on in our own chat](${ownChatAddress(turn.session, botId)})` };
  const card = shortened(renderers.teams.closed([...turn.replies, goOn]), most);
  return { task: { type: 'continue', value: { title: 'What Reconnect says to it', width: 'medium', height: 'medium', card: CardFactory.adaptiveCard(card) } } };
}

/** Codes that stand in what was typed, as cards to put into a message. */
export function codeSearch({ codesIn, renderers }: MessageExtensionParts, typed: string): MessagingExtensionResponse {
  const found = codesIn(typed.slice(0, LONGEST));
  if (found.length === 0) return { composeExtension: { type: 'message', text: 'Type an error code, such as 0x904 or 2308. None of the published tables has what is typed now.' } };
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: found.map((each) => attachmentOf(each, renderers)) } };
}

function attachmentOf({ code, symbol, meaning, detail }: KnownCode, renderers: Renderers): Attachment & { preview: Attachment } {
  const title = symbol === undefined ? code : `${code} ${symbol}`;
  const card = renderers.teams.closed([{ type: 'text', text: `### ${title}\n\n${meaning}\n\n${detail}` }]);
  return { ...CardFactory.adaptiveCard(card), preview: CardFactory.heroCard(title, meaning) };
}

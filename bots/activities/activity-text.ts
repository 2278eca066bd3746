import { z } from 'zod';
import { decodeEntities, htmlText } from './html-text.ts';

const mention = z.object({
  type: z.literal('mention'),
  text: z.string().optional(),
  mentioned: z.object({ id: z.string().optional(), name: z.string().optional() }),
});
const htmlAttachment = z.object({ contentType: z.literal('text/html'), content: z.string() });

const MENTION_TYPE = /itemtype="[^"]*Mention"/i;

/** Of a message that mentions more, the rest stays in its text. */
const MOST_MENTIONS = 50;

export interface SpokenActivity {
  readonly text?: string | undefined;
  readonly textFormat?: string | undefined;
  readonly recipient?: { readonly id: string; readonly name?: string | undefined } | undefined;
  readonly entities?: readonly unknown[] | undefined;
  readonly attachments?: readonly unknown[] | undefined;
}

/**
 * What the person said: without the mention of the bot, other people by their names, and Teams' HTML as
 * plain text. Teams sends a formatted message twice, as text and as an HTML attachment; the attachment is
 * read when the text is empty, or when it kept line breaks that the text lost.
 */
export function activityText(activity: SpokenActivity): string {
  const html = (activity.attachments ?? []).flatMap((attachment) => {
    const parsed = htmlAttachment.safeParse(attachment);
    return parsed.success ? [parsed.data.content] : [];
  })[0];
  const isMarkup = html !== undefined || activity.textFormat === 'xml';
  const spoken = withoutMentions(activity.text ?? '', activity);
  const plain = (isMarkup ? decodeEntities(spoken.replace(/\u00a0|&nbsp;/g, ' ')) : spoken).trim();
  if (html === undefined) return plain;
  const formatted = htmlText(withoutMentions(html, activity));
  return plain === '' || (lines(formatted) > lines(plain) && sameWords(formatted, plain)) ? formatted : plain;
}

function withoutMentions(text: string, { recipient, entities }: SpokenActivity): string {
  let rest = text;
  for (const entity of (entities ?? []).slice(0, MOST_MENTIONS)) {
    const { data } = mention.safeParse(entity);
    if (data?.text && data.mentioned.id === recipient?.id) rest = rest.replaceAll(data.text, ' ');
  }
  if (recipient?.name) rest = rest.replaceAll(`<at>${recipient.name}</at>`, ' ');
  if (recipient?.id) {
    // In the HTML a mention is a span, numbered, with the name in it.
    rest = rest.replace(/<span([^<>]*)>([^<>]*)<\/span>/gi, (whole, attributes: string, name: string) => {
      if (!MENTION_TYPE.test(attributes)) return whole;
      return name === recipient.name ? ' ' : name;
    });
  }
  return rest.replace(/<at[^<>]*>([^<>]*)<\/at>/gi, '$1');
}

function lines(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}

function sameWords(a: string, b: string): boolean {
  return a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
}

import { createHash, randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { z } from 'zod';

/** The longest text that is read: far more than any dialog or event log entry. */
export const MAX_TEXT = 32_000;

const record = z.record(z.string(), z.unknown());

export const attachmentSchema = z.object({
  contentType: z.string().max(200),
  name: z.string().max(300).optional(),
  thumbnailUrl: z.string().max(8_000).optional(),
});

/**
 * What a page may say: messages, and that somebody is typing. Events are refused, because inside this process an
 * event is the helpdesk speaking. Fields that are not listed do not get in.
 */
const known = z.object({
  type: z.enum(['message', 'typing']),
  text: z.string().max(MAX_TEXT).optional(),
  textFormat: z.enum(['plain', 'markdown']).optional(),
  value: z.union([record, z.string().max(MAX_TEXT)]).optional(),
  attachments: z.array(attachmentSchema).max(4).optional(),
  channelData: record.optional(),
  locale: z.string().max(35).optional(),
  localTimezone: z.string().max(64).optional(),
  replyToId: z.string().max(200).optional(),
});

/** Some clients write null where the protocol has nothing. */
export const incomingActivity = z.preprocess(withoutNulls, known);

function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null));
}

export type IncomingActivity = z.infer<typeof known>;

/** A user's activity as it is kept: who said it comes from the token, its id from the page's own key. */
export type UserActivity = Partial<Activity> & { readonly id: string };

/** A message that comes twice under one `channelData.clientActivityID` has one id. */
export function activityId(conversationId: string, user: string, incoming: IncomingActivity): string {
  const key = incoming.channelData?.['clientActivityID'];
  if (typeof key !== 'string' || key === '') return `${conversationId}|${randomUUID()}`;
  const hash = createHash('sha256').update(JSON.stringify([user, key])).digest('base64url');
  return `${conversationId}|${hash.slice(0, 22)}`;
}

export function userActivity(conversationId: string, user: string, incoming: IncomingActivity): UserActivity {
  const { attachments, value, ...rest } = incoming;
  return {
    ...withoutUndefined(rest),
    ...(value === undefined ? {} : { value }),
    ...(attachments ? { attachments: attachments.map((attachment) => ({ ...withoutUndefined(attachment), contentType: attachment.contentType })) } : {}),
    id: activityId(conversationId, user, incoming),
    from: { id: user, name: '', role: 'user' },
  };
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(object: T): Partial<Defined<T>> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Partial<Defined<T>>;
}

import { createHash, randomUUID } from 'node:crypto';
import type { Activity } from '../../channel/protocol.ts';
import { z } from 'zod';

/** The longest text that is read: far more than any dialog or event log entry. */
const MAX_TEXT = 32_000;

const record = z.record(z.string(), z.unknown());

const attachmentSchema = z.object({
  contentType: z.string().max(200),
  name: z.string().max(300).optional(),
  thumbnailUrl: z.string().max(8_000).optional(),
});

const common = {
  channelData: record.optional(),
  locale: z.string().max(35).optional(),
  localTimezone: z.string().max(64).optional(),
  replyToId: z.string().max(200).optional(),
};

/** Bounded by the length and depth of the whole body. */
const value = z.unknown().optional();
const text = z.string().max(MAX_TEXT).optional();

/** What a client may say. Fields that are not listed do not get in. */
const known = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('message'), text, value, textFormat: z.enum(['plain', 'markdown']).optional(), attachments: z.array(attachmentSchema).max(4).optional() }),
  z.object({ ...common, type: z.literal('typing') }),
  z.object({ ...common, type: z.literal('event'), value, name: z.string().max(200), valueType: z.string().max(200).optional() }),
  z.object({ ...common, type: z.literal('invoke'), name: z.literal('adaptiveCard/action'), value: record }),
  z.object({ ...common, type: z.literal('endOfConversation'), text, code: z.string().max(100).optional() }),
]);

/** Some clients write null where the protocol has nothing. */
export const incomingActivity = z.preprocess(withoutNulls, known);

/** Without the nulls of an activity and of its attachments; a value is the client's own and stays as it is. */
function withoutNulls(activity: unknown): unknown {
  if (typeof activity !== 'object' || activity === null || Array.isArray(activity)) return activity;
  const present = presentFields(activity);
  return Array.isArray(present['attachments']) ? { ...present, attachments: present['attachments'].map(presentFields) } : present;
}

function presentFields(object: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object ?? {}).filter(([, each]) => each !== null));
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
  // What was parsed from JSON has no undefined values, and these are all that the types differ in.
  return { ...(incoming as Partial<Activity>), id: activityId(conversationId, user, incoming), from: { id: user, name: '', role: 'user' } };
}

import { z } from 'zod';

/** What every activity must have to be worked on; the rest is read by `activityToEvent`, with its own checks. */
export const incomingActivity = z.preprocess(withoutNulls, z.looseObject({
  type: z.string().min(1),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  conversation: z.looseObject({ id: z.string().min(1) }),
  id: z.string().optional(),
  from: z.looseObject({ id: z.string(), name: z.string().optional() }).optional(),
  recipient: z.looseObject({ id: z.string(), name: z.string().optional() }).optional(),
  timestamp: z.string().optional(),
  localTimestamp: z.string().optional(),
  expiration: z.string().optional(),
}));

/** Some clients write null where the protocol has nothing. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null));
}

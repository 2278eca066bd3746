import { z } from 'zod';

/** What every activity must have to be worked on; the rest is read by `activityToEvent`, with its own checks. */
export const incomingActivity = z.looseObject({
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
});

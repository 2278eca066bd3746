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

/** Some clients write null where the protocol has nothing, at any depth. A value is the button's own and stays as it is. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => each !== null).map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, each]) => (each === null ? [] : [[name, name === 'value' ? each : withoutNulls(each)]])));
}

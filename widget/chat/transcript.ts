import { isOwn, type Activity } from './activity.ts';

export type Delivery = 'sending' | 'delivered' | 'failed';

export interface Entry {
  /** Stays the same from the moment of sending: the page's own key for what was said here, else the activity's id. */
  readonly key: string;
  readonly activity: Activity;
  readonly own: boolean;
  readonly delivery: Delivery;
}

/** What is shown, oldest first. */
export type Transcript = readonly Entry[];

/** With a message of this page that is on its way. */
export function withSending(transcript: Transcript, key: string, activity: Activity): Transcript {
  return put(transcript, { key, activity, own: true, delivery: 'sending' });
}

/** With what the server has. An activity that is known already is shown anew in its old place; only messages are shown. */
export function withReceived(transcript: Transcript, activity: Activity): Transcript {
  if (activity.type !== 'message') return transcript;
  const own = isOwn(activity);
  const key = (own ? activity.channelData?.clientActivityID : undefined) ?? activity.id ?? '';
  return put(transcript, { key, activity, own, delivery: 'delivered' });
}

/** A delivered message does not fail any more: an answer may be lost after the message has arrived. */
export function withFailed(transcript: Transcript, key: string): Transcript {
  return transcript.map((entry) => (entry.key === key && entry.delivery === 'sending' ? { ...entry, delivery: 'failed' } : entry));
}

function put(transcript: Transcript, entry: Entry): Transcript {
  const at = transcript.findIndex(({ key }) => key === entry.key);
  return at === -1 ? [...transcript, entry] : transcript.with(at, entry);
}

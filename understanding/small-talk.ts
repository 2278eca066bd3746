import type { Act, ChatTopic } from './act.ts';
import type { Comprehension } from './comprehension.ts';
import { THRESHOLDS } from './thresholds.ts';

const CHAT: readonly string[] = ['greeting', 'thanks', 'goodbye', 'insult', 'small-talk', 'capabilities', 'injection'] satisfies ChatTopic[];

/** Small talk, and what is asked for outside of any problem. Pure. */
export function smallTalk({ classifier }: Comprehension, text: string, isForeign: boolean): Act | undefined {
  const top = classifier.intent(text).ranked[0];
  if (!top || top.probability < (isForeign ? THRESHOLDS.smallTalkForeign : THRESHOLDS.smallTalk)) return undefined;
  if (CHAT.includes(top.label)) return { kind: 'chat', topic: top.label as ChatTopic };
  if (top.label === 'restart') return { kind: 'restart' };
  if (top.label === 'want-human') return { kind: 'person' };
  if (top.label === 'ticket-status') return { kind: 'status' };
  return undefined;
}

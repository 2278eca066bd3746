import { isRemembered, type Remembered } from '../memory.ts';

/** The other tabs of this browser that show the chat. */
export interface Tabs {
  /** This tab's conversation is theirs from now on. */
  share(conversation: Remembered): void;
}

const CHANNEL = 'reconnect.conversation';

/** @param adopt called with the conversation that another tab shares. */
export function joinTabs(adopt: (conversation: Remembered) => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { share: () => undefined };
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isRemembered(data)) adopt(data);
  };
  return {
    share: ({ conversationId, userId, resumeToken }) => channel.postMessage({ conversationId, userId, resumeToken } satisfies Remembered),
  };
}

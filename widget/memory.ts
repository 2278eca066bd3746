/** What this device keeps of a conversation: enough to come back to it, and nothing that was said in it. */
export interface Remembered {
  readonly conversationId: string;
  readonly userId: string;
  /** Buys a fresh token for this conversation for some weeks, and can do nothing else. */
  readonly resumeToken: string;
}

const KEY = 'reconnect.conversation';

/** undefined when there is nothing, or when the browser keeps nothing for us. */
export function recall(): Remembered | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isRemembered(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function remember({ conversationId, userId, resumeToken }: Remembered): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ conversationId, userId, resumeToken }));
  } catch {
    // A browser that keeps nothing still has a conversation, until the page is closed.
  }
}

export function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false;
  const { conversationId, userId, resumeToken } = value as Record<string, unknown>;
  return typeof conversationId === 'string' && typeof userId === 'string' && typeof resumeToken === 'string';
}

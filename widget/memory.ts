/** What this device keeps of a conversation: enough to come back to it, and nothing that was said in it. */
export interface Remembered {
  readonly conversationId: string;
  readonly userId: string;
  /** Buys a fresh token for this conversation for some weeks, and can do nothing else. */
  readonly resumeToken: string;
}

/** Where it is kept: for all tabs and for weeks, or in this tab until it is closed. */
export interface Memory {
  /** undefined when there is nothing, or when the browser keeps nothing for us. */
  recall(): Remembered | undefined;
  remember(conversation: Remembered): void;
  forget(): void;
}

const KEY = 'reconnect.conversation';

export function createMemory(kind: 'local' | 'session'): Memory {
  // Asking for it may throw already: a browser that keeps nothing still has a conversation, until the page is closed.
  const storage = (): Storage => (kind === 'local' ? localStorage : sessionStorage);
  return {
    recall() {
      try {
        const kept: unknown = JSON.parse(storage().getItem(KEY) ?? 'null');
        return isRemembered(kept) ? kept : undefined;
      } catch {
        return undefined;
      }
    },
    remember({ conversationId, userId, resumeToken }) {
      try {
        storage().setItem(KEY, JSON.stringify({ conversationId, userId, resumeToken }));
      } catch {
        // Not kept.
      }
    },
    forget() {
      try {
        storage().removeItem(KEY);
      } catch {
        // Nothing was kept.
      }
    },
  };
}

export function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false;
  const { conversationId, userId, resumeToken } = value as Record<string, unknown>;
  return typeof conversationId === 'string' && typeof userId === 'string' && typeof resumeToken === 'string';
}

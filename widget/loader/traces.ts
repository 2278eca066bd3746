/** What the widget keeps in the page's own storage: two words, and only after the chat was used. */
export interface Traces {
  /** There is a conversation, so that its answers are waited for on the next page. */
  conversation: boolean;
  /** The chat stood open in this tab. */
  open: boolean;
}

const CONVERSATION = 'reconnect.widget';
const OPEN = 'reconnect.widget.open';

export function createTraces(storage: 'local' | 'session'): Traces {
  const lasting = storage === 'local' ? (): Storage => localStorage : (): Storage => sessionStorage;
  return {
    get conversation() {
      return holds(lasting, CONVERSATION);
    },
    set conversation(value) {
      hold(lasting, CONVERSATION, value);
    },
    get open() {
      return holds(() => sessionStorage, OPEN);
    },
    set open(value) {
      hold(() => sessionStorage, OPEN, value);
    },
  };
}

function holds(storage: () => Storage, key: string): boolean {
  try {
    return storage().getItem(key) !== null;
  } catch {
    return false;
  }
}

function hold(storage: () => Storage, key: string, value: boolean): void {
  try {
    if (value) storage().setItem(key, 'yes');
    else storage().removeItem(key);
  } catch {
    // A browser that keeps nothing: the chat works, and closes with the page.
  }
}

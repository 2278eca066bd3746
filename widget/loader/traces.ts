/** What the widget keeps in the page's own storage: a few words, and only after the chat was used or agreed to. */
export interface Traces {
  /** There is a conversation, so that its answers are waited for on the next page. */
  conversation: boolean;
  /** The chat stood open in this tab. */
  open: boolean;
  /** The version of the text that the person agreed to. */
  consent: string | undefined;
}

const CONVERSATION = 'reconnect.widget';
const OPEN = 'reconnect.widget.open';
const CONSENT = 'reconnect.widget.consent';

export function createTraces(storage: 'local' | 'session'): Traces {
  const lasting = storage === 'local' ? (): Storage => localStorage : (): Storage => sessionStorage;
  // For a browser that keeps nothing: who agreed is not asked again on this page.
  let agreed: string | undefined;
  return {
    get consent() {
      return agreed ?? kept(lasting, CONSENT);
    },
    set consent(version) {
      agreed = version;
      hold(lasting, CONSENT, version);
    },
    get conversation() {
      return kept(lasting, CONVERSATION) !== undefined;
    },
    set conversation(value) {
      hold(lasting, CONVERSATION, value ? 'yes' : undefined);
    },
    get open() {
      return kept(() => sessionStorage, OPEN) !== undefined;
    },
    set open(value) {
      hold(() => sessionStorage, OPEN, value ? 'yes' : undefined);
    },
  };
}

function kept(storage: () => Storage, key: string): string | undefined {
  try {
    return storage().getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function hold(storage: () => Storage, key: string, value: string | undefined): void {
  try {
    if (value === undefined) storage().removeItem(key);
    else storage().setItem(key, value);
  } catch {
    // A browser that keeps nothing: the chat works, and closes with the page.
  }
}

/** What this page uses of Web Chat's bundle, which puts itself on `window`. */
export interface WebChatBundle {
  createDirectLine(options: { domain: string; token: string; conversationId?: string }): DirectLine;
  createStore(initial: object, ...middleware: StoreMiddleware[]): Store;
  renderWebChat(props: object, element: HTMLElement): void;
}

export interface Store {
  dispatch(action: object): void;
  getState(): { readonly sendBoxValue?: string };
}

export interface StoreAction {
  readonly type: string;
  readonly payload?: { readonly activity?: { readonly type?: string; readonly from?: { readonly role?: string } } };
}

export type StoreMiddleware = () => (next: (action: StoreAction) => unknown) => (action: StoreAction) => unknown;

/** As in Direct Line's client. */
export const CONNECTION = { expired: 3, failed: 4, ended: 5 } as const;

interface Subscription {
  unsubscribe(): void;
}

interface Observer<T> {
  next?(value: T): void;
  error?(error: unknown): void;
  complete?(): void;
}

export interface DirectLine {
  readonly connectionStatus$: { subscribe(next: (status: number) => void): Subscription };
  postActivity(activity: object): { subscribe(observer: Observer<string>): Subscription };
  end(): void;
  /** Not in its documentation; checked before use. */
  services?: { WebSocket?: typeof WebSocket };
  getRetryDelay?: () => number;
  timeout?: number;
  retries?: number;
}

export function webChat(): WebChatBundle {
  return (window as unknown as { WebChat: WebChatBundle }).WebChat;
}

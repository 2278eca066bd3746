import type { ReconnectTicket } from './loader/reconnect.d.ts';

/** What the chat in a frame is told about the page around it. */
export interface FrameSettings {
  readonly title: string;
  readonly colour: string;
  readonly logo: string | undefined;
  readonly locale: string;
  readonly theme: 'light' | 'dark' | 'auto';
  readonly storage: 'local' | 'session';
}

/** From the page to the chat in its frame. */
export type ToFrame =
  | { readonly type: 'settings'; readonly settings: FrameSettings }
  | { readonly type: 'visible'; readonly visible: boolean }
  | { readonly type: 'focus' }
  | { readonly type: 'reset' };

/** From the chat in its frame to the page. */
export type FromFrame =
  | { readonly type: 'ready' }
  | { readonly type: 'close' }
  | { readonly type: 'unread'; readonly count: number }
  | { readonly type: 'ticket'; readonly ticket: ReconnectTicket }
  /** The person has said something: there is a conversation to come back to, or none any more. */
  | { readonly type: 'conversation'; readonly begun: boolean };

/**
 * The only message that goes from window to window: it brings the port over which both sides speak from then on. The
 * page addresses it to the chat's origin, the chat takes it from allowed origins only; so each side knows the other.
 */
export interface Handshake {
  readonly reconnect: 'port';
  readonly settings: FrameSettings;
}

export function isHandshake(data: unknown): data is Handshake {
  return typeof data === 'object' && data !== null && (data as Partial<Handshake>).reconnect === 'port';
}

/** Types of the chat on your own page: the `Reconnect` function that `widget.js` puts on `window`. */

/** Everything may be left out. Attributes of the script tag have the same names: `data-offset-x` is `offsetX`. */
export interface ReconnectSettings {
  /** Where Reconnect runs: `https://help.example.com/rdp`. Known from the script's own address. */
  host?: string;
  /** Your colour, as `#rgb` or `#rrggbb`. What is written on it is made readable. */
  colour?: string;
  /** Address of a square picture for the launcher and the chat's header. Your policy's `img-src` must allow it. */
  logo?: string;
  /** Name of the chat: in its header, and read by screen readers. */
  title?: string;
  side?: 'left' | 'right';
  /** Pixels between the launcher and the edge of the window. */
  offsetX?: number;
  offsetY?: number;
  /** `hidden`: your own button calls `Reconnect('open')`. */
  launcher?: 'shown' | 'hidden';
  /** Language and writing direction of the chat, as BCP 47: `en-GB`, `ar`. The page's own, when not given. */
  locale?: string;
  theme?: 'light' | 'dark' | 'auto';
  /** `session`: for computers that people share; closing the tab forgets the conversation. */
  storage?: 'local' | 'session';
  /** What a person agrees to first: until then nothing is loaded and nothing stored. Nothing is asked when not given. */
  consentText?: string;
  /** Another version is asked for again. */
  consentVersion?: string;
  /** Where more about it stands. */
  consentLink?: string;
  texts?: Partial<ReconnectTexts>;
}

/** What the widget says outside the conversation. */
export interface ReconnectTexts {
  /** The launcher, while the chat is closed and while it is open. */
  open: string;
  close: string;
  /** `{count}` is the number of unread messages. */
  unread: string;
  loading: string;
  /** Said when the chat does not appear; it is a link to the chat's own page. */
  unreachable: string;
  /** Under the text of consent: to agree, to decline, and to read more. */
  consentAgree: string;
  consentDecline: string;
  consentMore: string;
}

export interface ReconnectTicket {
  number: string;
  status: 'new' | 'open' | 'waiting' | 'resolved' | 'closed';
}

export interface ReconnectEvents {
  /** The chat is loaded and can be used. */
  ready: () => void;
  open: () => void;
  close: () => void;
  /** How many messages came while nobody looked. */
  unread: (count: number) => void;
  /** A ticket was opened, or its state has changed. */
  ticket: (ticket: ReconnectTicket) => void;
}

export interface ReconnectFunction {
  /** Puts the launcher on the page. Not needed when the script tag does it (every tag without `data-boot="no"`). */
  (call: 'boot' | 'update', settings?: ReconnectSettings): void;
  /** `show` and `hide` are about the launcher, `open` and `close` about the chat. */
  (call: 'show' | 'hide' | 'open' | 'close' | 'toggle'): void;
  <Name extends keyof ReconnectEvents>(call: 'on' | 'off', name: Name, listener: ReconnectEvents[Name]): void;
  /** Forgets the conversation on this device. To be called when somebody signs out. */
  (call: 'reset'): void;
  /** Takes everything off the page; the conversation stays where it was. */
  (call: 'shutdown'): void;
}

declare global {
  interface Window {
    Reconnect: ReconnectFunction;
  }
}

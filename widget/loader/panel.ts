import type { FrameSettings, FromFrame, Handshake, ToFrame } from '../embedding.ts';
import { element } from '../element.ts';
import type { Settings } from './settings.ts';

/** The chat in its frame. Nothing is loaded before `load`. */
export interface Panel {
  readonly root: HTMLElement;
  /** Loads the chat once; later calls do nothing. */
  load(): void;
  readonly loaded: boolean;
  readonly ready: boolean;
  send(message: ToFrame): void;
  /** Applies texts and names, and tells the chat if it is there. */
  apply(settings: Settings): void;
  focus(): void;
  /** What has the focus is in the panel. */
  hasFocus(): boolean;
}

/** After this the chat will not come: another origin, a proxy that forbids frames, no network. */
const GIVE_UP_MS = 12_000;

export function createPanel(settings: Settings, listener: { hear(message: FromFrame): void; close(): void }): Panel {
  const chatOrigin = new URL(settings.host).origin;
  const said = element('p', { role: 'status' });
  const own = element('a', { target: '_blank', rel: 'noopener' });
  const closeButton = element('button', { type: 'button' });
  const waiting = element('div', { class: 'waiting' }, said, closeButton);
  const root = element('div', { class: 'panel', part: 'panel', role: 'dialog', hidden: true }, waiting);
  closeButton.addEventListener('click', listener.close);

  let current = settings;
  let frame: HTMLIFrameElement | undefined;
  let port: MessagePort | undefined;
  let ready = false;

  const setReady = (value: boolean): void => {
    ready = value;
    root.classList.toggle('loaded', value);
  };

  /** The frame was loaded, perhaps anew: it gets a port, and only the chat's own origin can take it. */
  const introduce = (): void => {
    port?.close();
    setReady(false);
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = ({ data }: MessageEvent<FromFrame>) => {
      if (data.type === 'ready') setReady(true);
      listener.hear(data);
    };
    const handshake: Handshake = { reconnect: 'port', settings: settingsForFrame(current) };
    frame?.contentWindow?.postMessage(handshake, chatOrigin, [channel.port2]);
  };

  return {
    root,
    get loaded() {
      return frame !== undefined;
    },
    get ready() {
      return ready;
    },
    load() {
      if (frame) return;
      frame = element('iframe', { src: `${current.host}/frame`, title: current.title, allow: 'clipboard-write' });
      frame.addEventListener('load', introduce);
      root.prepend(frame);
      setTimeout(() => {
        if (ready) return;
        own.textContent = current.texts.unreachable;
        said.replaceChildren(own);
        console.warn(`Reconnect: the chat did not load. Is ${location.origin} among ALLOWED_ORIGINS of ${current.host}?`); // eslint-disable-line no-console
      }, GIVE_UP_MS);
    },
    send(message) {
      port?.postMessage(message);
    },
    apply(next) {
      current = next;
      own.href = `${next.host}/`;
      if (said.textContent === '') said.textContent = next.texts.loading;
      closeButton.textContent = next.texts.close;
      root.setAttribute('aria-label', next.title);
      frame?.setAttribute('title', next.title);
      port?.postMessage({ type: 'settings', settings: settingsForFrame(next) } satisfies ToFrame);
    },
    focus() {
      frame?.focus();
      port?.postMessage({ type: 'focus' } satisfies ToFrame);
    },
    hasFocus: () => root.contains((root.getRootNode() as ShadowRoot).activeElement),
  };
}

function settingsForFrame({ title, colour, logo, locale, theme, storage }: Settings): FrameSettings {
  return { title, colour, logo, locale, theme, storage };
}

import { isHandshake, type FromFrame, type ToFrame } from './embedding.ts';

/** The page around the frame, or nobody. */
export interface HostPage {
  /** What nobody hears is lost: a page that shows the chat by itself, or one that has not said hello yet. */
  send(message: FromFrame): void;
}

/**
 * Waits for the page that shows this one in its frame. Only the window right above is heard, and only when it belongs to
 * this server or to an allowed origin; from then on both speak over the port that it brought. The handshake's settings are
 * the first message.
 */
export function meetHostPage(allowed: readonly string[], hear: (message: ToFrame) => void): HostPage {
  let port: MessagePort | undefined;
  addEventListener('message', ({ source, origin, data, ports }: MessageEvent<unknown>) => {
    const [given] = ports;
    if (source !== window.parent || window.parent === window) return;
    if (origin !== location.origin && !allowed.includes(origin)) return;
    if (!isHandshake(data) || !given) return;
    port?.close();
    port = given;
    port.onmessage = (event: MessageEvent<ToFrame>) => hear(event.data);
    hear({ type: 'settings', settings: data.settings });
  });
  return { send: (message) => port?.postMessage(message) };
}

import type { ReconnectEvents, ReconnectFunction, ReconnectSettings } from './reconnect.d.ts';
import { defaultSettings, merged, settingsOfTag, type Settings } from './settings.ts';
import { putOnPage, type WidgetOnPage } from './widget-on-page.ts';

/** What a page may leave before this script is there: the calls that it made so far. */
interface Waiting {
  q?: ArrayLike<unknown>[];
}

type Listener = (...values: never[]) => void;

/** `https://host/rdp/widget.js` and `https://host/rdp/assets/HASH/widget.js` both belong to `https://host/rdp`. */
function hostOf(scriptUrl: string): string {
  return new URL(scriptUrl).href.replace(/\/(?:assets\/[^/]+\/)?widget\.js(?:[?#].*)?$/, '');
}

function complain(fault: string): void {
  console.warn(`Reconnect: ${fault}.`); // eslint-disable-line no-console
}

function install(script: HTMLScriptElement): void {
  const waiting = (window as { Reconnect?: unknown }).Reconnect as Waiting | undefined;
  const listeners = new Map<string, Set<Listener>>();
  let settings: Settings = defaultSettings(hostOf(script.src), document.documentElement.lang);
  let widget: WidgetOnPage | undefined;

  const emit = (name: string, ...values: unknown[]): void => {
    for (const listener of listeners.get(name) ?? []) {
      try {
        (listener as (...given: unknown[]) => void)(...values);
      } catch (error) {
        // A listener's fault is the page's, and stops neither the others nor the chat.
        reportError(error);
      }
    }
  };

  const booted = (call: string): WidgetOnPage | undefined => {
    if (!widget) complain(`${call} came before boot`);
    return widget;
  };

  const calls: Readonly<Record<string, (...given: never[]) => void>> = {
    boot(given: ReconnectSettings = {}) {
      settings = merged(settings, given, complain);
      if (widget) widget.apply(settings);
      else widget = putOnPage(settings, emit as Parameters<typeof putOnPage>[1]);
    },
    update(given: ReconnectSettings = {}) {
      settings = merged(settings, given, complain);
      booted('update')?.apply(settings);
    },
    show: () => calls['update']?.({ launcher: 'shown' } as never),
    hide: () => calls['update']?.({ launcher: 'hidden' } as never),
    open: () => booted('open')?.open(),
    close: () => widget?.close(),
    toggle: () => booted('toggle')?.toggle(),
    on(name: keyof ReconnectEvents, listener: Listener) {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
    },
    off(name: keyof ReconnectEvents, listener: Listener) {
      listeners.get(name)?.delete(listener);
    },
    reset: () => widget?.reset(),
    shutdown() {
      widget?.remove();
      widget = undefined;
    },
  };

  const api = (call: string, ...given: unknown[]): void => {
    const made = Object.hasOwn(calls, call) ? calls[call] : undefined;
    if (made) made(...(given as never[]));
    else complain(`there is no call "${call}"`);
  };
  window.Reconnect = Object.assign(api, { loaded: true }) as ReconnectFunction;

  const start = (): void => {
    const { boot, ...fromTag } = settingsOfTag(script.dataset) as ReconnectSettings & { boot?: string };
    settings = merged(settings, fromTag, complain);
    if (boot !== 'no') api('boot');
    for (const [call, ...given] of [...(waiting?.q ?? [])].map((each) => Array.from(each))) api(String(call), ...given);
  };
  if (document.body) start();
  else addEventListener('DOMContentLoaded', start, { once: true });
}

const script = document.currentScript;
const there = (window as { Reconnect?: { loaded?: boolean } }).Reconnect;
// A page that runs the tag twice (a router that loads it anew) has one chat.
if (script instanceof HTMLScriptElement && !there?.loaded) install(script);

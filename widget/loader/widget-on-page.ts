import { brandOf } from '../brand.ts';
import { element } from '../element.ts';
import type { FromFrame } from '../embedding.ts';
import { createConsentView, isConsentMissing } from './consent.ts';
import { createLauncher } from './launcher.ts';
import { createPanel } from './panel.ts';
import type { ReconnectEvents } from './reconnect.d.ts';
import type { Settings } from './settings.ts';
import { GROUND, STYLES } from './styles.ts';
import { createTraces } from './traces.ts';
import { markTitle } from './unread-title.ts';

/** The launcher and the chat on one page. */
export interface WidgetOnPage {
  apply(settings: Settings): void;
  open(): void;
  close(): void;
  toggle(): void;
  reset(): void;
  remove(): void;
}

export type Emit = <Name extends keyof ReconnectEvents>(name: Name, ...values: Parameters<ReconnectEvents[Name]>) => void;

export function putOnPage(first: Settings, emit: Emit): WidgetOnPage {
  let settings = first;
  let isOpen = false;
  let unread = 0;
  let focusWhenReady = false;
  /** The chat has to come once more, to forget what it keeps. */
  let resetWhenReady = false;
  const traces = createTraces(first.storage);

  const launcher = createLauncher(() => toggle());
  const panel = createPanel(first, { hear, close: () => close() });
  const consent = createConsentView({ agree, decline: () => close() });
  panel.root.append(consent.root);
  const said = element('div', { class: 'said', role: 'status' });
  const tree = element('div', {}, panel.root, launcher.root, said);
  const host = element('reconnect-chat' as 'div');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(tree);
  host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && isOpen) close();
  });

  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', paint);
  // A single-page app may empty the body, or put a new one in its place.
  const keeper = new MutationObserver(attach);

  function attach(): void {
    if (host.isConnected) return;
    document.body.append(host);
    keeper.disconnect();
    keeper.observe(document.documentElement, { childList: true });
    keeper.observe(document.body, { childList: true });
  }

  function paint(): void {
    const ground = GROUND[settings.theme === 'auto' ? (dark.matches ? 'dark' : 'light') : settings.theme];
    const { accent, accentInk, accentText } = brandOf(settings.colour, ground.surface);
    const variables = {
      accent, 'accent-ink': accentInk, 'accent-text': accentText, ...ground,
      'offset-x': `${settings.offsetX}px`, 'offset-y': `${settings.offsetY}px`,
    };
    for (const [name, value] of Object.entries(variables)) tree.style.setProperty(`--${name}`, value);
    tree.className = `${settings.side}${settings.launcher === 'hidden' ? ' bare' : ''}`;
  }

  function show(): void {
    launcher.show({ open: isOpen, unread, settings });
  }

  function open(): void {
    if (isOpen) return;
    isOpen = true;
    panel.root.hidden = false;
    // Nobody's focus is taken away by a page that opens the chat of its own accord.
    focusWhenReady = navigator.userActivation?.isActive ?? true;
    consent.root.hidden = !isConsentMissing(settings, traces.consent);
    if (consent.root.hidden) enter();
    else if (focusWhenReady) consent.focus();
    show();
    emit('open');
  }

  function agree(): void {
    traces.consent = settings.consentVersion;
    consent.root.hidden = true;
    enter();
  }

  /** Nothing was loaded or stored before. */
  function enter(): void {
    traces.open = true;
    panel.load();
    panel.send({ type: 'visible', visible: true });
    if (panel.ready && focusWhenReady) panel.focus();
  }

  function close(): void {
    if (!isOpen) return;
    const hadFocus = panel.hasFocus();
    isOpen = false;
    traces.open = false;
    panel.root.hidden = true;
    panel.send({ type: 'visible', visible: false });
    show();
    if (hadFocus) launcher.root.focus();
    emit('close');
  }

  function toggle(): void {
    if (isOpen) close();
    else open();
  }

  function hear(message: FromFrame): void {
    switch (message.type) {
      case 'ready':
        if (resetWhenReady) panel.send({ type: 'reset' });
        resetWhenReady = false;
        panel.send({ type: 'visible', visible: isOpen });
        if (isOpen && focusWhenReady && (panel.hasFocus() || shadow.activeElement === launcher.root)) panel.focus();
        emit('ready');
        return;
      case 'close':
        close();
        return;
      case 'unread':
        if (message.count === unread) return;
        unread = message.count;
        show();
        markTitle(unread);
        said.textContent = unread > 0 && !isOpen ? settings.texts.unread.replace('{count}', String(unread)) : '';
        emit('unread', unread);
        return;
      case 'ticket':
        emit('ticket', message.ticket);
        return;
      case 'conversation':
        traces.conversation = message.begun;
        return;
    }
  }

  function apply(next: Settings): void {
    settings = next;
    paint();
    panel.apply(next);
    consent.apply(next);
    show();
  }

  apply(first);
  attach();
  const mayLoad = !isConsentMissing(first, traces.consent);
  if (mayLoad && traces.open && traces.conversation) open();
  else if (mayLoad && traces.conversation) whenIdle(() => panel.load());

  return {
    apply, open, close, toggle,
    reset() {
      close();
      const known = traces.conversation;
      traces.conversation = false;
      traces.consent = undefined;
      if (panel.ready) panel.send({ type: 'reset' });
      else if (panel.loaded || known) {
        resetWhenReady = true;
        panel.load();
      }
    },
    remove() {
      keeper.disconnect();
      dark.removeEventListener('change', paint);
      markTitle(0);
      host.remove();
    },
  };
}

function whenIdle(task: () => void): void {
  const start = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(task, { timeout: 5_000 });
    else setTimeout(task, 1_000);
  };
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}

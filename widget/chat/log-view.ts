import { element } from '../element.ts';
import { createBubble, type Bubble } from './bubble.ts';
import { titleOf, type Submit } from './card.ts';
import type { Entry, Transcript } from './transcript.ts';
import { WORDS } from './words.ts';

/** The conversation on the page. */
export interface LogView {
  show(transcript: Transcript): void;
  showTyping(who: string | undefined): void;
  /** From now on what is added is read out: what was there before is not news. */
  speakFromNow(): void;
  clear(): void;
  /** What a press said, by the key of its entry. */
  pressed(key: string): string | undefined;
}

export interface LogViewParts {
  readonly log: HTMLElement;
  readonly newMessages: HTMLButtonElement;
  readonly submit: Submit;
  readonly retry: (entry: Entry) => void;
}

/** How far from the end somebody may be and still be reading along. Pixels. */
const NEAR_THE_END = 80;
/** Of what was said before, above a reply that is read from its start. Pixels. */
const ABOVE = 56;

interface Shown {
  entry: Entry;
  readonly bubble: Bubble;
  readonly pressed: string | undefined;
}

export function createLogView({ log, newMessages, submit, retry }: LogViewParts): LogView {
  const shown = new Map<string, Shown>();
  const typing = element('p', { class: 'typing', hidden: true }, element('span', { class: 'for-screen-readers' }));
  for (let dot = 0; dot < 3; dot += 1) typing.append(element('span', { class: 'dot', 'aria-hidden': 'true' }));
  log.append(typing);
  newMessages.addEventListener('click', () => toReply());
  log.addEventListener('scroll', () => {
    if (isNearEnd()) newMessages.hidden = true;
  }, { passive: true });

  function isNearEnd(): boolean {
    return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_THE_END;
  }

  /** To the end; or to the start of what answered the last word, when it does not fit. */
  function toReply(): void {
    const bubbles = [...log.querySelectorAll<HTMLElement>('.bubble')];
    const lastOwn = bubbles.findLastIndex((bubble) => bubble.classList.contains('own'));
    const start = bubbles[lastOwn + 1] ?? bubbles[lastOwn];
    const end = log.scrollHeight - log.clientHeight;
    log.scrollTop = lastOwn === -1 || !start ? 0 : Math.min(end, start.offsetTop - ABOVE);
    newMessages.hidden = true;
  }

  /** An own message is shown anew when the server keeps less of it: a password is blacked out. */
  function bubbleOf(entry: Entry, before: Transcript): Bubble {
    const known = shown.get(entry.key);
    if (known && (entry.own ? known.entry.activity.text === entry.activity.text : known.entry.activity === entry.activity)) {
      known.entry = entry;
      return known.bubble;
    }
    const pressed = entry.own ? pressedIn(entry, before) : undefined;
    const bubble = createBubble(entry, {
      pressed,
      copies: before.some(({ own }) => own),
      submit,
      retry: () => retry(shown.get(entry.key)?.entry ?? entry),
    });
    if (known) known.bubble.root.replaceWith(bubble.root);
    else typing.before(bubble.root);
    shown.set(entry.key, { entry, bubble, pressed });
    return bubble;
  }

  /** What the button said that was pressed; undefined for what was typed. */
  function pressedIn({ activity }: Entry, before: Transcript): string | undefined {
    if (activity.value === undefined || activity.value === null) return undefined;
    for (const { key } of before.toReversed()) {
      const title = titleOf(shown.get(key)?.bubble.buttons ?? [], activity.value);
      if (title !== undefined) return title;
    }
    return undefined;
  }

  return {
    show(transcript) {
      const wasNearEnd = isNearEnd();
      const before = shown.size;
      const lastOwn = transcript.findLastIndex(({ own }) => own);
      transcript.forEach((entry, at) => {
        const bubble = bubbleOf(entry, transcript.slice(0, at));
        const later = transcript.slice(at + 1).filter(({ own }) => own);
        const titles = later.map(({ activity }) => titleOf(bubble.buttons, activity.value ?? activity.text));
        const chosen = titles.find((title) => title !== undefined);
        bubble.show({ delivery: entry.delivery, past: at < lastOwn, chosen });
      });
      const grown = shown.size > before;
      const mine = transcript.at(-1)?.own === true;
      if (!grown) return;
      if (wasNearEnd || mine) toReply();
      else newMessages.hidden = false;
    },
    showTyping(who) {
      const stays = isNearEnd();
      typing.hidden = who === undefined;
      const label = typing.querySelector('.for-screen-readers');
      if (label) label.textContent = who === undefined ? '' : WORDS.typing(who);
      if (stays && who !== undefined) log.scrollTop = log.scrollHeight;
    },
    speakFromNow() {
      log.setAttribute('aria-live', 'polite');
    },
    pressed: (key) => shown.get(key)?.pressed,
    clear() {
      log.setAttribute('aria-live', 'off');
      shown.clear();
      log.replaceChildren(typing);
      typing.hidden = true;
      newMessages.hidden = true;
    },
  };
}

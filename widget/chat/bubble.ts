import { addCopyButtons } from '../copy-buttons.ts';
import { element } from '../element.ts';
import { cardOf, type Activity } from './activity.ts';
import { showCard, type CardButton, type Submit } from './card.ts';
import { fixBody } from './fix.ts';
import { markdown } from './markdown.ts';
import { partsOf } from './outline.ts';
import type { Entry } from './transcript.ts';
import { WORDS } from './words.ts';

/** One message on the page. It is built once; what changes later is its state. */
export interface Bubble {
  readonly root: HTMLElement;
  /** What its card can be answered with. */
  readonly buttons: readonly CardButton[];
  show(state: BubbleState): void;
}

export interface BubbleState {
  readonly delivery: Entry['delivery'];
  /** Its choices are behind the conversation. */
  readonly past: boolean;
  /** The choice that was made. */
  readonly chosen?: string | undefined;
}

export interface BubbleParts {
  /** For a press: what was pressed. */
  readonly pressed?: string | undefined;
  /** Commands are offered to be copied. */
  readonly copies: boolean;
  readonly submit: Submit;
  readonly retry: () => void;
}

export function createBubble(entry: Entry, parts: BubbleParts): Bubble {
  return entry.own ? ownBubble(entry, parts) : theirBubble(entry, parts);
}

function ownBubble({ activity }: Entry, { pressed, retry }: BubbleParts): Bubble {
  const again = element('button', { type: 'button', class: 'retry' }, WORDS.retry);
  again.addEventListener('click', retry);
  const delivery = element('p', { class: 'delivery' });
  const files = (activity.attachments ?? []).flatMap(({ name }) => (name === undefined ? [] : [name]));
  const body = element('div', { class: 'body', dir: 'auto' }, pressed ?? pasted(activity.text ?? files.join(', ')));
  const kind = pressed === undefined ? 'bubble own' : 'bubble own pressed';
  const root = element('article', { class: kind }, speaker(WORDS.you), body, delivery);
  return {
    root,
    buttons: [],
    show({ delivery: state }) {
      root.dataset['delivery'] = state;
      if (state === 'failed') delivery.replaceChildren(`${WORDS.failed} `, again);
      else delivery.replaceChildren(state === 'sending' ? WORDS.sending : '');
    },
  };
}

function theirBubble({ activity }: Entry, { copies, submit }: BubbleParts): Bubble {
  const about = activity.channelData?.reconnect;
  const { author } = about ?? {};
  const body = element('div', { class: 'body', dir: 'auto' });
  // The page around it may speak another language.
  if (activity.locale !== undefined) body.lang = activity.locale;
  const root = element('article', { class: author ? 'bubble person' : 'bubble' }, speaker(author?.name ?? WORDS.assistant), body);
  if (author) body.append(element('p', { class: 'author', 'aria-hidden': 'true' }, author.name, element('span', {}, WORDS.fromSupport)));
  body.append(...contentOf(activity));
  if (copies) addCopyButtons(body);

  const card = showCard(cardOf(activity) ?? suggested(activity), submit);
  const earlier = element('details', { class: 'earlier' }, element('summary'));
  if (card.root.childElementCount > 0) body.append(card.root);
  return {
    root,
    buttons: card.buttons,
    show({ past, chosen }) {
      const summary = earlier.querySelector('summary');
      if (summary) summary.textContent = chosen === undefined ? WORDS.earlierChoices : WORDS.chose(chosen);
      if (!past || card.root.childElementCount === 0 || earlier.isConnected) return;
      card.root.replaceWith(earlier);
      earlier.append(card.root);
    },
  };
}

function contentOf(activity: Activity): Node[] {
  const { text = '', channelData, textFormat } = activity;
  const { kind, outline, author } = channelData?.reconnect ?? {};
  if (textFormat === 'plain') return [element('p', {}, text)];
  if (author) return [markdown(text.slice(author.from), { breaks: true })];
  const parts = partsOf(text, outline);
  if (parts && kind === 'fix') return fixBody(parts);
  // The same words stand in the field below, where they can be corrected.
  if (parts && kind === 'summary') return parts.filter(({ name }) => name !== 'summary').map((part) => markdown(part.text));
  return [markdown(text)];
}

/** Suggested actions of the protocol, as a card of buttons. */
function suggested({ suggestedActions }: Activity): unknown {
  const actions = (suggestedActions?.actions ?? []).map(({ title = '', value, type }) =>
    type === 'openUrl' ? { type: 'Action.OpenUrl', title, url: value } : { type: 'Action.Submit', title, data: value ?? title },
  );
  return { actions };
}

/** For those who do not see on which side it stands. */
function speaker(name: string): HTMLElement {
  return element('p', { class: 'for-screen-readers' }, WORDS.said(name));
}

const SHOWN_LINES = 4;

/** A pasted window or log is folded after its first lines. */
function pasted(text: string): Node | string {
  const lines = text.split('\n');
  if (lines.length <= SHOWN_LINES + 2) return text;
  const rest = element('span', { hidden: true }, `\n${lines.slice(SHOWN_LINES).join('\n')}`);
  const more = element('button', { type: 'button', class: 'more', 'aria-expanded': 'false' }, WORDS.showLines(lines.length));
  more.addEventListener('click', () => {
    rest.hidden = !rest.hidden;
    more.setAttribute('aria-expanded', String(!rest.hidden));
    more.textContent = rest.hidden ? WORDS.showLines(lines.length) : WORDS.hideLines;
  });
  return element('div', {}, element('span', {}, lines.slice(0, SHOWN_LINES).join('\n')), rest, more);
}

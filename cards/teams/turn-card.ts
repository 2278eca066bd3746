import { BASE_LOCALE, phrasesOf } from '../../dialogs/phrases.ts';
import type { Reply } from '../../dialogs/turn.ts';
import type { TextPart } from '../about.ts';
import { card, type AdaptiveCard } from '../adaptive-card.ts';
import { partsOf } from '../render.ts';
import { placeButtons } from './buttons.ts';
import type { CardElement } from './elements.ts';
import { elementsOf, firstWords, type Look } from './markdown.ts';

/** Everything that a turn says, as one card. */
export interface TurnCard {
  readonly card: AdaptiveCard;
  /** For the notification and for screen readers. */
  readonly summary: string;
}

/** @param shownTo whom the buttons are for, where others see the card too. Pure. */
export function turnCard(replies: readonly Reply[], shownTo?: string): TurnCard {
  const hasField = replies.some(({ type }) => type === 'summary');
  const { beside, below, list } = placeButtons(replies.map(({ buttons = [] }) => buttons), { shownTo, hasField });
  const body = replies.map((reply, index): CardElement => {
    const actions = beside[index] ?? [];
    const items = [...said(reply), ...(actions.length > 0 ? [{ type: 'ActionSet' as const, actions }] : [])];
    return { type: 'Container', items, ...(index > 0 && { separator: true as const, spacing: 'Medium' as const }) };
  });
  const summary = summaryOf(replies);
  return { card: card([...body, ...(list ? [list] : [])], below, summary), summary };
}

/** The same card when it is answered: without buttons, and with what was chosen. */
export function closedCard(replies: readonly Reply[], chosen?: string): AdaptiveCard {
  const body = replies.map((reply, index): CardElement => ({ type: 'Container', items: partsOf(reply).flatMap(elements), ...(index > 0 && { separator: true as const }) }));
  const choice: CardElement[] = chosen === undefined ? [] : [{ type: 'RichTextBlock', separator: true, inlines: [{ type: 'TextRun', text: 'You chose: ' }, { type: 'TextRun', text: chosen, weight: 'Bolder' }] }];
  return card([...body, ...choice], [], summaryOf(replies));
}

/** What stands in the place of a card that nobody remembers any more. */
export function pastCard(): AdaptiveCard {
  const text = 'This step is over. What counts now stands further down.';
  return card([{ type: 'TextBlock', text, wrap: true, isSubtle: true }], [], text);
}

/** A report stands in a field, where it can be corrected, and not above it as well. */
function said(reply: Reply): CardElement[] {
  if (reply.type !== 'summary') return partsOf(reply).flatMap(elements);
  const field: CardElement = { type: 'Input.Text', id: 'summary', label: phrasesOf({ locale: reply.locale ?? BASE_LOCALE }).HEADING.summary, isMultiline: true, maxLength: 4000, value: reply.summary };
  return [...elementsOf(reply.text), field];
}

const LOOK: Readonly<Partial<Record<TextPart, Look>>> = {
  facts: { isSubtle: true, size: 'Small' },
  source: { isSubtle: true, size: 'Small' },
  risk: { color: 'Attention' },
};

function elements([part, text]: readonly [TextPart, string]): CardElement[] {
  return elementsOf(text, LOOK[part]);
}

const LONGEST_SUMMARY = 200;

function summaryOf(replies: readonly Reply[]): string {
  const main = replies.find(({ type }) => type === 'fix' || type === 'question') ?? replies[0];
  if (!main) return '';
  const words = firstWords(main.type === 'fix' ? main.title : main.text);
  return words.length <= LONGEST_SUMMARY ? words : `${words.slice(0, LONGEST_SUMMARY - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

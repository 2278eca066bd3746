import { BASE_LOCALE } from './phrases.ts';
import type { TurnDraft } from './draft.ts';
import { isOpen, nextOpening, openingInWords } from './opening-hours.ts';

/** What a sentence about support needs besides while it is closed: when to expect an answer. Empty while it is open, or always is. Pure. */
export function whileClosed({ mind: { graph, site }, context: { now }, phrases }: Pick<TurnDraft, 'mind' | 'context' | 'phrases'>): string {
  const { hours } = site;
  if (!hours || isOpen(hours, now)) return '';
  const opening = nextOpening(hours, now);
  return ` ${phrases.closedUntil(opening && openingInWords(hours, opening, graph.locale === BASE_LOCALE ? undefined : graph.locale), hours.note)}`;
}

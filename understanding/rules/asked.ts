import type { Rule } from '../rule.ts';
import { asksForNews, asksForText, termIn } from '../wordings.ts';

/** "What is NLA?": a word that the graph explains. */
export const term: Rule = {
  name: 'term',
  apply({ text, mind }) {
    const asked = termIn(text);
    const known = asked === undefined ? undefined : mind.graph.term(asked);
    return known && { act: { kind: 'term', term: known } };
  },
};

/** "Give me something to send to IT." */
export const requestText: Rule = {
  name: 'request-text',
  apply: ({ text }) => (asksForText(text) ? { act: { kind: 'request-text' } } : undefined),
};

/** To somebody who has a ticket it is plain what "any news?" asks for. */
export const news: Rule = {
  name: 'news',
  apply: ({ table, text }) => (table.kind === 'ticket' && asksForNews(text) ? { act: { kind: 'status' } } : undefined),
};

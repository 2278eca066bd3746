import type { Reply } from '../dialogs/turn.ts';
import { render } from './render.ts';

/** A reply for where nothing can be pressed: its text, and what its buttons would say. Pure. */
export function plainText(reply: Reply): string {
  const titles = (reply.buttons ?? []).map(({ title }) => `"${title}"`);
  return titles.length === 0 ? render(reply).text : `${render(reply).text}\n\nAnswer in your own words, or with: ${titles.join(', ')}.`;
}

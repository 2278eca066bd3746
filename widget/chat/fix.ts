import { element } from '../element.ts';
import { markdown } from './markdown.ts';
import type { Part } from './outline.ts';
import { WORDS } from './words.ts';

/** Always in sight: what it is, why, what it costs and risks, and where to begin. */
const IN_SIGHT = ['title', 'why', 'handover', 'facts', 'risk'];

/** A fix with its first step in sight and the rest on demand. Words to send to an administrator come in place of the first step. */
export function fixBody(parts: readonly Part[]): Node[] {
  const steps = parts.filter(({ name }) => name === 'step');
  const first = parts.some(({ name }) => name === 'handover') ? undefined : steps[0];
  const shown = parts.filter((part) => IN_SIGHT.includes(part.name) || part === first);
  const rest = parts.filter((part) => !shown.includes(part));
  const nodes: Node[] = shown.map((part) => element('div', { class: `part ${part.name}` }, markdown(part.text)));
  if (rest.length === 0) return nodes;
  const later = rest.map((part) => element('div', { class: `part ${part.name}` }, markdown(part.text)));
  return [...nodes, element('details', { class: 'rest' }, element('summary', {}, WORDS.restOfFix(steps.length)), ...later)];
}

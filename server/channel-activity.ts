import { z } from 'zod';
import { LIMITS } from './limits.ts';

const { text: mostText, parts: mostParts } = LIMITS.channelActivity;

/** The adapter answers 500 to a body without a type; it is the caller's fault. */
const typed = z.looseObject({ type: z.string().min(1) });

/**
 * An activity as a Bot Framework channel posts it, no longer than anybody writes: cut before anything looks into it, since
 * all that comes after costs by its length. What is of another shape stays for the adapter to refuse.
 */
export const channelActivity = typed.transform(({ text, entities, attachments, ...rest }) => ({
  ...rest,
  ...(text !== undefined && { text: shortText(text) }),
  ...(entities !== undefined && { entities: firstOf(entities) }),
  ...(attachments !== undefined && { attachments: firstOf(attachments) }),
}));

/** The text says where it was cut. */
function shortText(text: unknown): unknown {
  if (typeof text !== 'string' || text.length <= mostText) return text;
  return `${text.slice(0, mostText)}\n[${text.length - mostText} more characters were not read]`;
}

function firstOf(parts: unknown): unknown {
  return Array.isArray(parts) ? parts.slice(0, mostParts) : parts;
}

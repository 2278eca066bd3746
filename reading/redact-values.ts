import { redact, secretsIn } from './redact.ts';

/** A field of this name holds a secret whatever its form. */
const SECRET_NAME = /(?:password|passwd|passwort|kennwort|pwd|passphrase|secret|pincode|api_?key)$/i;
/** Deeper values are left out: nobody who writes to a helpdesk nests so. */
const DEEPEST = 30;

/**
 * The same JSON value with every secret in it masked, in names of fields as well as in texts. What stands in a field that is
 * named after a secret goes whole. Returns the same strings where there is none; never throws.
 */
export function redactValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redact(value).text;
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return null;
  if (Array.isArray(value)) return value.map((each) => redactValue(each, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [redact(name).text, redactField(name, each, depth)]));
}

function redactField(name: string, value: unknown, depth: number): unknown {
  const holdsSecret = SECRET_NAME.test(name) && (typeof value === 'string' || typeof value === 'number') && value !== '';
  return holdsSecret ? '[password removed]' : redactValue(value, depth + 1);
}

/** A file's name; where others have a space, it has a dash, a dot or an underline. */
export function redactFileName(name: string): string {
  const found = secretsIn(name).length > 0 ? name : name.replaceAll('_', ' ');
  let masked = name;
  for (const { kind, span } of [...secretsIn(found)].reverse()) masked = `${masked.slice(0, span[0])}[${kind} removed]${masked.slice(span[1])}`;
  return masked;
}

interface SaidActivity {
  readonly text?: unknown;
  readonly value?: unknown;
  readonly attachments?: unknown;
  readonly channelData?: unknown;
  readonly entities?: unknown;
}

/** A person's activity as it may be kept: what was said, pressed, typed into a card, attached or sent along. Ids stay. */
export function redactActivity<T extends SaidActivity>(activity: T): T {
  const { text, value, attachments, channelData, entities } = activity;
  return {
    ...activity,
    ...(text !== undefined && { text: redactValue(text) }),
    ...(value !== undefined && { value: redactValue(value) }),
    ...(attachments !== undefined && { attachments: redactAttachments(attachments) }),
    ...(channelData !== undefined && { channelData: withId(redactValue(channelData), channelData) }),
    ...(entities !== undefined && { entities: redactValue(entities) }),
  };
}

function redactAttachments(attachments: unknown): unknown {
  if (!Array.isArray(attachments)) return redactValue(attachments);
  return attachments.map((attachment: unknown) => {
    const redacted = redactValue(attachment) as { name?: unknown };
    return typeof redacted === 'object' && redacted !== null && typeof redacted.name === 'string' ? { ...redacted, name: redactFileName(redacted.name) } : redacted;
  });
}

/** A page finds its own message again by the id that it gave it. */
function withId(redacted: unknown, original: unknown): unknown {
  const id = (original as { clientActivityID?: unknown } | null)?.clientActivityID;
  return typeof id === 'string' && /^[\w-]{1,100}$/.test(id) ? { ...(redacted as object), clientActivityID: id } : redacted;
}

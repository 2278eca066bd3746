import { z } from 'zod';
import type { UserEvent } from '../../dialogs/turn.ts';
import { activityText } from './activity-text.ts';
import { isMentioned, isShared } from './place.ts';
import { pressSchema } from './press-schema.ts';

const account = z.object({ id: z.string(), name: z.string().optional() });

/** The field of the list on a card; its value is `ACTION/TARGET`. */
const CHOSEN = 'reconnect-pick';

/** A card's data as its button gave it, with the card's fields beside it. */
const submitted = z.looseObject({ reconnect: pressSchema, [CHOSEN]: z.string().optional(), fromList: z.boolean().optional(), shownTo: z.string().optional() });
const executed = z.object({ action: z.object({ data: z.unknown().optional() }) });

const attachment = z.object({ contentType: z.string(), name: z.string().optional() });

const spoken = z.object({
  type: z.string(),
  name: z.string().optional(),
  action: z.string().optional(),
  channelId: z.string(),
  conversation: z.object({ id: z.string(), conversationType: z.string().optional(), isGroup: z.boolean().optional() }),
  text: z.string().optional(),
  textFormat: z.string().optional(),
  value: z.unknown().optional(),
  recipient: account.optional(),
  entities: z.array(z.unknown()).optional(),
  attachments: z.array(z.unknown()).optional(),
  membersAdded: z.array(account).optional(),
  locale: z.string().optional(),
});
type Spoken = z.infer<typeof spoken>;

/** Parts of a message that carry no file: its own formatting, and cards. */
const NO_FILE = /^(?:text\/|application\/vnd\.microsoft\.(?:card|teams\.card)\b)/;

/**
 * What an activity means to the conversation; undefined when it says nothing that wants an answer (a reaction,
 * typing, somebody else coming or going, people talking with each other). `unknown` is what a person did and could not be read.
 */
export function activityToEvent(activity: unknown): UserEvent | undefined {
  const parsed = spoken.safeParse(activity);
  if (!parsed.success) return { type: 'unknown', what: 'an activity of another shape' };
  const { data } = parsed;
  switch (data.type) {
    case 'message':
      return messageToEvent(data);
    case 'invoke':
      return data.name === 'adaptiveCard/action' ? pressToEvent(executed.safeParse(data.value).data?.action.data) : undefined;
    case 'installationUpdate':
      return data.action === 'add' || data.action === 'add-upgrade' ? { type: 'joined', ...localeOf(data) } : undefined;
    case 'conversationUpdate':
      return isArrival(data) ? { type: 'joined', ...localeOf(data) } : undefined;
    default:
      return undefined;
  }
}

function messageToEvent(activity: Spoken): UserEvent | undefined {
  const { value } = activity;
  // Some clients show the button's title as a message of the person; it is the press that counts.
  const pressed = pressToEvent(value);
  if (pressed.type === 'pressed') return pressed;
  if (isShared(activity) && !isMentioned(activity)) return undefined;
  const text = activityText(activity) || (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');
  if (text === '' && typeof value === 'object' && value !== null) return pressed;
  const attachments = (activity.attachments ?? []).flatMap((raw) => {
    const { data } = attachment.safeParse(raw);
    return data && !NO_FILE.test(data.contentType) ? [{ name: data.name ?? '', contentType: data.contentType }] : [];
  });
  return { type: 'utterance', ...localeOf(activity), text, ...(attachments.length > 0 && { attachments }) };
}

/** What the channel holds to be the person's language. */
function localeOf({ locale }: Spoken): { readonly locale?: string } {
  return locale === undefined ? {} : { locale };
}

function pressToEvent(value: unknown): UserEvent {
  const parsed = submitted.safeParse(value);
  if (!parsed.success) return { type: 'unknown', what: 'a button of another card' };
  const { reconnect, [CHOSEN]: chosen, fromList, shownTo: _mark, ...fields } = parsed.data;
  const typed = Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string');
  const { input, ...button } = reconnect;
  const rest = fromList === true ? { ...button, ...chosenPress(chosen) } : button;
  const merged = { ...input, ...Object.fromEntries(typed) };
  return { type: 'pressed', press: { ...rest, ...(Object.keys(merged).length > 0 && { input: merged }) } };
}

/** What was chosen from the list; nothing that could be chosen leaves the press as it is, which no step knows. */
function chosenPress(chosen = ''): object {
  const [action, ...target] = chosen.split('/');
  const { data } = pressSchema.pick({ action: true }).safeParse({ action });
  return data ? { ...data, target: target.join('/') } : {};
}

/**
 * Somebody is here to be greeted. On Teams that is the bot's own arrival: people who join a team later did not
 * ask for it. Elsewhere a person's arrival is what opens the conversation.
 */
function isArrival({ channelId, recipient, membersAdded = [] }: Spoken): boolean {
  const isBot = (member: { id: string }): boolean => member.id === recipient?.id;
  return channelId === 'msteams' ? membersAdded.some(isBot) : membersAdded.some((member) => !isBot(member));
}

/** What of an activity says where it was said, by whom and to whom. */
export interface PlacedActivity {
  readonly type?: string | undefined;
  readonly channelId: string;
  readonly conversation: { readonly id: string; readonly conversationType?: string | undefined; readonly isGroup?: boolean | undefined };
  readonly from?: { readonly id?: string | undefined } | undefined;
  readonly recipient?: { readonly id?: string | undefined } | undefined;
  readonly entities?: readonly unknown[] | undefined;
}

/** Several people read along: a group chat, or a thread of a channel. */
export function isShared({ channelId, conversation }: Pick<PlacedActivity, 'channelId' | 'conversation'>): boolean {
  if (channelId !== 'msteams') return false;
  return conversation.isGroup === true || conversation.conversationType === 'groupChat' || conversation.conversationType === 'channel';
}

/** Activities of the place itself, whoever caused them: the bot was added or removed. */
const OF_THE_PLACE: readonly (string | undefined)[] = ['conversationUpdate', 'installationUpdate'];

/**
 * What a case is known by: channels may use the same id for a conversation, and where several people read along each of them
 * has their own.
 */
export function caseKey(activity: PlacedActivity): string {
  return `${activity.channelId}/${placeInChannel(activity)}`;
}

/** The case within its channel: the conversation, and the person where there are several. */
export function placeInChannel(activity: PlacedActivity): string {
  const { conversation, from, type } = activity;
  if (!isShared(activity) || from?.id === undefined || OF_THE_PLACE.includes(type)) return conversation.id;
  return `${conversation.id}/people/${from.id}`;
}

/** The bot is named in it. */
export function isMentioned({ entities = [], recipient }: PlacedActivity): boolean {
  return entities.some((entity) => {
    const { type, mentioned } = (entity ?? {}) as { type?: unknown; mentioned?: { id?: unknown } };
    return type === 'mention' && recipient?.id !== undefined && mentioned?.id === recipient.id;
  });
}

import { ConversationState, type TurnContext } from 'botbuilder';
import { placeInChannel } from '../activities/place.ts';

/** Bot Framework's state of a conversation, with a record for each person where several share one. */
export class CaseState extends ConversationState {
  override getStorageKey({ activity }: TurnContext): string {
    return `${activity.channelId}/conversations/${placeInChannel(activity)}/`;
  }
}

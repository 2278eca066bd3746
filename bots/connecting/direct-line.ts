import type { Activity, CloudAdapter, ResourceResponse, TurnContext } from 'botbuilder';
import { ClaimsIdentity, type ConnectorClient, type ConnectorFactory } from 'botframework-connector';
import type { BotEndpoint, ChannelSink } from '../../server/direct-line/ports.ts';

/** The service URL of conversations that live in this process. Nothing listens there. */
export const DIRECT_LINE_SERVICE_URL = 'urn:reconnect:direct-line';

const BOT_ID = 'reconnect';

export interface DirectLineBotParts {
  readonly adapter: CloudAdapter;
  /** The bot: `(context) => bot.run(context)`. */
  readonly logic: (context: TurnContext) => Promise<void>;
}

/**
 * Direct Line's way to the bot and back, without a network: a turn goes through the adapter's whole pipeline, and what
 * the bot sends goes to the sink. Replies are named after the activity that caused them and counted, so that a turn
 * that runs again after a crash says nothing twice.
 *
 * The adapter does not authenticate these turns; the Direct Line token did.
 */
export function createDirectLineBot(parts: DirectLineBotParts): (sink: ChannelSink) => BotEndpoint {
  return (sink) => ({
    async deliver(activity) {
      const { id, conversation } = activity;
      if (!id || !conversation) throw new TypeError('An activity needs an id and a conversation to be delivered.');
      const authorization = {
        audience: DIRECT_LINE_SERVICE_URL,
        // An `aud` and an `appid` as the adapter itself claims them for a bot without credentials.
        claimsIdentity: new ClaimsIdentity([{ type: 'aud', value: '' }, { type: 'appid', value: '' }], 'direct-line'),
        connectorFactory: directLineConnectorFactory(sink, id),
      };
      await parts.adapter.processActivityDirect(authorization, arriving(activity), parts.logic);
    },
  });
}

/**
 * Gives connectors that write to the sink. `turnId` names the turn they speak in: a reply's id is the turn's id and a
 * count, so use one factory for one turn.
 */
export function directLineConnectorFactory(sink: ChannelSink, turnId: string): ConnectorFactory {
  let replies = 0;
  const nextId = (activity: Partial<Activity>): string =>
    // Typing is sent by a clock, so it must not move the count of what is kept.
    activity.type === 'typing' ? `${turnId}.typing` : `${turnId}.${++replies}`;
  const send = (conversationId: string, { replyToId, ...activity }: Partial<Activity>): Promise<ResourceResponse> =>
    // A proactive turn has an activity that nobody sent; Web Chat would hold the message back and wait for it.
    sink.append(conversationId, { ...activity, ...(replyToId === turnId && { replyToId }), id: nextId(activity) });

  const conversations = {
    sendToConversation: send,
    replyToActivity: (conversationId: string, _replyToId: string, activity: Partial<Activity>) => send(conversationId, activity),
    updateActivity: (conversationId: string, id: string, activity: Partial<Activity>) => sink.update(conversationId, { ...activity, id }),
    deleteActivity: async () => undefined,
    getConversationMembers: (conversationId: string) => sink.members(conversationId),
    getConversationMember: async (conversationId: string, memberId: string) =>
      (await sink.members(conversationId)).find((member) => member.id === memberId),
  };
  // The adapter uses these calls of a connector and no others; the rest of its surface speaks HTTP.
  const client = { conversations } as unknown as ConnectorClient;
  return { create: async () => client } as ConnectorFactory;
}

/** As the adapter's HTTP side would have read it: dates are dates, and the bot is whom it is addressed to. */
function arriving(activity: Partial<Activity>): Activity {
  return {
    ...activity,
    timestamp: activity.timestamp ? new Date(activity.timestamp) : undefined,
    channelId: 'directline',
    serviceUrl: DIRECT_LINE_SERVICE_URL,
    recipient: { id: BOT_ID, name: 'Reconnect', role: 'bot' },
  } as Activity;
}

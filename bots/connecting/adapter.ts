import { CloudAdapter, type Activity, type TurnContext } from 'botbuilder';
import { ClaimsIdentity, type BotFrameworkAuthentication, type ConnectorFactory } from 'botframework-connector';
import { z } from 'zod';
import { authenticationFor } from './authentication.ts';
import type { BotLog } from './bot-log.ts';
import type { BotCredentials } from './credentials.ts';
import { incomingActivity } from '../activities/incoming-activity.ts';
import { RefusedRequest } from './refused-request.ts';
import { RoutingAuth, TURN_CLAIM } from './routing-auth.ts';
import { createTurnErrorHandler } from '../turns/turn-error.ts';

export interface AdapterConfig {
  /** None: authentication is off, and only this machine is spoken to. */
  readonly credentials?: BotCredentials;
  /** More hosts that replies may go to, exact or `*.suffix`. */
  readonly serviceHosts?: readonly string[];
  /** The only tenants whose people are answered on Teams; everybody's when not given. */
  readonly tenants?: readonly string[];
  readonly log: BotLog;
  readonly newReference: () => string;
  /** Milliseconds that a call to a channel or to Microsoft's keys may take. */
  readonly callDeadline?: number;
  /** In place of Microsoft's own: another cloud, or a test's keys. */
  readonly authentication?: BotFrameworkAuthentication;
}

export type Logic = (context: TurnContext) => Promise<void>;

/** What a channel is answered. */
interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export class SupportAdapter extends CloudAdapter {
  readonly #auth: RoutingAuth;
  readonly #appId: string;

  constructor(config: AdapterConfig) {
    const authentication = config.authentication ?? authenticationFor(config.credentials);
    const auth = new RoutingAuth(authentication, {
      authenticated: config.credentials !== undefined,
      ...(config.tenants && { tenants: config.tenants }),
      ...(config.serviceHosts && { hosts: config.serviceHosts }),
    }, config.callDeadline);
    super(auth);
    this.#auth = auth;
    this.#appId = config.credentials?.appId ?? '';
    this.onTurnError = createTurnErrorHandler(config);
  }

  /**
   * Proactive messages to this service URL go to the connector given, without a network. `connectorFor` is told
   * the id of the turn. With a `channelId`, activities of that channel are refused from outside while there are
   * no credentials.
   */
  registerLocal(serviceUrl: string, connectorFor: (turnId: string) => ConnectorFactory, channelId?: string): void {
    this.#auth.registerLocal(serviceUrl, connectorFor, channelId);
  }

  /**
   * Runs the turn of one posted activity. Throws a `RefusedRequest` (400, 401, 403, 503) before anything reached
   * the bot, and whatever `onTurnError` rethrows.
   */
  async receive(authorization: string, body: unknown, logic: Logic): Promise<HttpAnswer> {
    const parsed = incomingActivity.safeParse(body);
    if (!parsed.success) throw new RefusedRequest(400, 'BadActivity', `This is no activity: ${z.prettifyError(parsed.error)}`);
    const activity = withDates(parsed.data);
    const answer = await this.processActivity(authorization, activity, logic);
    return answer ? { status: answer.status, ...(answer.body !== undefined && { body: answer.body as unknown }) } : { status: 200 };
  }

  /** Runs a turn that no activity began, in a conversation that was talked in before. */
  async continueAs(turnId: string, reference: Parameters<CloudAdapter['continueConversationAsync']>[1], logic: Logic): Promise<void> {
    const identity = new ClaimsIdentity([
      { type: 'aud', value: this.#appId },
      { type: 'appid', value: this.#appId },
      { type: TURN_CLAIM, value: turnId },
    ]);
    await this.continueConversationAsync(identity, reference, logic);
  }
}

export function createAdapter(config: AdapterConfig): SupportAdapter {
  return new SupportAdapter(config);
}

/** The SDK works with dates where the protocol has texts. */
function withDates(body: z.infer<typeof incomingActivity>): Activity {
  const { timestamp, localTimestamp, expiration, ...rest } = body;
  return {
    ...rest,
    ...(timestamp !== undefined && { timestamp: new Date(timestamp), rawTimestamp: timestamp }),
    ...(localTimestamp !== undefined && { localTimestamp: new Date(localTimestamp), rawLocalTimestamp: localTimestamp }),
    ...(expiration !== undefined && { expiration: new Date(expiration), rawExpiration: expiration }),
  } as unknown as Activity;
}

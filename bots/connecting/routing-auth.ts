import type { Activity } from 'botbuilder';
import {
  AuthenticationError,
  BotFrameworkAuthentication,
  type AuthenticateRequestResult,
  type ClaimsIdentity,
  type ConnectorClient,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { within, withDeadlines } from './deadline.ts';
import { RefusedRequest } from './refused-request.ts';
import { isServiceUrlAllowed, type ServiceUrlPolicy } from './service-urls.ts';

/** The claim under which a proactive turn carries its id to the connector of a channel in this process. */
export const TURN_CLAIM = 'reconnect-turn';

/** Gives the connector of a channel that lives in this process, for one turn. */
export type LocalConnector = (turnId: string) => ConnectorFactory;

const MAX_CLIENTS = 200;

/** Teams delivers again after fifteen seconds. */
export const CALL_DEADLINE_MS = 9_500;

/**
 * Bot Framework's authentication with what it lacks:
 *
 * - every refused token is a `RefusedRequest` with 401 (stock answers 500 to a wrong key and to alg none);
 * - replies go to allowed service URLs only, incoming and proactive alike;
 * - clients are built once for each service URL, not twice a turn, which a third of a turn's CPU went to;
 * - conversations of a channel in this process are reached without a network.
 */
export class RoutingAuth extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;
  readonly #policy: ServiceUrlPolicy;
  readonly #connectors = new Map<string, Promise<ConnectorClient>>();
  readonly #tokenClients = new Map<string, Promise<UserTokenClient>>();
  readonly #local = new Map<string, LocalConnector>();
  readonly #localChannels = new Set<string>();

  readonly #deadline: number;

  /** @param deadline milliseconds that a call to the outside may take. */
  constructor(inner: BotFrameworkAuthentication, policy: ServiceUrlPolicy, deadline = CALL_DEADLINE_MS) {
    super();
    this.#deadline = deadline;
    this.#inner = inner;
    this.#policy = policy;
  }

  registerLocal(serviceUrl: string, connector: LocalConnector, channelId?: string): void {
    this.#local.set(serviceUrl, connector);
    if (channelId !== undefined) this.#localChannels.add(channelId);
  }

  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    const result = await within(this.#deadline, () => this.#inner.authenticateRequest(activity, authHeader)).catch(refuseToken);
    if (!this.#isAllowed(activity.serviceUrl)) throw refusedUrl(activity.serviceUrl, this.#policy.authenticated);
    if (!this.#policy.authenticated && this.#localChannels.has(activity.channelId)) {
      // Or a program on this machine could speak in a website visitor's conversation.
      throw new RefusedRequest(403, 'LocalChannel', `The channel "${activity.channelId}" lives inside this server and is not taken from outside.`);
    }
    if (!isOfTenants(activity, this.#policy.tenants)) {
      throw new RefusedRequest(403, 'TenantRefused', 'This bot answers the people of its own organisation. Add the tenant to ALLOWED_TENANTS if it is yours.');
    }
    const { connectorFactory } = result;
    if (!connectorFactory) return result;
    return { ...result, connectorFactory: this.#remoteFactory(connectorFactory, result.claimsIdentity) };
  }

  override async authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    throw new RefusedRequest(401, 'Unauthorized', 'Streaming connections are not taken here.');
  }

  override createConnectorFactory(claimsIdentity: ClaimsIdentity): ConnectorFactory {
    const remote = this.#remoteFactory(this.#inner.createConnectorFactory(claimsIdentity), claimsIdentity);
    return factory(async (serviceUrl, audience) => {
      const local = this.#local.get(serviceUrl);
      if (!local) return remote.create(serviceUrl, audience);
      return local(claimsIdentity.getClaimValue(TURN_CLAIM) ?? '').create(serviceUrl, audience);
    });
  }

  override createUserTokenClient(claimsIdentity: ClaimsIdentity): Promise<UserTokenClient> {
    return remembered(this.#tokenClients, identityKey(claimsIdentity), () => this.#inner.createUserTokenClient(claimsIdentity));
  }

  override getOriginatingAudience(): string {
    return this.#inner.getOriginatingAudience();
  }

  #remoteFactory(inner: ConnectorFactory, identity: ClaimsIdentity): ConnectorFactory {
    return factory(async (serviceUrl, audience) => {
      if (!this.#isAllowed(serviceUrl)) throw refusedUrl(serviceUrl, this.#policy.authenticated);
      const key = JSON.stringify([serviceUrl, audience, identityKey(identity)]);
      return remembered(this.#connectors, key, async () => withDeadlines(await within(this.#deadline, () => inner.create(serviceUrl, audience)), this.#deadline));
    });
  }

  #isAllowed(serviceUrl: unknown): boolean {
    return typeof serviceUrl === 'string' && isServiceUrlAllowed(serviceUrl, this.#policy);
  }
}

/** Teams names the tenant of a conversation twice; both come from Microsoft, whose token was checked. */
function isOfTenants(activity: Activity, tenants: readonly string[] | undefined): boolean {
  if (tenants === undefined || activity.channelId !== 'msteams') return true;
  const { tenant } = (activity.channelData ?? {}) as { tenant?: { id?: unknown } };
  const id = activity.conversation.tenantId ?? tenant?.id;
  return typeof id === 'string' && tenants.includes(id.toLowerCase());
}

function factory(create: (serviceUrl: string, audience?: string) => Promise<ConnectorClient>): ConnectorFactory {
  return { create } as ConnectorFactory;
}

function identityKey(identity: ClaimsIdentity): string {
  return identity.getClaimValue('aud') ?? identity.getClaimValue('appid') ?? '';
}

/** A client that could not be made is tried again by the next turn. */
function remembered<T>(clients: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  let client = clients.get(key);
  if (!client) {
    client = make();
    clients.set(key, client);
    client.catch(() => clients.delete(key));
    const [oldest] = clients.keys();
    if (clients.size > MAX_CLIENTS && oldest !== undefined) clients.delete(oldest);
  }
  return client;
}

function refuseToken(cause: unknown): never {
  const isOurs =
    (cause instanceof AuthenticationError && cause.statusCode >= 500) ||
    (cause instanceof Error && (cause.name === 'FetchError' || cause.name === 'DeadlineError' || 'errno' in cause));
  if (isOurs) {
    throw new RefusedRequest(503, 'KeysUnavailable', 'The keys that tokens are checked with cannot be reached now.', { cause });
  }
  throw new RefusedRequest(401, 'Unauthorized', 'The request carries no token that this bot accepts.', { cause });
}

function refusedUrl(serviceUrl: unknown, authenticated: boolean): RefusedRequest {
  const why = authenticated
    ? 'it is not a host that Bot Framework channels answer from. Add it to the allowed service hosts if it is yours.'
    : 'without bot credentials only this machine is answered.';
  return new RefusedRequest(403, 'ServiceUrlRefused', `The service URL ${JSON.stringify(serviceUrl)} is refused: ${why}`);
}

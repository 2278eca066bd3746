import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { assertSafeBinding } from '../../bots/connecting/credentials.ts';
import { newSession } from '../../dialogs/session.ts';
import { startBot, teamsFixture, type BotUnderTest } from './bot-under-test.ts';
import { startConnectorTwin, type ConnectorTwin } from './connector-twin.ts';
import { APP_ID, startTokenIssuerTwin, type TokenIssuerTwin } from './token-issuer-twin.ts';

describe('with credentials', () => {
  let twin: ConnectorTwin;
  let issuer: TokenIssuerTwin;
  let bot: BotUnderTest;
  let heard = 0;
  beforeAll(async () => {
    // The SDK prints every token that it refuses.
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    twin = await startConnectorTwin();
    issuer = await startTokenIssuerTwin(twin.serviceUrl);
    bot = await startBot({
      advance: (session, _event, { now, conversationId }) => {
        heard += 1;
        const heardIn = session ?? newSession(conversationId, now);
        return { session: heardIn, replies: [{ type: 'text', text: 'heard' }], effects: [], remarks: [] };
      },
      adapter: { credentials: { appId: APP_ID }, authentication: issuer.authentication, serviceHosts: ['127.0.0.1'] },
    });
  });
  afterAll(async () => {
    await bot.close();
    await issuer.close();
    await twin.close();
    vi.restoreAllMocks();
  });
  beforeEach(() => {
    heard = 0;
    twin.sent.length = 0;
  });

  const post = async (authorization: string | undefined, change: object = {}) => {
    const [activity] = await teamsFixture('personal-message', twin.serviceUrl);
    return bot.post({ ...activity, id: String(Math.random()), ...change }, authorization === undefined ? {} : { authorization });
  };

  it('answers a good token, in the bot\'s own name', async () => {
    expect(await post(issuer.token())).toEqual({ status: 200, body: '' });
    expect(heard).toBe(1);
    expect(twin.sent).toMatchObject([{ authorization: 'Bearer of-the-bot' }]);
    expect(twin.texts()).toEqual(['heard']);
  });

  it('answers the people of the tenants that are named, and nobody else', async () => {
    const [{ conversation } = {}] = await teamsFixture('personal-message', twin.serviceUrl);
    const tenant = String(conversation?.tenantId).toLowerCase();
    for (const [tenants, status] of [[[tenant], 200], [['another'], 403]] as const) {
      const guarded = await startBot({ adapter: { credentials: { appId: APP_ID }, authentication: issuer.authentication, serviceHosts: ['127.0.0.1'], tenants } });
      const [activity] = await teamsFixture('personal-message', twin.serviceUrl);
      expect((await guarded.post({ ...activity, id: `t-${status}` }, { authorization: issuer.token() })).status).toBe(status);
      await guarded.close();
    }
  });

  const anHourAgo = Math.floor(Date.now() / 1000) - 3600;
  const refused: [string, () => string | undefined, object?][] = [
    ['no token', () => undefined],
    ['an empty header', () => ' '],
    ['another scheme', () => issuer.token().replace('Bearer', 'Basic')],
    ['a garbled token', () => 'Bearer abc'],
    ['a garbled payload', () => `Bearer ${Buffer.from('{"alg":"RS256"}').toString('base64url')}.e30x.sig`],
    ['a cut off token', () => issuer.token().slice(0, -20)],
    ['an expired token', () => issuer.token({ claims: { exp: anHourAgo } })],
    ['a token from the future', () => issuer.token({ claims: { nbf: anHourAgo + 7200 } })],
    ['another audience', () => issuer.token({ claims: { aud: 'another-bot' } })],
    ['another issuer', () => issuer.token({ claims: { iss: 'https://issuer.example' } })],
    ['another service URL in the token', () => issuer.token({ claims: { serviceurl: 'https://smba.trafficmanager.net/emea/' } })],
    ['another service URL in the activity', () => issuer.token(), { serviceUrl: 'http://127.0.0.1:9/elsewhere/' }],
    ['a channel that the key is not endorsed for', () => issuer.token(), { channelId: 'slack' }],
    ['a key that is not known', () => issuer.token({ header: { kid: 'k2' } })],
    ['the wrong key', () => issuer.token({ key: 'other' })],
    ['alg none', () => issuer.unsigned()],
    ['a symmetric algorithm', () => issuer.token({ header: { alg: 'HS256' } })],
  ];
  it.each(refused)('refuses %s with 401, and nothing reaches the dialog', async (_, token, change) => {
    const answer = await post(token(), change);
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'Unauthorized' } });
    expect(heard).toBe(0);
    expect(twin.sent).toEqual([]);
  });

  it('refuses a service URL that no channel has, though the token names it', async () => {
    const serviceUrl = 'https://attacker.example/';
    expect(await post(issuer.token({ claims: { serviceurl: serviceUrl } }), { serviceUrl })).toMatchObject({ status: 403 });
    expect(heard).toBe(0);
  });

  it('says 503, to be tried again, when the keys cannot be had', async () => {
    const unreachable = await startTokenIssuerTwin(twin.serviceUrl);
    await unreachable.close();
    const other = await startBot({ adapter: { credentials: { appId: APP_ID }, authentication: unreachable.authentication, serviceHosts: ['127.0.0.1'] } });
    const [activity] = await teamsFixture('personal-message', twin.serviceUrl);
    expect(await other.post(activity, { authorization: unreachable.token() })).toMatchObject({ status: 503 });
    await other.close();
  });
});

describe('without credentials', () => {
  let bot: BotUnderTest;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.close());

  it.each(['https://smba.trafficmanager.net/emea/', 'http://10.0.0.1/', 'http://localhost.example/', 'http://127.0.0.1.example/', 'urn:reconnect:direct-line', 'file:///etc/passwd', 'http://[::2]/', 'nonsense'])(
    'refuses the service URL %s',
    async (serviceUrl) => {
      const [activity] = await teamsFixture('personal-message', serviceUrl);
      const answer = await bot.post(activity);
      expect(answer.status).toBe(403);
      expect(answer.body).toContain('only this machine');
    },
  );

  it('takes nothing from outside for a channel that lives in this process', async () => {
    const twin = await startConnectorTwin();
    bot.adapter.registerLocal('urn:here', () => ({ create: () => Promise.reject(new Error('not reached')) }), 'directline');
    const [activity] = await teamsFixture('personal-message', twin.serviceUrl);
    expect(await bot.post({ ...activity, channelId: 'directline' })).toMatchObject({ status: 403 });
    expect(await bot.post(activity)).toMatchObject({ status: 200 });
    await twin.close();
  });

  it.each([
    ['no JSON', '{"type":'],
    ['no object', '"text"'],
    ['a list', '[]'],
    ['no type', { channelId: 'msteams', serviceUrl: 'http://127.0.0.1/', conversation: { id: 'c' } }],
    ['no conversation', { type: 'message', channelId: 'msteams', serviceUrl: 'http://127.0.0.1/' }],
    ['a text that is none', { type: 'message', channelId: 'msteams', serviceUrl: 7, conversation: { id: 'c' } }],
  ])('says 400 to %s', async (_, body) => {
    expect((await bot.post(body)).status).toBe(400);
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', 'reconnect.example', ''])('refuses to listen on %j, saying why', (host) => {
    expect(() => assertSafeBinding(host, undefined)).toThrow(/without bot credentials.*Listen on 127\.0\.0\.1/);
    expect(() => assertSafeBinding(host, { appId: APP_ID })).not.toThrow();
  });

  it.each(['127.0.0.1', '127.8.8.8', 'localhost', '::1', '[::1]', '::ffff:127.0.0.1', '[::ffff:7f00:1]'])('may listen on %s', (host) => {
    expect(() => assertSafeBinding(host, undefined)).not.toThrow();
  });
});

import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ServiceClientCredentialsFactory, type BotFrameworkAuthentication, type ServiceClientCredentials } from 'botframework-connector';

export const APP_ID = '77777777-aaaa-4bbb-8ccc-888888888888';
const ISSUER = 'https://api.botframework.com';

export interface TokenIssuerTwin {
  /** The SDK's own authentication, pointed at this issuer. */
  readonly authentication: BotFrameworkAuthentication;
  /** A bearer header; the parts given replace those of a good token. */
  token(change?: { claims?: object; header?: object; key?: KeyObject | 'other' }): string;
  unsigned(claims?: object): string;
  /** Stops answering for keys. */
  close(): Promise<void>;
}

/** An OpenID provider of our own: a document, keys, and the tokens signed with them. */
export async function startTokenIssuerTwin(serviceUrl: string): Promise<TokenIssuerTwin> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', endorsements: ['msteams'] };
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    const document = { issuer: ISSUER, jwks_uri: `${origin}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : document));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const claimsOf = (change: object = {}): string => {
    const now = Math.floor(Date.now() / 1000);
    return encode({ iss: ISSUER, aud: APP_ID, exp: now + 600, nbf: now - 10, serviceurl: serviceUrl, ...change });
  };
  return {
    authentication: new ConfigurationBotFrameworkAuthentication(
      {
        MicrosoftAppId: APP_ID,
        // Setting one makes the others undefined, so all are set.
        ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
        ToChannelFromBotOAuthScope: ISSUER,
        ToBotFromChannelTokenIssuer: ISSUER,
        OAuthUrl: ISSUER,
        ToBotFromChannelOpenIdMetadataUrl: `${origin}/openid`,
        ToBotFromEmulatorOpenIdMetadataUrl: `${origin}/openid`,
        CallerId: 'urn:botframework:azure',
        ValidateAuthority: true,
      },
      new FixedCredentials(),
    ),
    token({ claims, header, key } = {}) {
      const head = encode({ alg: 'RS256', typ: 'JWT', kid: 'k1', ...header });
      const body = claimsOf(claims);
      const signer = key === 'other' ? other : (key ?? privateKey);
      return `Bearer ${head}.${body}.${createSign('RSA-SHA256').update(`${head}.${body}`).sign(signer).toString('base64url')}`;
    },
    unsigned: (claims) => `Bearer ${encode({ alg: 'none', typ: 'JWT', kid: 'k1' })}.${claimsOf(claims)}.`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Signs what the bot sends with a fixed token, in place of asking Entra for one. */
class FixedCredentials extends ServiceClientCredentialsFactory {
  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === APP_ID;
  }
  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }
  override async createCredentials(): Promise<ServiceClientCredentials> {
    return {
      signRequest: async (request) => {
        request.headers.set('authorization', 'Bearer of-the-bot');
        return request;
      },
    };
  }
}

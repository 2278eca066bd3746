import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { AuthenticationConstants, FederatedServiceClientCredentialsFactory, type BotFrameworkAuthentication, type ServiceClientCredentialsFactory } from 'botframework-connector';
import type { BotCredentials } from './credentials.ts';

/** Microsoft's own authentication for the registration; without one, nobody is asked who they are. */
export function authenticationFor(credentials: BotCredentials | undefined): BotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication({}, credentialsFactoryFor(credentials));
}

/** A token in the bot's name, as it is shown to a channel. Rejects with what Microsoft or the network said. */
export async function fetchBotToken(credentials: BotCredentials): Promise<string> {
  const { appId, tenantId } = credentials;
  const login = `${AuthenticationConstants.ToChannelFromBotLoginUrlPrefix}${tenantId ?? AuthenticationConstants.DefaultChannelAuthTenant}`;
  const created = await credentialsFactoryFor(credentials).createCredentials(appId, AuthenticationConstants.ToChannelFromBotOAuthScope, login, true);
  return (created as unknown as { getToken(refresh: boolean): Promise<string> }).getToken(true);
}

function credentialsFactoryFor(credentials: BotCredentials | undefined): ServiceClientCredentialsFactory {
  if (!credentials) return new ConfigurationServiceClientCredentialFactory({});
  const { appId, appPassword, appType, certificate, federatedClientId, tenantId } = credentials;
  // The SDK has a setting for every other way.
  if (federatedClientId !== undefined) return new FederatedServiceClientCredentialsFactory(appId, federatedClientId, tenantId);
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    ...(appPassword !== undefined && { MicrosoftAppPassword: appPassword }),
    ...(certificate && { CertificateThumbprint: certificate.thumbprint, CertificatePrivateKey: certificate.privateKey }),
    ...(appType !== undefined && { MicrosoftAppType: appType }),
    ...(tenantId !== undefined && { MicrosoftAppTenantId: tenantId }),
  });
}

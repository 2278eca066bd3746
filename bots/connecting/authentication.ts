import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { FederatedServiceClientCredentialsFactory, type BotFrameworkAuthentication } from 'botframework-connector';
import type { BotCredentials } from './credentials.ts';

/** Microsoft's own authentication for the registration; without one, nobody is asked who they are. */
export function authenticationFor(credentials: BotCredentials | undefined): BotFrameworkAuthentication {
  if (!credentials) return new ConfigurationBotFrameworkAuthentication({});
  const { appId, federatedClientId, tenantId } = credentials;
  // The SDK has a setting for every other way.
  const factory = federatedClientId === undefined ? undefined : new FederatedServiceClientCredentialsFactory(appId, federatedClientId, tenantId);
  return new ConfigurationBotFrameworkAuthentication(settingsOf(credentials), factory);
}

function settingsOf({ appId, appPassword, appType, certificate, tenantId }: BotCredentials): Record<string, string> {
  return {
    MicrosoftAppId: appId,
    ...(appPassword !== undefined && { MicrosoftAppPassword: appPassword }),
    ...(certificate && { CertificateThumbprint: certificate.thumbprint, CertificatePrivateKey: certificate.privateKey }),
    ...(appType !== undefined && { MicrosoftAppType: appType }),
    ...(tenantId !== undefined && { MicrosoftAppTenantId: tenantId }),
  };
}

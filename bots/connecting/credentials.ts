import { isLoopback } from './loopback.ts';

/** A certificate that the registration knows, with its key. */
export interface BotCertificate {
  /** SHA-1 of the certificate, in hexadecimal digits: how Entra names it. */
  readonly thumbprint: string;
  /** PEM. */
  readonly privateKey: string;
  readonly ends: Date;
}

/** The bot's registration at Microsoft Entra, and one way to show that it is us: none is needed by a managed identity. */
export interface BotCredentials {
  readonly appId: string;
  readonly appPassword?: string;
  readonly certificate?: BotCertificate;
  /** The client id of a managed identity that the registration trusts (a federated credential). */
  readonly federatedClientId?: string;
  readonly appType?: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
  /** Needed by every type but MultiTenant. */
  readonly tenantId?: string;
}

export class UnsafeBindingError extends Error {
  readonly code = 'UNSAFE_BINDING';
}

/**
 * Without credentials nobody can be told apart: every token is taken, in anybody's name. That is fine among
 * the programs of one machine and nowhere else. Throws an `UnsafeBindingError` for any other address.
 */
export function assertSafeBinding(host: string, credentials: BotCredentials | undefined): void {
  if (credentials || isLoopback(host)) return;
  throw new UnsafeBindingError(
    `Refusing to listen on ${host}: without bot credentials /api/messages believes everybody, so only this machine may reach it. ` +
      'Listen on 127.0.0.1, or set the credentials of the bot registration (BOT_ID and BOT_PASSWORD).',
  );
}

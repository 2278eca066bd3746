import { z } from 'zod';
import type { BotCertificate, BotCredentials } from '../bots/connecting/credentials.ts';
import { BotCertificateError, readBotCertificate } from './bot-certificate.ts';
import { optional, tenantList } from './public-settings.ts';

const TYPES = ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'] as const;

/** The variables of the bot's registration. */
export const botVariables = {
  BOT_ID: optional.pipe(z.guid('must be the GUID of the bot\'s app registration').optional()),
  BOT_TYPE: optional.pipe(z.enum(TYPES, { error: 'must be SingleTenant, MultiTenant or UserAssignedMSI' }).default('SingleTenant')),
  BOT_TENANT_ID: optional.pipe(z.guid('must be the GUID of the tenant').optional()),
  BOT_PASSWORD: optional,
  BOT_CERTIFICATE: optional.transform((path, context): BotCertificate | undefined => {
    if (path === undefined) return undefined;
    try {
      return readBotCertificate(path);
    } catch (error) {
      if (!(error instanceof BotCertificateError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
      return z.NEVER;
    }
  }),
  BOT_FEDERATED_CLIENT_ID: optional.pipe(z.guid('must be the client ID (a GUID) of the managed identity that the registration trusts').optional()),
  ALLOWED_TENANTS: tenantList,
};

const shape = z.object(botVariables);
export type BotVariables = z.infer<typeof shape>;

/** Ways in which a bot shows who it is: exactly one, and none with a managed identity of its own. */
const WAYS = ['BOT_PASSWORD', 'BOT_CERTIFICATE', 'BOT_FEDERATED_CLIENT_ID'] as const;

/** What is wrong with them together: the variable and the rest of the sentence. */
export function botFaults(env: BotVariables): readonly (readonly [keyof BotVariables, string])[] {
  const given = WAYS.filter((name) => env[name] !== undefined);
  const [first] = given;
  if (env.BOT_ID === undefined) return first === undefined ? [] : [['BOT_ID', `is missing, and ${first} is set; set both, or neither to run on this machine only`]];
  const faults: [keyof BotVariables, string][] = [];
  if (env.BOT_TYPE === 'UserAssignedMSI') {
    if (first !== undefined) faults.push([first, 'is set, and BOT_TYPE is UserAssignedMSI: a managed identity has no secret of its own; leave it out. For an app registration that trusts a managed identity, set BOT_TYPE=SingleTenant']);
  } else if (first === undefined) {
    faults.push(['BOT_PASSWORD', 'is missing, and BOT_ID is set; set it, or BOT_CERTIFICATE, or BOT_FEDERATED_CLIENT_ID, or BOT_TYPE=UserAssignedMSI; leave BOT_ID out to run on this machine only']);
  } else if (given.length > 1) {
    faults.push([first, `and ${given.slice(1).join(' and ')} are set: a bot signs in in one way; leave the others out`]);
  }
  if (env.BOT_TYPE !== 'MultiTenant' && env.BOT_TENANT_ID === undefined) {
    faults.push(['BOT_TENANT_ID', `is missing, and BOT_TYPE is ${env.BOT_TYPE}. New bots are registered in one tenant; set BOT_TYPE=MultiTenant for a registration from before`]);
  }
  return faults;
}

/** undefined without a registration. The variables have no faults. */
export function botCredentials(env: BotVariables): BotCredentials | undefined {
  if (env.BOT_ID === undefined) return undefined;
  return {
    appId: env.BOT_ID,
    appType: env.BOT_TYPE,
    ...(env.BOT_PASSWORD !== undefined && { appPassword: env.BOT_PASSWORD }),
    ...(env.BOT_CERTIFICATE && { certificate: env.BOT_CERTIFICATE }),
    ...(env.BOT_FEDERATED_CLIENT_ID !== undefined && { federatedClientId: env.BOT_FEDERATED_CLIENT_ID }),
    ...(env.BOT_TENANT_ID !== undefined && { tenantId: env.BOT_TENANT_ID }),
  };
}

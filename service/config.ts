import { z } from 'zod';
import type { BotCredentials } from '../bots/connecting/credentials.ts';


export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Absent: nothing is authenticated, and the server keeps to loopback. */
  readonly credentials?: BotCredentials;
  /** Absent: the helpdesk's page is served to loopback only. */
  readonly helpdeskPassword?: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

/** Every variable that is missing or malformed, in one message. */
export class ConfigError extends Error {
  readonly code = 'CONFIG';
  constructor(faults: readonly string[]) {
    super(`The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** An empty variable counts as one that is not set: that is how compose files and CI leave them out. */
const optional = z.string().optional().transform((value) => (value === '' ? undefined : value));

const variables = z
  .object({
    PORT: optional.transform((value) => (value === undefined ? 3978 : Number(value))).pipe(z.number({ error: 'must be a number from 0 to 65535' }).int('must be a whole number').min(0).max(65535)),
    HOST: optional.pipe(z.string().default('127.0.0.1')),
    DATA_DIR: optional.pipe(z.string().default('data')),
    LOG_LEVEL: optional.pipe(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], { error: 'must be fatal, error, warn, info, debug or silent' }).default('info')),
    HELPDESK_PASSWORD: optional.pipe(z.string().min(12, 'must have at least 12 characters').optional()),
    BOT_ID: optional.pipe(z.guid('must be the GUID of the bot\'s app registration').optional()),
    BOT_PASSWORD: optional,
    BOT_TYPE: optional.pipe(z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI'], { error: 'must be MultiTenant, SingleTenant or UserAssignedMSI' }).default('MultiTenant')),
    BOT_TENANT_ID: optional.pipe(z.guid('must be the GUID of the tenant').optional()),
  })
  .superRefine((env, context) => {
    const require = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
    if (env.BOT_ID && !env.BOT_PASSWORD && env.BOT_TYPE !== 'UserAssignedMSI') require('BOT_PASSWORD', 'is missing, and BOT_ID is set; set both, or neither to run on this machine only');
    if (!env.BOT_ID && env.BOT_PASSWORD) require('BOT_ID', 'is missing, and BOT_PASSWORD is set; set both, or neither to run on this machine only');
    if (env.BOT_TYPE !== 'MultiTenant' && !env.BOT_TENANT_ID) require('BOT_TENANT_ID', `is missing, and BOT_TYPE is ${env.BOT_TYPE}`);
  });

/** Reads the environment once. Throws one ConfigError that names every fault. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = variables.safeParse(environment);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    logLevel: env.LOG_LEVEL,
    ...(env.HELPDESK_PASSWORD && { helpdeskPassword: env.HELPDESK_PASSWORD }),
    ...(env.BOT_ID && {
      credentials: {
        appId: env.BOT_ID,
        appType: env.BOT_TYPE,
        ...(env.BOT_PASSWORD && { appPassword: env.BOT_PASSWORD }),
        ...(env.BOT_TENANT_ID && { tenantId: env.BOT_TENANT_ID }),
      },
    }),
  };
}

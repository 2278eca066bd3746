import { z } from 'zod';
import type { ChosenHelpdesk } from '../helpdesk/adapter.ts';
import { chooseHelpdesk } from '../helpdesk/adapters/index.ts';
import type { BotCredentials } from '../bots/connecting/credentials.ts';
import { botCredentials, botFaults, botVariables } from './bot-settings.ts';
import { optional, originList, publicAddress, trustedProxies, HEADER_NAME } from './public-settings.ts';
import { holidayList, hoursOf, openingWeek, timeZone } from './opening-hours-settings.ts';
import { populations, siteOf, waitHours } from './site-settings.ts';
import type { Site } from '../dialogs/site.ts';
import { retentionDays, type Retention } from './privacy/retention.ts';
import type { TrustedHops } from '../server/trusted-hops.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Absent: nothing is authenticated, and the server keeps to loopback. */
  readonly credentials?: BotCredentials;
  /** Where the world reaches the service, without a slash at the end. */
  readonly publicUrl?: string;
  /** The proxies that are believed. */
  readonly trustedHops?: TrustedHops;
  /** The only tenants whose people are answered on Teams. */
  readonly allowedTenants?: readonly string[];
  /** Other sites whose pages may use the chat. */
  readonly allowedOrigins?: readonly string[];
  /** Where tickets are opened. */
  readonly helpdesk: ChosenHelpdesk;
  /** One password for everybody at the helpdesk, beside those of named people. */
  readonly helpdeskPassword?: string;
  /** The header in which a trusted proxy names who is signed in there. */
  readonly helpdeskSignInHeader?: string;
  /** Whether somebody reads tickets, and how long people wait for them. */
  readonly site: Site;
  /** How long what people wrote is kept. */
  readonly retention: Retention;
  /** Who has it may read `/metrics`. */
  readonly metricsToken?: string;
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

const variables = z
  .object({
    PORT: optional.transform((value) => (value === undefined ? 3978 : Number(value))).pipe(z.number({ error: 'must be a number from 0 to 65535' }).int('must be a whole number').min(0).max(65535)),
    HOST: optional.pipe(z.string().default('127.0.0.1')),
    DATA_DIR: optional.pipe(z.string().default('data')),
    LOG_LEVEL: optional.pipe(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], { error: 'must be fatal, error, warn, info, debug or silent' }).default('info')),
    HELPDESK: optional,
    HELPDESK_WAIT_HOURS: waitHours,
    HELPDESK_HOURS: openingWeek,
    HELPDESK_HOLIDAYS: holidayList,
    HELPDESK_TIME_ZONE: timeZone,
    HELPDESK_CLOSED_NOTE: optional.pipe(z.string().max(300, 'must have no more than 300 characters').optional()),
    POPULATION: populations,
    RETENTION_DAYS: retentionDays,
    METRICS_TOKEN: optional.pipe(z.string().regex(/^\S{16,}$/, 'must have at least 16 characters, and no spaces').optional()),
    HELPDESK_PASSWORD: optional.pipe(z.string().min(12, 'must have at least 12 characters').optional()),
    HELPDESK_SIGN_IN_HEADER: optional.pipe(z.string().regex(HEADER_NAME, 'must be the name of a header, such as X-Forwarded-User').optional()),
    PUBLIC_URL: publicAddress,
    TRUST_PROXY: trustedProxies,
    ALLOWED_ORIGINS: originList,
    ...botVariables,
  })
  .superRefine((env, context) => {
    const require = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
    for (const [name, fault] of botFaults(env)) require(name, fault);
    if (env.HELPDESK === 'none' && env.HELPDESK_WAIT_HOURS !== undefined) require('HELPDESK_WAIT_HOURS', 'is set, and HELPDESK is none: nobody is waited for; leave one of the two out');
    if (env.HELPDESK_HOURS && !env.HELPDESK_TIME_ZONE) require('HELPDESK_TIME_ZONE', 'is missing, and HELPDESK_HOURS is set; say by whose clock, such as Europe/Berlin');
    for (const name of ['HELPDESK_HOLIDAYS', 'HELPDESK_TIME_ZONE', 'HELPDESK_CLOSED_NOTE'] as const) {
      if (env[name] && !env.HELPDESK_HOURS) require(name, 'is set, and HELPDESK_HOURS is not; say when support is open, such as Mon-Fri 9:00-16:00, or leave both out');
    }
    if (env.TRUST_PROXY && !env.PUBLIC_URL) require('PUBLIC_URL', 'is missing, and TRUST_PROXY is set; say under which address the proxy shows the service');
    if (env.HELPDESK_SIGN_IN_HEADER && env.TRUST_PROXY?.by !== 'address') {
      require('HELPDESK_SIGN_IN_HEADER', 'needs TRUST_PROXY with the addresses of the proxies: whoever else reaches this port could write that header');
    }
  });

/** Reads the environment once. Throws one ConfigError that names every fault. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = variables.safeParse(environment);
  const helpdesk = chooseHelpdesk(environment);
  const faults = [...(parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)), ...('faults' in helpdesk ? helpdesk.faults : [])];
  if (!parsed.success || 'faults' in helpdesk) throw new ConfigError(faults);
  const env = parsed.data;
  const credentials = botCredentials(env);
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    logLevel: env.LOG_LEVEL,
    helpdesk,
    site: { ...siteOf(helpdesk.name !== 'none', env.HELPDESK_WAIT_HOURS, env.POPULATION), ...hoursOf(env) },
    retention: env.RETENTION_DAYS,
    ...(env.PUBLIC_URL && { publicUrl: env.PUBLIC_URL }),
    ...(env.TRUST_PROXY && { trustedHops: env.TRUST_PROXY.trusted }),
    ...(env.ALLOWED_TENANTS && { allowedTenants: env.ALLOWED_TENANTS }),
    ...(env.ALLOWED_ORIGINS && { allowedOrigins: env.ALLOWED_ORIGINS }),
    ...(env.HELPDESK_SIGN_IN_HEADER && { helpdeskSignInHeader: env.HELPDESK_SIGN_IN_HEADER.toLowerCase() }),
    ...(env.METRICS_TOKEN && { metricsToken: env.METRICS_TOKEN }),
    ...(env.HELPDESK_PASSWORD && { helpdeskPassword: env.HELPDESK_PASSWORD }),
    ...(credentials && { credentials }),
  };
}

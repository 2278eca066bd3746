import { z } from 'zod';

const httpsUrl = z.url({ protocol: /^https$/, error: 'must be an https:// address' });
const guid = z.guid({ error: 'must be a GUID such as 00000000-0000-0000-0000-000000000000' });

const environment = z.object({
  BOT_ID: guid,
  TEAMS_APP_ID: guid.optional(),
  DEVELOPER_NAME: z.string().min(1).max(32),
  PUBLIC_URL: httpsUrl.optional(),
  WEBSITE_URL: httpsUrl,
  PRIVACY_URL: httpsUrl,
  TERMS_URL: httpsUrl,
});

/** The service's own pages, where the environment names no others. */
function ownPages(publicUrl: string | undefined): Readonly<Record<string, string>> {
  if (!publicUrl) return {};
  const at = publicUrl.replace(/\/+$/, '');
  return { WEBSITE_URL: `${at}/`, PRIVACY_URL: `${at}/privacy`, TERMS_URL: `${at}/terms` };
}

/** What each variable is for, as the error says it. */
const MEANING: Readonly<Record<keyof z.infer<typeof environment>, string>> = {
  BOT_ID: 'the application (client) id of the bot registration',
  TEAMS_APP_ID: 'the id of the Teams app, when it is not to be the bot\'s own',
  DEVELOPER_NAME: 'who offers the app, at most 32 characters',
  PUBLIC_URL: 'where the service is reached; it has a page of its own for each of the following',
  WEBSITE_URL: 'the page about it',
  PRIVACY_URL: 'the privacy statement',
  TERMS_URL: 'the terms of use',
};

export interface TeamsAppSettings {
  readonly botId: string;
  readonly appId: string;
  readonly developer: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
}

export class TeamsSettingsError extends Error {
  readonly code = 'TEAMS_SETTINGS';
}

/** Reads the settings from the environment; throws one error with all that is missing or malformed. */
export function teamsAppSettings(env: Readonly<Record<string, string | undefined>>): TeamsAppSettings {
  const names = Object.keys(MEANING) as (keyof typeof MEANING)[];
  const given = { ...ownPages(env['PUBLIC_URL']), ...Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : []))) };
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const wrong = new Map(parsed.error.issues.map((issue) => [issue.path[0] as keyof typeof MEANING, issue.message]));
    const lines = [...wrong].map(([name, message]) => `  ${name}: ${MEANING[name]}; ${name in given ? message : 'is not set'}`);
    throw new TeamsSettingsError(`The Teams app package needs these variables in the environment:\n${lines.join('\n')}`);
  }
  const { data } = parsed;
  return {
    botId: data.BOT_ID,
    appId: data.TEAMS_APP_ID ?? data.BOT_ID,
    developer: data.DEVELOPER_NAME,
    websiteUrl: data.WEBSITE_URL,
    privacyUrl: data.PRIVACY_URL,
    termsUrl: data.TERMS_URL,
  };
}

import { AppManifestUtils } from '@microsoft/app-manifest';
import { commandsFor, EXTENSION_COMMANDS } from '../../bots/activities/commands.ts';
import { ACCENT } from './icons.ts';
import type { TeamsAppSettings } from './settings.ts';

/** The newest schema that Teams takes without a preview. */
const SCHEMA = '1.29';

/** One list a scope, as the schema wants it. */
const PLACES = [
  { scope: 'personal', place: 'own' },
  { scope: 'team', place: 'shared' },
  { scope: 'groupChat', place: 'shared' },
] as const;

/** The manifest of the Teams app. `version` is the app's, as three numbers. */
export function teamsManifest(settings: TeamsAppSettings, version: string): object {
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA,
    version,
    id: settings.appId,
    developer: {
      name: settings.developer,
      websiteUrl: settings.websiteUrl,
      privacyUrl: settings.privacyUrl,
      termsOfUseUrl: settings.termsUrl,
    },
    name: { short: 'Reconnect', full: 'Reconnect for remote sessions that fail' },
    description: {
      short: 'Gets you back into your remote session, or to a person.',
      full: 'Paste the error that Remote Desktop shows. Reconnect says what it means, finds the likeliest cause, and hands you one fix at a time, with what to check and how to undo it. When it cannot help, it opens a ticket with all that was tried.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: ACCENT,
    bots: [
      {
        botId: settings.botId,
        scopes: PLACES.map(({ scope }) => scope),
        isNotificationOnly: false,
        supportsFiles: false,
        commandLists: PLACES.map(({ scope, place }) => ({ scopes: [scope], commands: commandsFor(place).map(({ title, description }) => ({ title, description })) })),
      },
    ],
    composeExtensions: [{ botId: settings.botId, commands: EXTENSION_COMMANDS }],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    localizationInfo: { defaultLanguageTag: 'en' },
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(settings.websiteUrl).hostname],
  };
}

/** What Microsoft's published schema says against a manifest; empty when it is valid. Without a network. */
export async function manifestFaults(manifest: object): Promise<string[]> {
  return AppManifestUtils.validateAgainstSchema(manifest as Parameters<typeof AppManifestUtils.validateAgainstSchema>[0]);
}

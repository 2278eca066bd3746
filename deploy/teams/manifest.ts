import { AppManifestUtils } from '@microsoft/app-manifest';
import { ACCENT } from './icons.ts';
import type { TeamsAppSettings } from './settings.ts';

/** The newest schema that Teams takes without a preview. */
const SCHEMA = '1.22';
const SCOPES = ['personal', 'team', 'groupChat'];

const COMMANDS = [
  { title: 'I cannot connect', description: 'Paste the error, and be walked through it' },
  { title: 'Start over', description: 'Forget this problem and begin anew' },
  { title: 'Talk to support', description: 'Open a ticket with all that was tried' },
];

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
    name: { short: 'Reconnect', full: 'Reconnect, help with Remote Desktop' },
    description: {
      short: 'Gets you back into your Remote Desktop session, or to a person.',
      full: 'Paste the error that Remote Desktop shows. Reconnect says what it means, finds the likeliest cause, and hands you one fix at a time, with what to check and how to undo it. When it cannot help, it opens a ticket with all that was tried.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: ACCENT,
    bots: [
      {
        botId: settings.botId,
        scopes: SCOPES,
        isNotificationOnly: false,
        supportsFiles: false,
        commandLists: [{ scopes: SCOPES, commands: COMMANDS }],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(settings.websiteUrl).hostname],
  };
}

/** What Microsoft's published schema says against a manifest; empty when it is valid. Without a network. */
export async function manifestFaults(manifest: object): Promise<string[]> {
  return AppManifestUtils.validateAgainstSchema(manifest as Parameters<typeof AppManifestUtils.validateAgainstSchema>[0]);
}

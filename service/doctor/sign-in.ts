import type { BotCredentials } from '../../bots/connecting/credentials.ts';
import { ok, type Finding } from './finding.ts';

const ABOUT = 'bot sign-in';
const SOON_DAYS = 30;

interface Meaning {
  readonly when: RegExp;
  readonly what: string;
  readonly fix: string;
}

/** What Microsoft Entra answers (its AADSTS numbers) and what else keeps a token away. */
const MEANINGS: readonly Meaning[] = [
  { when: /AADSTS7000215/, what: 'the client secret is wrong.', fix: 'Make a new one (Certificates & secrets) and set BOT_PASSWORD to its Value, not to its Secret ID.' },
  { when: /AADSTS7000222/, what: 'the client secret has ended.', fix: 'Make a new one (Certificates & secrets) and set BOT_PASSWORD to its value.' },
  { when: /AADSTS700016/, what: 'there is no app BOT_ID in the tenant BOT_TENANT_ID.', fix: 'Compare both with the registration; for one of many tenants from before July 2025 set BOT_TYPE=MultiTenant.' },
  { when: /AADSTS90002/, what: 'there is no tenant BOT_TENANT_ID.', fix: 'Copy the Directory (tenant) ID from the registration\'s overview.' },
  { when: /AADSTS7000229|AADSTS7000112/, what: 'the app is disabled in the tenant, or has no service principal there.', fix: 'Enable it under Enterprise applications, or have an administrator consent to it.' },
  { when: /AADSTS700027/, what: 'the registration does not know the certificate.', fix: 'Upload the certificate of BOT_CERTIFICATE under Certificates & secrets.' },
  { when: /AADSTS7002(1|13)\b|AADSTS700213/, what: 'the registration has no federated credential for this managed identity.', fix: 'Add one (Federated credentials, Managed identity) for the identity BOT_FEDERATED_CLIENT_ID with the audience api://AzureADTokenExchange.' },
  { when: /managed_identity|169\.254\.169\.254|MSI/i, what: 'this machine has no such managed identity.', fix: 'Assign the user-assigned identity to this App Service, container app or VM; elsewhere than in Azure use BOT_PASSWORD or BOT_CERTIFICATE.' },
  { when: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network_error|fetch failed|no answer/i, what: 'login.microsoftonline.com was not reached.', fix: 'Let this machine speak to login.microsoftonline.com and login.botframework.com over HTTPS.' },
  { when: /AADSTS500(11|133)|clock/i, what: 'Microsoft finds the request too old or from the future.', fix: 'Set this machine\'s clock.' },
];

/** @param fetchToken fetches a token in the bot's name; rejects with whatever Microsoft or the network said. */
export async function signInFinding(credentials: BotCredentials | undefined, fetchToken: () => Promise<string>): Promise<Finding> {
  if (!credentials) return { about: ABOUT, level: 'note', what: 'there is no BOT_ID: the website\'s chat works, Teams and other channels do not, and only this machine is listened to.' };
  try {
    await fetchToken();
    return ok(ABOUT, 'Microsoft gives the bot a token.');
  } catch (error) {
    const said = messagesOf(error);
    const meaning = MEANINGS.find(({ when }) => when.test(said));
    const why = 'Without a token the bot hears people on Teams and cannot answer them.';
    if (meaning) return { about: ABOUT, level: 'problem', what: meaning.what, why, fix: meaning.fix };
    return { about: ABOUT, level: 'problem', what: `no token was given: ${said.slice(0, 300)}`, why, fix: 'Look up the AADSTS number at https://login.microsoftonline.com/error.' };
  }
}

/** That a certificate ends is known before it does. */
export function certificateFinding({ certificate }: BotCredentials, now: Date): Finding | undefined {
  if (!certificate) return undefined;
  const days = Math.floor((certificate.ends.getTime() - now.getTime()) / 86_400_000);
  const what = `the bot's certificate ends in ${days} days.`;
  if (days > SOON_DAYS) return ok('certificate', what);
  return { about: 'certificate', level: 'problem', what, why: 'From then on the bot cannot answer on Teams.', fix: 'Add a second certificate to the registration, then name its file in BOT_CERTIFICATE and restart.' };
}

function messagesOf(error: unknown): string {
  const parts: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) parts.push(String((cause as { code?: unknown }).code ?? ''), cause.message);
  return parts.length > 0 ? parts.filter((part) => part !== '').join(' ') : String(error);
}

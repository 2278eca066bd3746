import type { Config } from './config.ts';

/** What the operator is told at the start of who may work at the helpdesk. */
export function signInAdvice(config: Config, service: { readonly url: string; readonly publicUrl?: string; readonly newKey?: string }): string {
  if (config.helpdesk.name !== 'embedded') return `Tickets are opened and answered in the helpdesk that HELPDESK names: ${config.helpdesk.name}.`;
  const page = `${service.publicUrl ?? service.url}helpdesk/sign-in`;
  const named = 'Give each person a password of their own: npm run agents -- add NAME';
  if (service.newKey !== undefined) {
    // Behind a proxy the key would stand in that one's log.
    const where = service.publicUrl === undefined ? `open ${page}?key=${service.newKey}` : `open ${page} and enter the key ${service.newKey}`;
    return `To work at the helpdesk, ${where}\nThis key is shown once and kept as a hash only; npm run agents -- key makes another. ${named}`;
  }
  if (config.helpdeskPassword !== undefined) {
    return `Sign in to the helpdesk at ${page}. HELPDESK_PASSWORD opens it to everybody who knows it, under whatever name they type. ${named}`;
  }
  if (config.helpdeskSignInHeader !== undefined) return `The helpdesk lets in whom the proxy names in ${config.helpdeskSignInHeader}.`;
  return `Sign in to the helpdesk at ${page}. npm run agents -- list says who can; npm run agents -- key makes a new key when nobody can.`;
}

import type { Site } from '../dialogs/site.ts';

/** What the operator is told at the start of how the helpdesk counts. */
export function waitNotice({ hasHelpdesk, waitMinutes }: Site): string {
  if (!hasHelpdesk) return 'No tickets are opened (HELPDESK=none): people get a text to send to whoever can help.';
  return `A ticket counts as ${waitMinutes / 60} hours of waiting when steps are chosen; HELPDESK_WAIT_HOURS sets what is true here.`;
}

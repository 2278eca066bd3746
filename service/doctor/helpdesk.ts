import type { Helpdesk } from '../../helpdesk/port.ts';
import type { Config } from '../config.ts';
import { ok, type Finding } from './finding.ts';

const ABOUT = 'helpdesk';
const WEAK = /^(.)\1+$|password|passwort|helpdesk|reconnect|123456|qwert|letmein|changeme/i;
const LEAST_VARIETY = 6;

/** Who can sign in to the helpdesk of our own, and how well that is kept. @param names of those with a password of their own. */
export function agentsFindings({ helpdesk, helpdeskPassword, helpdeskSignInHeader, publicUrl, credentials }: Config, names: readonly string[]): Finding[] {
  if (helpdesk.name !== 'embedded') return [];
  const findings: Finding[] = [];
  if (helpdeskPassword !== undefined && (WEAK.test(helpdeskPassword) || new Set(helpdeskPassword).size < LEAST_VARIETY)) {
    findings.push({ about: ABOUT, level: 'problem', what: 'HELPDESK_PASSWORD can be guessed.', why: 'Whoever guesses it reads every ticket and answers as the helpdesk.', fix: 'Set another (openssl rand -base64 18), or give each person one: npm run agents -- add NAME.' });
  }
  if (names.length === 0 && helpdeskSignInHeader === undefined && (publicUrl !== undefined || credentials)) {
    findings.push({ about: ABOUT, level: 'note', what: 'nobody has a password of their own.', why: 'Everybody at the helpdesk shares one secret and can write under any name.', fix: 'npm run agents -- add NAME' });
  }
  if (findings.length === 0) findings.push(ok(ABOUT, names.length > 0 ? `${names.length} people have a password of their own.` : 'the sign-in is in order.'));
  return findings;
}

/** Whether a helpdesk elsewhere answers and takes our key. */
export async function reachableFinding(name: string, helpdesk: Pick<Helpdesk, 'since'>, deadlineMs = 8_000): Promise<Finding> {
  try {
    await helpdesk.since(undefined, AbortSignal.timeout(deadlineMs));
    return ok(ABOUT, `${name} answers and lets us in.`);
  } catch (error) {
    return { about: ABOUT, level: 'problem', what: `${name}: ${error instanceof Error ? error.message : String(error)}`, why: 'Tickets wait until it answers; people are told that they do.', fix: 'docs/operators/helpdesk.md has its settings.' };
  }
}

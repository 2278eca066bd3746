import type { ChosenHelpdesk, HelpdeskAdapter } from '../adapter.ts';
import { email } from './email.ts';
import { embedded } from './embedded.ts';
import { freshdesk } from './freshdesk.ts';
import { jira } from './jira.ts';
import { none } from './none.ts';
import { requestTracker } from './request-tracker.ts';
import { servicenow } from './servicenow.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';

/** A new one is a file beside this and a line here. */
const ADAPTERS: readonly HelpdeskAdapter[] = [embedded, email, freshdesk, jira, none, requestTracker, servicenow, zammad, zendesk];

const DEFAULT = embedded.name;

/** The helpdesk that the environment chooses, or what is wrong with its variables, as sentences. */
export function chooseHelpdesk(environment: Readonly<Record<string, string | undefined>>): ChosenHelpdesk | { readonly faults: readonly string[] } {
  const name = environment['HELPDESK'] || DEFAULT;
  const adapter = ADAPTERS.find((each) => each.name === name);
  if (!adapter) return { faults: [`HELPDESK must be one of ${ADAPTERS.map((each) => each.name).join(', ')}; it is "${name}"`] };
  return adapter.choose(environment);
}

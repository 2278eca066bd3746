import { z } from 'zod';
import type { ChosenHelpdesk, HelpdeskAdapter } from '../adapter.ts';
import { withFallback } from '../fallback.ts';
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
/** They keep their tickets in this service, so that two of them would give one number twice. */
const KEPT_HERE: readonly string[] = [embedded.name, email.name, none.name];
const MINUTE_MS = 60_000;

type Environment = Readonly<Record<string, string | undefined>>;
type Choice = ChosenHelpdesk | { readonly faults: readonly string[] };

/** The helpdesk that the environment chooses, with the one for when it is down, or what is wrong with its variables, as sentences. */
export function chooseHelpdesk(environment: Environment): Choice {
  const first = chosen('HELPDESK', environment['HELPDESK'] || DEFAULT, environment);
  const name = environment['HELPDESK_FALLBACK'];
  if (!name) return first;
  const second = chosen('HELPDESK_FALLBACK', name, environment);
  const minutes = z.coerce.number().min(1).max(1_440).safeParse(environment['HELPDESK_FALLBACK_MINUTES'] || 60);
  const faults = [
    ...('faults' in first ? first.faults : []),
    ...('faults' in second ? second.faults : []),
    ...(minutes.success ? [] : ['HELPDESK_FALLBACK_MINUTES must be a number from 1 to 1440']),
    ...('faults' in first || 'faults' in second ? [] : unfit(first.name, second.name)),
  ];
  if (faults.length > 0 || !minutes.success || 'faults' in first || 'faults' in second) return { faults: [...new Set(faults)] };
  return together(first, second, minutes.data * MINUTE_MS);
}

function chosen(variable: string, name: string, environment: Environment): Choice {
  const adapter = ADAPTERS.find((each) => each.name === name);
  if (!adapter) return { faults: [`${variable} must be one of ${ADAPTERS.map((each) => each.name).join(', ')}; it is "${name}"`] };
  return adapter.choose(environment);
}

function unfit(first: string, second: string): string[] {
  if (second === none.name || first === second) return [`HELPDESK_FALLBACK is "${second}", which takes no ticket that ${first} does not`];
  return KEPT_HERE.includes(first) && KEPT_HERE.includes(second) ? [`HELPDESK_FALLBACK is "${second}", and HELPDESK "${first}": both keep their tickets in this service, and are down when it is`] : [];
}

function together(first: ChosenHelpdesk, second: ChosenHelpdesk, patienceMs: number): ChosenHelpdesk {
  return {
    name: first.name,
    async connect(world) {
      const [one, other] = [await first.connect(world), await second.connect(world)];
      const onChange = (isDown: boolean): void =>
        world.log(isDown ? 'error' : 'info', isDown ? 'the helpdesk has been down for long; new tickets go to the other one' : 'the helpdesk is back', { helpdesk: first.name, other: second.name });
      const board = one.board ?? other.board;
      const erase = one.erase ?? other.erase;
      return {
        helpdesk: withFallback({ first: one.helpdesk, second: other.helpdesk, patienceMs, now: () => world.now().getTime(), onChange }),
        ...(board && { board }),
        ...(erase && { erase }),
        close: async () => void (await Promise.all([one.close?.(), other.close?.()])),
      };
    },
  };
}

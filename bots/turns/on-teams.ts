import type { Advance, Reply, UserEvent } from '../../dialogs/turn.ts';
import { commandIn, commandsFor, type Command } from '../activities/commands.ts';

/** Where the pages of the service are that the app speaks of. */
export interface AppPages {
  readonly privacy: string;
  readonly terms: string;
}

export interface TeamsPlace {
  readonly place: 'own' | 'shared';
  /** None while the world does not reach the service. */
  readonly pages?: AppPages | undefined;
}

/** The turn with what an app on Teams says of itself: its commands where it is added and where help is asked for, and its privacy statement. */
export function onTeams(advance: Advance, where: TeamsPlace): Advance {
  return (stored, event, context) => {
    const command = event.type === 'utterance' ? commandIn(event.text) : undefined;
    const turn = advance(stored, asHeard(event, command), context);
    if (command?.title === 'Privacy') return { ...turn, session: stored ?? turn.session, replies: [text(privacy(where))], effects: [], remarks: [] };
    if (event.type !== 'joined' && command?.title !== 'Help') return turn;
    const [first, ...rest] = turn.replies;
    const adder = event.type === 'joined' && where.place === 'shared' ? context.person.name : undefined;
    return first ? { ...turn, replies: [first, text(whatToSay(where, adder)), ...rest] } : turn;
  };
}

function asHeard(event: UserEvent, command: Command | undefined): UserEvent {
  // What is said here is no part of the conversation.
  if (command?.title === 'Privacy') return { type: 'unknown', what: command.title };
  return event.type === 'utterance' && command?.heardAs !== undefined ? { ...event, text: command.heardAs } : event;
}

function text(words: string): Reply {
  return { type: 'text', text: words };
}

/** @param adder who added the app to the team or the group */
function whatToSay({ place }: TeamsPlace, adder?: string): string {
  const commands = commandsFor(place).map(({ title, description }) => `- **${title}**: ${description}.`);
  const here = place === 'own' ? 'You can say:' : 'Others read along here, so I answer when you mention me. Tickets and your own data are for our own chat. You can say:';
  return `${adder === undefined ? '' : `${adder} added me here. `}${here}\n\n${commands.join('\n')}`;
}

function privacy({ pages }: TeamsPlace): string {
  const links = pages === undefined ? [] : [`[What is kept, and for how long](${pages.privacy})`, `[Terms of use](${pages.terms})`];
  return [
    'What you write stays on the machine of whoever offers me to you, for a limited time. Passwords and other secrets are blacked out before anything is kept. Support reads a report only after you said so.',
    ...links,
    'Say **delete my data** in our own chat, and I erase what is kept of you.',
  ].join('\n\n');
}

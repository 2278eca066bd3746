/** A command as the app's manifest offers it; Teams sends its title as a message. */
export interface Command {
  readonly title: string;
  readonly description: string;
  /** Words that say by themselves what the title says to this app. */
  readonly heardAs?: string;
  /** Not where others read along. */
  readonly inPrivate?: true;
}

export const COMMANDS: readonly Command[] = [
  { title: 'I cannot connect', description: 'Say or paste what the screen shows, and take one step at a time', heardAs: 'I cannot connect with Remote Desktop' },
  { title: 'The connection drops', description: 'The session was open, and ends by itself' },
  { title: 'Explain an error code', description: 'Or write the code itself, such as 0x904' },
  { title: 'Help', description: 'What I can do, and what you can say' },
  { title: 'Start over', description: 'Forget this problem and begin anew' },
  { title: 'Talk to support', description: 'Read the report first, then open a ticket', inPrivate: true },
  { title: 'Show my ticket', description: 'How it stands, and what support answered', inPrivate: true },
  { title: 'Privacy', description: 'What is kept of what you write, and for how long' },
  { title: 'Delete my data', description: 'Erase what is kept of you, after one question', inPrivate: true },
];

/** The commands that are offered there. */
export function commandsFor(place: 'own' | 'shared'): readonly Command[] {
  return COMMANDS.filter(({ inPrivate }) => place === 'own' || inPrivate === undefined);
}

/** The command that a message is, whatever its case and its last full stop. */
export function commandIn(text: string): Command | undefined {
  const said = text.trim().replace(/[.!?]+$/, '').toLowerCase();
  return COMMANDS.find(({ title }) => title.toLowerCase() === said);
}

/** What the search of codes calls its only field. */
export const CODE_PARAMETER = 'code';

/** What the app offers beside the box for a message and on messages: Teams names the command when it is chosen. */
export const EXTENSION_COMMANDS = [
  { id: 'diagnose', type: 'action', context: ['message'], fetchTask: true, title: 'Diagnose this', description: 'What a message says about a remote session that fails; only you see it' },
  {
    id: 'search-code', type: 'query', context: ['compose', 'commandBox'], title: 'Look up an error code', description: 'What a published table says about it',
    parameters: [{ name: CODE_PARAMETER, title: 'Error code', description: 'Such as 0x904 or 2308', inputType: 'text' }],
  },
] as const;

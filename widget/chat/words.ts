import type { About, TicketStatus } from './activity.ts';

/** What the page says around the conversation. */
export const WORDS = {
  assistant: 'Reconnect',
  you: 'You',
  fromSupport: 'Support',
  said: (who: string): string => `${who}: `,
  typing: (who: string): string => `${who} is typing`,
  sending: 'Sending …',
  failed: 'This did not arrive.',
  retry: 'Send again',
  showLines: (count: number): string => `Show all ${count} lines`,
  hideLines: 'Show less',
  chose: (title: string): string => `You chose: ${title}`,
  earlierChoices: 'Earlier choices',
  newMessages: 'New messages',
  restOfFix: (steps: number): string => (steps > 1 ? `All ${steps} steps, how to check and undo` : 'How to check and undo'),
  ticket: (number: string, status: TicketStatus): string => `Ticket ${number === '' ? '' : `#${number}`} ${STATUS[status]}`.replace('  ', ' '),
  /** What is said for the person who presses it; the assistant knows the words. */
  eraseMe: 'Delete my data',
  transcriptTitle: (title: string, at: string): string => `Conversation with ${title}, saved ${at}`,
} as const;

const STATUS: Readonly<Record<TicketStatus, string>> = {
  new: 'sent', open: 'being worked on', waiting: 'waiting for you', resolved: 'resolved', closed: 'closed',
};

/** What is wanted now, as the box says it while it is empty. */
export const PLACEHOLDER: Readonly<Record<About['kind'] | 'first', string>> = {
  first: 'Paste the error here',
  text: 'Your message',
  question: 'Your answer',
  fix: 'What happened when you tried it?',
  summary: 'Anything to add or correct?',
  ticket: 'Your message to support',
  person: 'Your message to support',
};

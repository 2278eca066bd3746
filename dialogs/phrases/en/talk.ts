import type { ChatTopic } from '../../../understanding/act.ts';
import type { Mood } from '../../../understanding/mood.ts';
import { inWords } from './names.ts';

/** Greetings, moods, what is not ours, and what could not be understood. */

const WHAT_TO_PASTE =
  "Hi. I help when a Remote Desktop connection won't work.\n\n" +
  'Paste what your screen says, for example:\n\n' +
  '```\nError code: 0x904\nExtended error code: 0x7\n```\n\n' +
  'In the error window, **Ctrl+C** copies all of it. Your own words work too.';

export const GREETING = `${WHAT_TO_PASTE} I suggest one step at a time, and you can reach support whenever you like.`;
/** Where nobody reads tickets. */
export const GREETING_ALONE = `${WHAT_TO_PASTE} I suggest one step at a time, and I can write it all down for whoever helps you.`;

export const CHAT: Readonly<Record<ChatTopic, string>> = {
  greeting: 'Hi.',
  thanks: "You're welcome.",
  goodbye: 'Goodbye. This conversation stays here if you need it again.',
  insult: "That must be annoying. I'd like to get your connection working.",
  'small-talk': "I'm a support assistant, so I'm better at Remote Desktop than at conversation.",
  capabilities:
    "I read Remote Desktop errors, work out what's most likely wrong, and give you one step at a time, with how to check it and how to undo it. If that doesn't help, I open a ticket with everything we tried, and the answer comes back here.",
  injection: 'I do one thing: get Remote Desktop connections working again.',
  hurry: "Then I'll keep it short.",
  acknowledge: 'OK.',
};

export const CAPABILITIES_ALONE =
  "I read Remote Desktop errors, work out what's most likely wrong, and give you one step at a time, with how to check it and how to undo it. If that doesn't help, I write down everything we tried, for somebody who can go on.";

/** One sentence for how a person feels; the rest of the reply is the same in every mood. */
export const FEELING: Readonly<Record<Mood, string>> = {
  angry: "I'm sorry this is keeping you from your work.",
  hurried: "I'll keep it short.",
  thankful: "You're welcome.",
};

export const PROMPT = 'Paste the error message or its code, or tell me what happens when you connect.';

/** What is not ours, in other words each time. */
export const FOREIGN: readonly string[] = [
  "That doesn't look like a Remote Desktop problem, so I can't help with it.",
  "That doesn't look like a Remote Desktop problem either. I only know about connecting to another computer with Remote Desktop. The text of its error window helps me most.",
  "I still can't help: what you describe doesn't look like a Remote Desktop problem. Would you like to talk to support?",
  "Again, that doesn't look like a Remote Desktop problem to me. Support can take it from here.",
];

export const WHAT_I_NEED =
  "When the connection fails, a window says why. Click on it, press **Ctrl+C**, come back here and press **Ctrl+V**. If there's no window, tell me what you see, and when.";

/** Tool output came before anything else. */
export function measuredSoFar(statements: readonly string[]): string {
  return statements.length === 0 ? `Noted. ${PROMPT}` : `I see that ${inWords(statements)}. What does the window say when you connect? Paste it, or tell me in your own words.`;
}

export const EMPTY = 'I got an empty message.';
export const ATTACHMENT = "I can't read files or pictures. Please paste the text: in the error window, **Ctrl+C** copies it.";

export const SAME_AGAIN = "That doesn't change anything yet, so here it is again.";
export const OLD_CARD = 'That button belongs to an earlier step and no longer counts.';
export const STILL_AT = "We're still at this step";
export const WELCOME_BACK = "Welcome back. Let's go on where we stopped.";
export const RESTARTED = `OK, from the beginning. ${PROMPT}`;
export const STOPPED = 'OK, I\'ll stop here. Write when you want to go on, or say "start over".';

export function secretWarning(kinds: readonly string[]): string {
  return `Your message contained something secret (${kinds.join(', ')}). I blacked it out and didn't store it. Please change it, since it was sent through a chat.`;
}

/** Never worded the same way twice running. @param open what the person is asked for, in a few words */
export function notUnderstood(times: number, open: string | undefined): string {
  const reminder = open === undefined ? '' : ` We were on: **${open}**${/[.!?]$/.test(open) ? '' : '.'}`;
  const wordings = [
    "I'm not sure what you mean. Is it one of these?",
    `I still can't place that.${reminder} Which of these is closer? You can also paste what the screen says.`,
    "Sorry, I don't understand, and guessing would cost you time. Would you like to talk to support?",
    `That's beyond me as well.${reminder} Support can take it from here, with everything so far.`,
  ];
  return wordings[times < wordings.length ? times : 2 + (times % 2)] ?? '';
}

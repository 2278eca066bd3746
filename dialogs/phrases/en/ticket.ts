import type { TicketStatus } from '../../ticket.ts';

/** Handing over, and what happens with the ticket. */

export const OFFER_PERSON = 'I can hand this over to support. This is what they will read. Correct it if something is wrong or missing.';
export const NOTHING_LEFT = "I'm out of steps that you could take from where you are. Support can look at the machines themselves, so I suggest handing this over.";
export const NOTHING_MORE = "I have no step left that would help here. If anything changes, or you see another message, tell me, and we'll go on. You can still get support at any time: just say so.";
export const OFFER_STANDS = 'Your report is ready. Shall I open the ticket?';
export const ADDED = 'I added that. This is what they will read now.';
export const WITHDRAWN = 'OK, no ticket.';
export const CORRECT = "Tell me what to change or add. I'll put it at the top of the report.";
export const OPENING = "I'm opening the ticket now. You'll get its number here.";
export const OPENING_FAILED = "I can't reach support just now. Your report is safe, and I'll keep trying.";
export const OPENING_REFUSED = "Support's system doesn't take your report, and trying again won't change that. Whoever runs this assistant has been told. Please reach support another way. Your report stays in this chat, ready to copy.";
export const WHAT_A_TICKET_DOES = 'Support reads exactly this text and answers here. Nothing is sent before you say so.';
export const NO_TICKET = 'There\'s no ticket yet. Say "support" and I\'ll prepare one.';
export const RESOLVED_CHECK = 'Does the connection work now?';

/** Asked once, on the day after. */
export const STILL_WORKING = 'Yesterday the connection worked again. Does it still work today?';
export const RATE = 'One more tap, if you like: how was the help?';
/** From the best to the worst. */
export const RATING = ['Very good', 'Good', 'Fair', 'Poor', 'Very poor'] as const;
export const RATED = 'Thank you. If you want to add a line about it, just write it.';
export const RATING_LINE = 'Thank you, I passed that on with your answer.';

export const CLOSE_TICKET = 'Shall I close your ticket? Support then stops working on it.';
export const REOPEN_TICKET = 'Shall I open your ticket again?';
export const TOLD_CLOSE = 'The person closed the ticket.';
export const TOLD_REOPEN = 'The person opened the ticket again.';

export function closedByPerson(number: string | undefined): string {
  return number ? `Ticket #${number} is closed.` : 'Your ticket is closed.';
}

export function reopenedByPerson(number: string | undefined): string {
  return `${number ? `Ticket #${number}` : 'Your ticket'} is open again. What you write goes to it.`;
}

export function onlyThisTicket(number: string | undefined): string {
  return number ? `In this chat I only know of ticket #${number}.` : "In this chat I only know of your ticket, and it doesn't have a number yet.";
}

/** Said once, when somebody of support begins to answer. */
export function nowWith(author: string): string {
  return `You're talking to ${author} now: what you write goes to the ticket, and I keep quiet. "Any news?" still tells you how it stands.`;
}

export function handedBack(author: string): string {
  return `${author} handed the conversation back to me.`;
}
export const BACK_WITH_ASSISTANT = "OK, I'm back. The ticket stays open.";

export const KEEP_TRYING = "Let's go on meanwhile. What you try goes onto the ticket.";

/** What the ticket says of a step that was tried after it was opened. */
export function meanwhile(step: string, outcome: string): string {
  return `Tried since: ${step}: ${outcome}.`;
}

/** A text for whoever is asked to do a step. */
export const REQUEST = {
  intro: 'Copy this and send it to whoever can do it:',
  greeting: 'Hello, Remote Desktop fails for me, and I need your help.',
  look: 'Please take a look at the remote computer and the network in between.',
  please: 'Please do this:',
  risk: 'Risk:',
  check: 'It worked if:',
  undo: 'To undo it:',
  thanks: 'Thank you.',
} as const;

export const TOLD_WORKS = 'It works now.';
export const TOLD_WORKS_NOT = "It still doesn't work.";

/** @param opening when somebody is there again, in words */
export function closedUntil(opening: string | undefined, note: string | undefined): string {
  const back = opening === undefined ? 'Support is closed now.' : `Support is closed now and back on **${opening}**; expect an answer after that.`;
  return note === undefined ? back : `${back} ${note}`;
}

export function ticketOpened(number: string): string {
  return `Your ticket is **#${number}**. Everything you said and tried is in it, so nobody will ask you again. The answer comes back here, and what you write from now on goes to the ticket.`;
}

export function passedOn(number: string | undefined): string {
  return number ? `I added that to ticket #${number}.` : 'I added that to your report.';
}

export function noteRefused(number: string | undefined): string {
  return `What you wrote last didn't get onto ${number ? `ticket #${number}` : 'your ticket'}: support's system doesn't take it. Please tell them another way.`;
}

export function worksAgain(number: string | undefined): string {
  return `Glad to hear it. ${number ? `I said so in ticket #${number}` : 'I said so in your report'}, so they can stop looking into it.`;
}

export function worksNot(number: string | undefined): string {
  return number ? `I told them in ticket #${number} that it doesn't work yet.` : "I added to your report that it doesn't work yet.";
}

export function supportSays(author: string, text: string): string {
  return `**${author}** (support): ${text}`;
}

const STATUS: Readonly<Record<TicketStatus | 'opening' | 'failed' | 'refused', string>> = {
  opening: 'is being opened',
  failed: "couldn't be opened yet; I'll keep trying",
  refused: "couldn't be opened: support's system doesn't take it",
  new: 'is waiting for someone to take it',
  open: 'is being worked on',
  waiting: 'is waiting for an answer from you',
  resolved: 'is marked as resolved',
  closed: 'is closed',
};

export function ticketStatus(number: string | undefined, status: keyof typeof STATUS): string {
  return number ? `Ticket #${number} ${STATUS[status]}.` : `Your ticket ${STATUS[status]}.`;
}

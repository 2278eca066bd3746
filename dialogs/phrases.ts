import type { Command, Confidence, Role, Side, Space } from '../knowledge/compiler/types.ts';
import type { ChatTopic, SpokenAct } from '../understanding/act.ts';
import type { Mood } from '../understanding/mood.ts';
import type { TicketStatus } from './ticket.ts';

/** Every word that the assistant says of its own accord. Facts come from the knowledge graph. */

export const SIDE: Readonly<Record<Side, string>> = {
  client: 'on the computer in front of you',
  server: 'on the computer you want to reach',
  network: 'in the network between the two',
};

export const WHO: Readonly<Record<Role, string>> = {
  user: 'you',
  'client-admin': 'an administrator of your computer',
  'server-admin': 'an administrator of the remote computer',
  'network-admin': 'whoever runs the network or the firewall',
  'domain-admin': 'an administrator of the domain',
  'cloud-admin': 'whoever manages the cloud subscription',
};

export const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  official: 'Documented by the vendor.',
  case: 'Reported by people who had this very error.',
  inferred: 'Our inference from documented facts.',
  general: 'General Windows knowledge.',
  'second-hand': 'Second-hand reports only; take it with care.',
  judgement: 'Our judgement.',
};

export const BUTTON = {
  worked: 'It works now',
  notWorked: 'Did not help',
  cannot: "I can't do this",
  cannotReach: "I can't get that done",
  explain: 'Explain',
  person: 'Talk to a person',
  skip: 'Skip it',
  dontKnow: "I don't know",
  yes: 'Yes',
  no: 'No',
  send: 'Open the ticket',
  correct: 'Correct it first',
  notNow: 'Not now',
  noHelpdesk: 'There is no helpdesk',
  report: 'Give me a text to send',
  undone: 'It is undone',
  cameBack: 'It came back',
  startOver: 'Start over',
  newProblem: 'A new problem',
  sameProblem: 'The same problem',
  notSo: 'That is not so',
  showAgain: 'Show me the step again',
} as const;

export const GREETING =
  'Hello. I help when a Remote Desktop connection does not work.\n\n' +
  'Paste what your screen says, for example:\n\n' +
  '```\nError code: 0x904\nExtended error code: 0x7\n```\n\n' +
  'In the error window, **Ctrl+C** copies all of it. Your own words are fine too. I suggest one thing at a time, and fetch a person whenever you want one.';

export const CHAT: Readonly<Record<ChatTopic, string>> = {
  greeting: 'Hello.',
  thanks: 'You are welcome.',
  goodbye: 'Goodbye. This conversation stays here if you need it again.',
  insult: 'That must be annoying. I would like to get your connection working.',
  'small-talk': 'I am a support assistant, so I am better at Remote Desktop than at conversation.',
  capabilities:
    'I read Remote Desktop errors, work out the likeliest cause, and give you one fix at a time, with how to check and how to undo it. If that does not help, I open a ticket with everything we tried, and the answer comes back here.',
  injection: 'I only do one thing: get Remote Desktop connections working again.',
  hurry: 'Then I keep it short.',
  acknowledge: 'OK.',
};

/** One sentence for how a person feels; the rest of the reply is the same in every mood. */
export const FEELING: Readonly<Record<Mood, string>> = {
  angry: 'I am sorry that this keeps you from your work.',
  hurried: 'I keep it short.',
  thankful: 'You are welcome.',
};

export const PROMPT = 'Paste the error message or its code, or describe what happens when you connect.';

/** What is not ours, in other words each time. */
export const FOREIGN: readonly string[] = [
  'That does not look like a Remote Desktop problem, so I am not the right one for it.',
  'That does not look like a Remote Desktop problem either. I only know about connecting to another computer by Remote Desktop; the text of its error window is what helps me most.',
  'I still cannot help: what you write does not look like a Remote Desktop problem. Shall I fetch a person who can take it?',
  'Again that does not look like a Remote Desktop problem to me. A person can take it from here.',
];
export const WHAT_I_NEED =
  'When the connection fails, a window says why. Click on it, press **Ctrl+C**, come back here and press **Ctrl+V**. If there is no window, tell me what you see, and after what.';
/** Tool output came before anything else. */
export function measuredSoFar(statements: readonly string[]): string {
  return statements.length === 0 ? `Noted. ${PROMPT}` : `I have read that ${inWords(statements)}. What does the window say when you connect? Paste it, or tell me in your own words.`;
}

export const EMPTY = 'I got an empty message. ' + PROMPT;
export const ATTACHMENT = 'I cannot read files or pictures. Please paste the text: in the error window, **Ctrl+C** copies it.';

export const ENGLISH_ONLY = 'I understand you, but for now I answer in English only.';

export const OLD_CARD = 'That button belongs to an earlier step and no longer counts.';
export const STILL_AT = 'We are still at this step';
export const WELCOME_BACK = 'Welcome back. We go on where we stopped.';
export const RESTARTED = 'All right, from the beginning. ' + PROMPT;

export function secretWarning(kinds: readonly string[]): string {
  return `Your message held something secret (${kinds.join(', ')}). I have blacked it out and not stored it. Please change it, since it was sent through a chat.`;
}

/** Never worded the same way twice running. @param table what the person is asked for, in a few words */
export function notUnderstood(times: number, table: string | undefined): string {
  const reminder = table === undefined ? '' : ` On the table is: **${table}**${/[.!?]$/.test(table) ? '' : '.'}`;
  const wordings = [
    'I am not sure what you mean. Is it one of these?',
    `I still cannot place that.${reminder} Which of these is closer? You can also paste what the screen says.`,
    'Sorry, I do not understand it, and guessing would cost you time. Shall I fetch a person?',
    `That is beyond me as well.${reminder} A person can take it from here; everything so far goes with it.`,
  ];
  return wordings[times < wordings.length ? times : 2 + (times % 2)] ?? '';
}

/** What a message may have meant, as it stands on a button; acts that are never offered have no title. */
export const GUESSED_ACT: Readonly<Partial<Record<SpokenAct, string>>> = {
  worked: 'It works now',
  'solved-otherwise': 'It works now',
  failed: 'It did not help',
  partly: 'It helped only in part',
  'came-back': 'It is back again',
  done: 'I did it',
  later: 'Not tried yet',
  cannot: "I can't do this",
  'cannot-find': "I can't find it",
  'not-applicable': "I don't have that here",
  skip: 'Try something else',
  explain: 'Explain this',
  why: 'Why this?',
  safe: 'Is it safe?',
  'ask-code': 'What does the code mean?',
  person: 'Talk to a person',
  send: 'Open a ticket',
  restart: 'Start over',
  'new-problem': 'It is another problem',
  'has-rights': 'I am an administrator',
  'helper-has-rights': 'An administrator is at hand',
  'no-rights': 'I am not an administrator',
  'dont-know': "I don't know",
};

/** The risk of a step and how to take it back, in answer to "is it safe?". */
export function riskOf(risk: { readonly level: string; readonly text: string }, undo: string): string {
  const level = risk.text.toLowerCase().startsWith(risk.level) ? '' : `${risk.level.charAt(0).toUpperCase()}${risk.level.slice(1)}. `;
  return `Risk: ${level}${risk.text}\n\nTo undo it: ${undo}`;
}

/** An outcome of a step that is not the open one. */
export function notedOf(step: string, text: string): string {
  return `About **${step}**: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

const TOOL_HELP: Readonly<Record<string, string>> = {
  'access-denied': 'The window in which you ran it has no administrator rights. Close it, search for it in the Start menu, right-click it, choose *Run as administrator*, and run the command again. If that is not offered to you, say that you are not an administrator.',
  'elevation-required': 'That command needs a window that runs as administrator: search for it in the Start menu, right-click it, choose *Run as administrator*, and run the command again. If that is not offered to you, say that you are not an administrator.',
  'not-recognised': 'This computer does not know that command: either it was typed in the wrong kind of window (PowerShell or Command Prompt), a letter is missing, or the tool is not installed here. Check that the window is the one the step names, and paste the command again.',
  'execution-policy': 'Windows blocks script files on this computer. Paste the command itself into the window instead of running a file; the setting need not be changed.',
  'rpc-unavailable': 'The other computer did not answer that tool; a firewall may block it, or the name is wrong. Run the command on the other computer itself, if you can.',
  'module-missing': 'The part of Windows that brings that command is not installed here. Run it on a computer that has it (a server, as a rule), or skip it.',
};

/** What to do about a command that failed for a reason of its own. */
export function toolHelp(problem: string | undefined): string {
  return (problem === undefined ? undefined : TOOL_HELP[problem]) ?? 'The command itself failed, which says nothing about your connection yet. Paste what the window says, all of it, or tell me to skip it.';
}

export function didYouMean(code: string): string {
  return `I am not sure that I read the code rightly. Did you mean \`${code}\`?`;
}

/** Where each number space is seen. */
export const PLACE: Readonly<Record<Space, string>> = {
  'mstsc-disconnect': 'Remote Desktop Connection on Windows',
  'mstsc-extended': 'After "Extended error code"',
  errinfo: 'A FreeRDP or xrdp log',
  errconnect: 'A FreeRDP or Remmina message',
  gateway: 'A message about the RD Gateway',
  'windows-app': 'The Windows App, on a Mac or a phone',
  'azure-virtual-desktop': 'Azure Virtual Desktop',
  hresult: 'A Windows error message',
  'tls-alert': 'A TLS or Schannel alert',
  event: 'The event log',
  fatal: 'A fatal error of the client',
  logon: 'A logon error',
};

export const WHICH_PLACE = 'That number means different things in different places. Where did you see it?';
export const WHICH_SYMPTOM = {
  plain: 'Which of these comes closest?',
  ifOurs: 'If it is about Remote Desktop after all: which of these comes closest?',
} as const;
export const NEITHER_CODE = 'Then please look at the code once more and paste it as it stands in the window.';
export const SAME_OR_NEW = 'That is another error than the one before. Is it the same trouble showing itself differently, or a new problem?';

export function unknownCode(code: string): string {
  return `I do not know the code \`${code}\`; it is in none of the published tables. I go by the rest of what you wrote.`;
}

export function percent(probability: number): string {
  if (probability > 0.99) return 'over 99 %';
  if (probability < 0.01) return 'under 1 %';
  return `${Math.round(probability * 100)} %`;
}

export function minutes(value: number): string {
  const rounded = Math.max(1, Math.round(value));
  return rounded === 1 ? '1 minute' : `${rounded} minutes`;
}

export function orderChanged(cause: string, probability: number): string {
  return `That changes the order: the likeliest cause is now **${cause}** (${percent(probability)}).`;
}

const SIDE_NOUN: Readonly<Record<Side, string>> = { client: 'your own computer', server: 'the remote computer', network: 'the network between the two' };

export function sideShifted(side: Side, probability: number, cause: string | undefined): string {
  const lead = cause ? ` Likeliest now: **${cause}**.` : '';
  return `That changes the order: it speaks for ${SIDE_NOUN[side]} (${percent(probability)}).${lead}`;
}

export function surprising(statement: string, code: string | undefined): string {
  return code
    ? `It is surprising that ${statement}: with \`${code}\` it is usually otherwise. Please look at the code in the window once more, and paste it if it is a different one. Until then I go by what you measured.`
    : `It is surprising that ${statement}. I go by what you measured.`;
}

/** The evidence points to another problem than the one that was opened. */
export function ratherThis(title: string): string {
  return `That sounds more like this: **${title}**. I'll go on from there with everything you've told me.`;
}

/** What somebody's words were taken for. */
export function noted(statements: readonly string[]): string {
  return `Noted: ${inWords(statements)}.`;
}

export function takenBack(statements: readonly string[]): string {
  return statements.length === 0 ? 'All right, I take that back.' : `All right, I no longer count that ${inWords(statements)}.`;
}

export const NOTHING_TO_TAKE_BACK = 'There is nothing to take back yet.';
export const WHICH_TO_TAKE_BACK = 'Which of these is wrong?';

/** What the next step rests on; undefined while it rests on nothing that was said. */
export function goesBy(told: readonly string[]): string | undefined {
  return told.length === 0 ? undefined : `I'm going by this: ${inWords(told)}. Tell me if any of that is wrong.`;
}

function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** How to get to where a command is typed. */
export const HOW_TO_OPEN: Readonly<Record<Command['shell'], (admin: boolean, where: string) => string>> = {
  powershell: (admin, where) => `To type the command ${where}: press the Windows key, write *powershell*, ${asAdministrator(admin)}. Paste with a right click.`,
  cmd: (admin, where) => `To type the command ${where}: press the Windows key, write *cmd*, ${asAdministrator(admin)}. Paste with a right click.`,
  bash: (admin, where) => `To type the command ${where}: open a terminal${admin ? ' and put *sudo* in front of it' : ''}.`,
};

function asAdministrator(admin: boolean): string {
  return admin ? 'right-click the first hit and choose *Run as administrator*' : 'and press Enter';
}

export function unchangedStep(title: string): string {
  return `It does not change the next step: **${title}**.`;
}

/** A step that the person chose, beside the one that the numbers would have chosen. */
export function chosenByYou(instead: string | undefined, helps: number): string {
  const other = instead === undefined ? '' : ` By what I know so far, ${instead} would come first.`;
  return `As you wish. It helps in about ${percent(helps)} of such cases.${other}`;
}

export const NO_SUCH_STEP = 'I have no such step for this error.';
export const ALREADY_TRIED = 'You have tried that one already, and it did not help.';
export const SKIPPED = 'All right, I leave that out.';
export const STILL_WORKS = 'Good. If it comes back, tell me, and I go on from here.';
export const SOLVED_BUT = 'Good, that part works now.';
export const NOT_YET = 'All right, it does not work yet. I ask to find out which step is worth your time.';
export const DONE_PASTE = 'Good. What came out? Paste it here, or pick the answer.';
export const WHY_I_ASK = 'The answer decides which step comes next, so that you do not try things in vain. If you cannot find it out, say "I don\'t know", and I go on without it.';
export const CANNOT_UNDO = 'It should not stay that way, since it weakens security. If you cannot take it back, a person should.';
export const WHAT_A_TICKET_DOES = 'A person of the helpdesk reads exactly this text and answers here. Nothing is sent before you say so.';

export const TAKE_YOUR_TIME = "Take your time. Tell me how it went when you're done.";
export const NOTHING_AT_RISK = 'Nothing has been changed so far, and nothing is about to change without you.';
export const ONLY_ASKING = 'That is safe: I am only asking. Nothing is changed by the answer, and a command that goes with a question only reads.';
export const NO_CODE_YET = 'You have not given me a code yet. It stands in the window that says that the connection failed.';
export const DONE_CHECK = 'Good. Does the connection work now?';
export const DID_NOT_HELP = 'All right, that was not it.';
export const SOLVED = 'Very good. I am glad that it works again.';
export const SOLVED_OTHERWISE = "Good to hear that it works. I don't count any of my steps as the reason. If you know what did it, tell me; it helps the next person.";
export const HELPED_IN_PART = "Then it is not all of it. Let's go on.";
export const NOT_APPLICABLE = 'Then that step is not for you; I leave it out.';
export const SOLVED_AFTER_TEST = 'Good, that tells us the cause. But what you just changed weakens security and was a test only, so first take it back.';
export const UNDO_TEST = 'That test weakened security. Take it back before we go on.';
export const CAME_BACK = 'Sorry to hear that. Then it was not the real cure; I go on from there.';
export const NOT_ADMIN = "Noted: you don't have administrator rights. If a step needs an administrator, I'll write a request you can send.";
export const ADMIN = 'Noted: administrator rights are at hand.';
export const OFFER_PERSON = 'I can fetch a person. This is what they will read; correct it if something is wrong or missing.';
export const NOTHING_LEFT = "I'm out of steps that you could take from where you are. Support can look at the machines themselves, so I suggest handing this over.";
export const NOTHING_MORE = "I have no step left that would help here. If anything changes, or you see another message, tell me, and we go on. You can still get support at any time: just say so.";
export const OFFER_STANDS = 'Your report is ready. Shall I open the ticket?';
export const ADDED = 'I have added that. This is what they will read now.';
export const WITHDRAWN = 'All right, no ticket.';
export const CORRECT = 'Write what should be changed or added; I put it on top of the summary.';
export const OPENING = 'I am opening the ticket now. Its number follows here.';
export const OPENING_FAILED = 'The helpdesk could not be reached just now. Your report is kept, and I try again by myself.';
export const OPENING_REFUSED = 'The helpdesk does not take your report, and trying again will not change that. Whoever runs this assistant has been told. Please reach the helpdesk another way; your report stays in this chat, ready to be copied.';
export const STOPPED = 'All right, I stop here. Write when you want to go on, or say "start over".';

export function ticketOpened(number: string): string {
  return `Your ticket is **#${number}**. Everything you said and tried is in it, so nobody will ask you again. The answer comes back here; what you write from now on goes to the ticket.`;
}

export function passedOn(number: string | undefined): string {
  return number ? `I have added that to ticket #${number}.` : 'I have added that to your report.';
}

export function noteRefused(number: string | undefined): string {
  return `What you wrote last did not get onto ${number ? `ticket #${number}` : 'your ticket'}: the helpdesk does not take it. Please tell them another way.`;
}

export const TOLD_WORKS = 'It works now.';
export const TOLD_WORKS_NOT = 'It still does not work.';

export function worksAgain(number: string | undefined): string {
  return `I am glad to hear it. ${number ? `I have said so in ticket #${number}` : 'I have said so in your report'}, so that nobody searches on.`;
}

export function worksNot(number: string | undefined): string {
  return number ? `I have told them in ticket #${number} that it does not work yet.` : 'I have added to your report that it does not work yet.';
}

const STATUS: Readonly<Record<TicketStatus | 'opening' | 'failed' | 'refused', string>> = {
  opening: 'is being opened',
  failed: 'could not be opened yet; I keep trying',
  refused: 'could not be opened: the helpdesk does not take it',
  new: 'is waiting for somebody to take it',
  open: 'is being worked on',
  waiting: 'is waiting for an answer from you',
  resolved: 'is marked as resolved',
  closed: 'is closed',
};

export function ticketStatus(number: string | undefined, status: keyof typeof STATUS): string {
  return number ? `Ticket #${number} ${STATUS[status]}.` : `Your ticket ${STATUS[status]}.`;
}

export const NO_TICKET = 'There is no ticket yet. Say "person" and I prepare one.';
export const RESOLVED_CHECK = 'Does the connection work now?';

/** Where nobody reads tickets. */
export const GREETING_ALONE =
  'Hello. I help when a Remote Desktop connection does not work.\n\n' +
  'Paste what your screen says, for example:\n\n' +
  '```\nError code: 0x904\nExtended error code: 0x7\n```\n\n' +
  'In the error window, **Ctrl+C** copies all of it. Your own words are fine too. I suggest one thing at a time, and write it all down for somebody who can help, whenever you want that.';
export const CAPABILITIES_ALONE =
  'I read Remote Desktop errors, work out the likeliest cause, and give you one fix at a time, with how to check and how to undo it. If that does not help, I write down everything we tried, for somebody who can go on.';
export const NO_HELPDESK = "Noted: there is no helpdesk, so I won't offer a ticket.";
export const NO_TICKETS = 'There is no helpdesk here, so there are no tickets. Say "person", and I write down what is known for somebody who can help you.';
export const REPORT_TO_SEND = 'This is what is known so far. Send it to somebody who can help: a friend, a repair shop, whoever looks after that computer.';
export const NOTHING_LEFT_ALONE =
  "I'm out of steps that you could take from where you are. Somebody who can look at the computers themselves should go on. Send them this, so that they needn't start over:";

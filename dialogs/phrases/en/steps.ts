import type { Fix } from '../../../knowledge/compiler/types.ts';
import { RISK_LEVEL } from './card.ts';
import { minutes, oftenInWords, percent } from './names.ts';

/** Steps: why this one, how it went, what about another one. */

/** The reason that stands on a card. */
export function becauseOf(statement: string): string {
  return `I suggest this because ${statement}.`;
}

/** The reason in full, in answer to "why?". */
export function whyThisOne({ because, cause, helps, takes, undo }: {
  readonly because?: string | undefined;
  readonly cause?: { readonly title: string; readonly probability: number } | undefined;
  readonly helps?: number | undefined;
  readonly takes: number;
  readonly undo: 'nothing' | 'can' | 'must';
}): string {
  const reasons = [
    ...(because === undefined ? [] : [`${because.charAt(0).toUpperCase()}${because.slice(1)}.`]),
    cause ? `The likeliest cause it fixes is **${cause.title}** (${percent(cause.probability)}).` : "It helps with causes that can't be told apart yet.",
    `${helps === undefined ? 'It' : `It helps in about ${percent(helps)} of cases like this,`} takes ${minutes(takes)}, and ${UNDO[undo]}.`,
  ];
  return reasons.join(' ');
}

const UNDO = { nothing: "there's nothing to undo", can: 'can be undone', must: 'must be undone right after the test' } as const;

/** A step that the person chose, beside the one that the numbers would have chosen. */
export function chosenByYou(instead: string | undefined, helps: number): string {
  const other = instead === undefined ? '' : ` Based on what I know, I'd try ${instead} first.`;
  return `Sure. It fixes ${oftenInWords(helps)}.${other}`;
}

export function unchangedStep(title: string): string {
  return `The next step is still **${title}**.`;
}

/** The risk of a step and how to take it back, in answer to "is it safe?". */
export function riskOf(risk: Fix['risk'], undo: string): string {
  const level = risk.text.startsWith(RISK_LEVEL[risk.level]) ? '' : `${RISK_LEVEL[risk.level]}. `;
  return `Risk: ${level}${risk.text}\n\nTo undo it: ${undo}`;
}

/** An outcome of a step that is not the open one. */
export function notedOf(step: string, text: string): string {
  return `About **${step}**: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** Steps and how they went, as things that are not counted any more. */
export const WENT = {
  worked: (title: string): string => `**${title}** helped`,
  failed: (title: string): string => `**${title}** didn't help`,
  left: (title: string): string => `**${title}** is left out`,
} as const;

export const NO_SUCH_STEP = 'I have no such step for this error.';
export const ALREADY_TRIED = "You've tried that one already, and it didn't help.";
/** The person cannot do it themselves. */
export function takesSomebody(who: string): string {
  return `OK. I won't ask you for what takes ${who}. If such a step comes up, I'll write a request you can send.`;
}

export const SKIPPED = "OK, let's skip that.";
export const STILL_WORKS = "Good. If it comes back, tell me, and I'll go on from here.";
export const SOLVED_BUT = 'Good, that part works now.';
export const NOT_YET = "OK, it doesn't work yet. I'm asking to find out which step is worth your time.";
export const DONE_PASTE = 'Good. What did it print? Paste it here, or pick the answer.';
export const WHY_I_ASK = 'The answer decides which step comes next, so you don\'t try things for nothing. If you can\'t find out, say "I don\'t know", and I\'ll go on without it.';
export const CANNOT_UNDO = "It shouldn't stay that way, because it weakens security. If you can't undo it, ask support to.";
export const TAKE_YOUR_TIME = "Take your time. Tell me how it went when you're done.";
export const NOTHING_AT_RISK = 'Nothing has been changed so far, and nothing will be without you.';
export const ONLY_ASKING = "That's safe: I'm only asking. Your answer changes nothing, and a command that comes with a question only reads.";
export const DONE_CHECK = 'Good. Does the connection work now?';
export const DID_NOT_HELP = "That wasn't it.";
export const SOLVED = "Great. I'm glad it works again.";
export const SOLVED_OTHERWISE = "Good to hear that it works. I won't count any of my steps as the reason. If you know what did it, tell me; it helps the next person.";
export const HELPED_IN_PART = "Then that's not all of it. Let's go on.";
export const NOT_APPLICABLE = "Then that step isn't for you, so I'll leave it out.";
export const SOLVED_AFTER_TEST = 'Good, that tells us the cause. But what you just changed weakens security and was only a test, so undo it first.';
export const UNDO_TEST = 'That test weakened security. Undo it before we go on.';
export const CAME_BACK = "Sorry to hear that. Then it wasn't the real fix, so let's go on.";

const ADMINISTRATOR_WINDOW = 'search for it in the Start menu, right-click it, choose *Run as administrator*, and run the command again. If you don\'t get that choice, say that you\'re not an administrator.';

const TOOL_HELP: Readonly<Record<string, string>> = {
  'access-denied': `The window you ran it in has no administrator rights. Close it, ${ADMINISTRATOR_WINDOW}`,
  'elevation-required': `That command needs a window that runs as administrator: ${ADMINISTRATOR_WINDOW}`,
  'not-recognised': "This computer doesn't know that command. It's the wrong kind of window (PowerShell or Command Prompt), a letter is missing, or the tool isn't installed here. Check that it's the window the step names, and paste the command again.",
  'execution-policy': 'Windows blocks script files on this computer. Paste the command itself into the window instead of running a file. You don\'t need to change the setting.',
  'rpc-unavailable': "The remote computer didn't answer that tool. A firewall may block it, or the name is wrong. If you can, run the command on the remote computer itself.",
  'module-missing': "The part of Windows that has this command isn't installed here. Run it on a computer that has it, usually a server, or skip it.",
};

/** What to do about a command that failed for a reason of its own. */
export function toolHelp(problem: string | undefined): string {
  return (problem === undefined ? undefined : TOOL_HELP[problem]) ?? 'The command itself failed, which says nothing about your connection yet. Paste everything the window says, or tell me to skip it.';
}

/** Headings of an explanation. */
export const EXPLAINED = {
  yourself: (title: string, where: string): string => `**${title}**: you can do this yourself, ${where}.`,
  bySomebody: (title: string, who: string, where: string): string => `**${title}**: ${who} does this, ${where}.`,
  purpose: (causes: readonly string[]): string => `It's for:\n${causes.join('\n')}`,
  apart: (causes: readonly string[]): string => `It tells these apart:\n${causes.join('\n')}`,
  check: (check: string, confidence: string): string => `It worked if: ${check} ${confidence}`,
  command: (title: string, where: string, admin: boolean): string =>
    `${title} (${where}${admin ? ', as administrator' : ''}). It only reads. Paste what it prints.`,
} as const;


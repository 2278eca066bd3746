import type { Interruption } from '../../../knowledge/compiler/types.ts';
import { inWords, minutes } from './names.ts';

/** Answers to what the person asks about a step, a question or the fault. */

const INTERRUPTS: Readonly<Record<Interruption, string>> = {
  'remote-desktop': 'Remote Desktop stops there for a moment, for everybody.',
  network: 'The network there may drop for a moment.',
  account: "Whoever uses that account can't sign in until it's done.",
  restart: 'The computer restarts. Save open work first, and warn others who use it.',
};

/** @param risk what the step's card says of it */
export function lossOf(interrupts: readonly Interruption[], risk: { readonly level: string; readonly text: string }): string {
  const text = risk.text === '' && interrupts.length === 0 ? ['Nothing is lost.'] : [risk.text];
  return [...text.map((each) => (risk.level === 'none' || each === 'Nothing is lost.' ? each : `Risk: ${each}`)), ...interrupts.map((each) => INTERRUPTS[each])].filter((each) => each !== '').join(' ');
}

export function undoOf(undo: string): string {
  return `To undo it: ${undo}`;
}

export const DURATION = {
  step: (takes: number): string => `About ${minutes(takes)}, trying the connection included.`,
  question: (takes: number): string => `Answering takes about ${minutes(takes)}.`,
  unknown: "I can't tell before I know what's wrong. Most steps take 5 to 10 minutes, and you can stop after any of them.",
} as const;

export const WHO_DOES = {
  yourself: 'You can do this yourself. It takes no administrator rights.',
  somebody: (who: string): string => `It takes ${who}. If that's you, go ahead. If not, I'll write a text that you can send.`,
  notYou: (who: string): string => `It takes ${who}, and you said that isn't you. I'll write a text that you can send.`,
  answer: 'No administrator is needed. All I need is your answer.',
  lookByAdmin: (where: string): string => `The command needs a window that runs as administrator, ${where}. If you can't open one, say "I don't know", and I'll go on without it.`,
  look: (where: string): string => `You do, ${where}. It takes no administrator rights.`,
  nobody: "There's nothing to do yet.",
} as const;

export const NEXT = {
  step: (title: string): string => `If it works, we're done. If not, I'd try this next: **${title}**.`,
  question: 'If it works, we\'re done. If not, I have another question that narrows it down.',
  end: "If it works, we're done. If not, I'm out of steps, and I'd write everything down for somebody who can look at the computers.",
  afterAnswer: (title: string): string => `Your answer decides what comes next. Without it I'd go on with this: **${title}**.`,
  afterAnswerMore: "Your answer decides what comes next. Without it I'd ask something else.",
  start: 'Tell me what happens when you connect. Then I ask a question or two, and suggest the step that is most likely to help.',
} as const;

export const FAULT = {
  notYours: (side: string): string => `No. What I know so far points to ${side}, not to anything you did.`,
  perhapsHere: "It may be a setting or a program on your computer. That happens without anybody doing something wrong, and it can be put right.",
} as const;

export const NO_OUTAGE_KNOWN = "I know of no outage, but I only know what support has told me. Ask somebody else to connect: if nobody gets in, tell me, and we'll look there.";

/** Whether it lies on a side that somebody asked about. */
export const ON_SIDE = {
  yes: (side: string): string => `Probably. What I know so far points to ${side}.`,
  perhaps: (side: string, instead: string): string => `It could be, but what I know so far points to ${instead} more than to ${side}.`,
  no: (side: string, instead: string): string => `Probably not. What I know so far points to ${instead}, not to ${side}.`,
} as const;

export const FIND_OUT = 'Tell me what you know or can see. If you can\'t find out, say "I don\'t know", and I\'ll go on without it.';

/** How likely a cause is that somebody asked about. */
export const COULD_BE = {
  likeliest: (cause: string): string => `Yes, that's what I think of first: **${cause}**.`,
  likely: (cause: string): string => `Yes, quite possibly: **${cause}**.`,
  possible: (cause: string): string => `It could be, but other things are likelier: **${cause}**.`,
  unlikely: (cause: string): string => `Hardly. This is rare with such an error: **${cause}**.`,
  elsewhere: (cause: string): string => `I don't think so. This shows up in another way: **${cause}**.`,
  unknown: (named: string): string => `I know of nothing like "${named}" that leads to this. If you have a reason to think so, tell me what you see.`,
  ruledOut: (cause: string): string => `Hardly, by what we know now: **${cause}**.`,
  reasons: (pro: readonly string[], contra: readonly string[]): string =>
    [...(pro.length > 0 ? [`For it: ${inWords(pro)}.`] : []), ...(contra.length > 0 ? [`Against it: ${inWords(contra)}.`] : [])].join(' '),
  step: (title: string): string => `The step for it is **${title}**.`,
} as const;

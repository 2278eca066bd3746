/** Which error it is, and which of several things it may be. */

export function didYouMean(code: string): string {
  return `I'm not sure I read that code correctly. Did you mean \`${code}\`?`;
}

export const WHICH_PLACE = 'That number means different things in different places. Where did you see it?';
export const WHICH_SYMPTOM = {
  plain: 'Which of these is closest?',
  ifOurs: 'If it is about Remote Desktop after all, which of these is closest?',
} as const;
export const NEITHER_CODE = 'Then please look at the code again and paste it exactly as the window shows it.';
export const SAME_OR_NEW = "That's a different error from the one before. Is it the same problem showing up differently, or a new one?";
export const NO_CODE_YET = "You haven't given me a code yet. It's in the window that says the connection failed.";

export function unknownCode(code: string): string {
  return `I don't know the code \`${code}\`: it's in none of the published tables. I'll go by the rest of what you wrote.`;
}

/** The evidence points to another problem than the one that was opened. */
export function ratherThis(title: string): string {
  return `That sounds more like this: **${title}**. I'll go on from there with everything you've told me.`;
}

import type { Side } from '../../../knowledge/compiler/types.ts';
import { inWords, SIDE_NOUN } from './names.ts';

/** What was taken from somebody's words, and what it changes. */

export function noted(statements: readonly string[]): string {
  return `Noted: ${inWords(statements)}.`;
}

export function knownAlready(statements: readonly string[]): string {
  return `I have that already: ${inWords(statements)}.`;
}

export function pointsTo(side: Side): string {
  return `That points to ${SIDE_NOUN[side]}.`;
}

export function surprising(statement: string, code: string | undefined): string {
  return code
    ? `It's surprising that ${statement}. That's unusual for \`${code}\`. Please look at the code in the window again, and paste it if it's a different one. Until then I'll go by what you measured.`
    : `It's surprising that ${statement}. I'll go by what you measured.`;
}

export function takenBack(statements: readonly string[]): string {
  return statements.length === 0 ? 'OK, I take that back.' : `OK, I no longer count that ${inWords(statements)}.`;
}

export const NOTHING_NOTED = "I haven't noted anything yet.";
export const WHICH_TO_TAKE_BACK = 'Which of these is wrong?';

/** What the next step rests on; undefined while it rests on nothing that was said. */
export function goesBy(told: readonly string[]): string | undefined {
  return told.length === 0 ? undefined : `I'm going by this: ${inWords(told)}. Tell me if any of that is wrong.`;
}

export const NOT_ADMIN = "Noted: you don't have administrator rights. If a step needs an administrator, I'll write a request you can send.";
export const ADMIN = 'Noted: you have administrator rights, or somebody near you does.';

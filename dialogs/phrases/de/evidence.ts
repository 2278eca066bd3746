import type { Side } from '../../../knowledge/compiler/types.ts';
import { inWords, SIDE_NOUN } from './names.ts';

export function noted(statements: readonly string[]): string {
  return `Notiert: ${inWords(statements)}.`;
}

export function pointsTo(side: Side): string {
  return `Das deutet auf ${SIDE_NOUN[side]}.`;
}

export function surprising(statement: string, code: string | undefined): string {
  return code
    ? `Das überrascht: ${statement}. Für \`${code}\` ist das ungewöhnlich. Sehen Sie bitte noch einmal nach dem Code im Fenster, und fügen Sie ihn ein, wenn er anders lautet. Bis dahin richte ich mich nach dem, was gemessen wurde.`
    : `Das überrascht: ${statement}. Ich richte mich nach dem, was gemessen wurde.`;
}

export function takenBack(statements: readonly string[]): string {
  return statements.length === 0 ? 'Gut, das nehme ich zurück.' : `Gut, das zählt nicht mehr: ${inWords(statements)}.`;
}

export const NOTHING_NOTED = 'Ich habe noch nichts notiert.';
export const WHICH_TO_TAKE_BACK = 'Was davon stimmt nicht?';

export function goesBy(told: readonly string[]): string | undefined {
  return told.length === 0 ? undefined : `Ich gehe davon aus: ${inWords(told)}. Sagen Sie es, wenn etwas davon nicht stimmt.`;
}

export const NOT_ADMIN = 'Notiert: Sie haben keine Administratorrechte. Braucht ein Schritt einen Administrator, schreibe ich eine Bitte, die Sie weiterschicken können.';
export const ADMIN = 'Notiert: Sie oder jemand in Ihrer Nähe hat Administratorrechte.';

export function didYouMean(code: string): string {
  return `Ich bin nicht sicher, ob ich den Code richtig gelesen habe. Meinten Sie \`${code}\`?`;
}

export const WHICH_PLACE = 'Diese Zahl bedeutet an verschiedenen Stellen Verschiedenes. Wo haben Sie sie gesehen?';
export const WHICH_SYMPTOM = {
  plain: 'Was davon kommt am nächsten?',
  ifOurs: 'Falls es doch um Remotedesktop geht: Was davon kommt am nächsten?',
} as const;
export const NEITHER_CODE = 'Dann sehen Sie bitte noch einmal nach dem Code, und fügen Sie ihn genau so ein, wie er im Fenster steht.';
export const SAME_OR_NEW = 'Das ist ein anderer Fehler als vorhin. Ist es dasselbe Problem, das sich anders zeigt, oder ein neues?';
export const NO_CODE_YET = 'Sie haben mir noch keinen Code genannt. Er steht in dem Fenster, das sagt, dass die Verbindung nicht zustande kam.';

export function unknownCode(code: string): string {
  return `Den Code \`${code}\` kenne ich nicht: Er steht in keiner veröffentlichten Liste. Ich richte mich nach dem, was Sie sonst geschrieben haben.`;
}

export function ratherThis(title: string): string {
  return `Das klingt eher danach: **${title}**. Ich mache dort weiter, mit allem, was Sie mir gesagt haben.`;
}

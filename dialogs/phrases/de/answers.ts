import type { Interruption } from '../../../knowledge/compiler/types.ts';
import { inWords, minutes } from './names.ts';

const INTERRUPTS: Readonly<Record<Interruption, string>> = {
  'remote-desktop': 'Remotedesktop ist dort für einen Moment weg, für alle.',
  network: 'Das Netz dort kann für einen Moment weg sein.',
  account: 'Wer dieses Konto benutzt, kann sich so lange nicht anmelden.',
  restart: 'Der Computer startet neu. Speichern Sie vorher, und warnen Sie andere, die ihn benutzen.',
};

export function lossOf(interrupts: readonly Interruption[], risk: { readonly level: string; readonly text: string }): string {
  const nothing = 'Es geht nichts verloren.';
  const text = risk.text === '' && interrupts.length === 0 ? nothing : risk.text;
  return [risk.level === 'none' || text === nothing || text === '' ? text : `Risiko: ${text}`, ...interrupts.map((each) => INTERRUPTS[each])].filter((each) => each !== '').join(' ');
}

export function undoOf(undo: string): string {
  return `So machen Sie es rückgängig: ${undo}`;
}

export const DURATION = {
  step: (takes: number): string => `Etwa ${minutes(takes)}, das Ausprobieren der Verbindung eingeschlossen.`,
  question: (takes: number): string => `Die Antwort kostet etwa ${minutes(takes)}.`,
  unknown: 'Das kann ich erst sagen, wenn klar ist, woran es liegt. Die meisten Schritte dauern 5 bis 10 Minuten, und nach jedem können Sie aufhören.',
} as const;

export const WHO_DOES = {
  yourself: 'Das können Sie selbst. Administratorrechte braucht es nicht.',
  somebody: (who: string): string => `Das ist eine Sache für ${who}. Sind Sie das, legen Sie los. Wenn nicht, schreibe ich einen Text, den Sie schicken können.`,
  notYou: (who: string): string => `Das ist eine Sache für ${who}, und Sie haben gesagt, dass Sie das nicht sind. Ich schreibe einen Text, den Sie schicken können.`,
  answer: 'Ein Administrator ist nicht nötig. Ich brauche nur Ihre Antwort.',
  lookByAdmin: (where: string): string => `Der Befehl braucht ein Fenster, das als Administrator läuft, ${where}. Können Sie keines öffnen, schreiben Sie „weiß ich nicht“, dann mache ich ohne die Antwort weiter.`,
  look: (where: string): string => `Sie selbst, ${where}. Administratorrechte braucht es nicht.`,
  nobody: 'Es ist noch nichts zu tun.',
} as const;

export const NEXT = {
  step: (title: string): string => `Klappt es, sind wir fertig. Wenn nicht, würde ich als Nächstes das versuchen: **${title}**.`,
  question: 'Klappt es, sind wir fertig. Wenn nicht, habe ich noch eine Frage, die es eingrenzt.',
  end: 'Klappt es, sind wir fertig. Wenn nicht, bleibt mir kein Schritt mehr, und ich schreibe alles für jemanden auf, der die Computer ansehen kann.',
  afterAnswer: (title: string): string => `Ihre Antwort entscheidet, was als Nächstes kommt. Ohne sie würde ich damit weitermachen: **${title}**.`,
  afterAnswerMore: 'Ihre Antwort entscheidet, was als Nächstes kommt. Ohne sie würde ich etwas anderes fragen.',
  start: 'Sagen Sie mir, was beim Verbinden passiert. Dann stelle ich ein oder zwei Fragen und schlage den Schritt vor, der am wahrscheinlichsten hilft.',
} as const;

export const FAULT = {
  notYours: (side: string): string => `Nein. Was ich bisher weiß, deutet auf ${side}, nicht auf etwas, das Sie getan haben.`,
  perhapsHere: 'Vielleicht ist es eine Einstellung oder ein Programm auf Ihrem Computer. Das kommt vor, ohne dass jemand etwas falsch gemacht hat, und lässt sich richten.',
} as const;

export const NO_OUTAGE_KNOWN =
  'Ich weiß von keiner Störung, aber ich weiß nur, was der Support mir gesagt hat. Bitten Sie jemand anderen, sich zu verbinden: Kommt niemand hinein, sagen Sie es mir, dann suchen wir dort.';

/** Die Seiten stehen im Akkusativ, hinter „auf“. */
export const ON_SIDE = {
  yes: (side: string): string => `Wahrscheinlich. Was ich bisher weiß, deutet auf ${side}.`,
  perhaps: (side: string, instead: string): string => `Es könnte sein, aber was ich bisher weiß, deutet mehr auf ${instead} als auf ${side}.`,
  no: (side: string, instead: string): string => `Wahrscheinlich nicht. Was ich bisher weiß, deutet auf ${instead}, nicht auf ${side}.`,
} as const;

export const FIND_OUT = 'Sagen Sie mir, was Sie wissen oder sehen. Finden Sie es nicht heraus, schreiben Sie „weiß ich nicht“, dann mache ich ohne die Antwort weiter.';

export const COULD_BE = {
  likeliest: (cause: string): string => `Ja, daran denke ich zuerst: **${cause}**.`,
  likely: (cause: string): string => `Ja, gut möglich: **${cause}**.`,
  possible: (cause: string): string => `Es könnte sein, aber anderes ist wahrscheinlicher: **${cause}**.`,
  unlikely: (cause: string): string => `Kaum. Bei einem solchen Fehler ist das selten: **${cause}**.`,
  elsewhere: (cause: string): string => `Das glaube ich nicht. Das zeigt sich anders: **${cause}**.`,
  unknown: (named: string): string => `Ich kenne nichts wie „${named}“, das dazu führt. Haben Sie einen Grund, das anzunehmen, sagen Sie mir, was Sie sehen.`,
  ruledOut: (cause: string): string => `Kaum, nach allem, was wir jetzt wissen: **${cause}**.`,
  reasons: (pro: readonly string[], contra: readonly string[]): string =>
    [...(pro.length > 0 ? [`Dafür spricht: ${inWords(pro)}.`] : []), ...(contra.length > 0 ? [`Dagegen spricht: ${inWords(contra)}.`] : [])].join(' '),
  step: (title: string): string => `Der Schritt dagegen ist **${title}**.`,
} as const;

import type { ChatTopic } from '../../../understanding/act.ts';
import type { Mood } from '../../../understanding/mood.ts';
import { inWords } from './names.ts';

const WHAT_TO_PASTE =
  'Hallo. Ich helfe, wenn eine Remotedesktopverbindung nicht klappt.\n\n' +
  'Fügen Sie ein, was auf dem Bildschirm steht, zum Beispiel:\n\n' +
  '```\nFehlercode: 0x904\nErweiterter Fehlercode: 0x7\n```\n\n' +
  'Im Fehlerfenster kopiert **Strg+C** den ganzen Text. Ihre eigenen Worte tun es auch.';

export const GREETING = `${WHAT_TO_PASTE} Ich schlage einen Schritt nach dem anderen vor, und den Support erreichen Sie jederzeit.`;
export const GREETING_ALONE = `${WHAT_TO_PASTE} Ich schlage einen Schritt nach dem anderen vor und kann alles für jemanden aufschreiben, der Ihnen hilft.`;

export const CHAT: Readonly<Record<ChatTopic, string>> = {
  greeting: 'Hallo.',
  thanks: 'Gern geschehen.',
  goodbye: 'Auf Wiedersehen. Dieses Gespräch bleibt hier, falls Sie es noch einmal brauchen.',
  insult: 'Das ist ärgerlich. Ich möchte Ihre Verbindung wieder zum Laufen bringen.',
  'small-talk': 'Ich bin ein Support-Assistent und kenne mich mit Remotedesktop besser aus als mit Plaudern.',
  capabilities:
    'Ich lese Fehler von Remotedesktop, finde heraus, was am wahrscheinlichsten nicht stimmt, und gebe Ihnen einen Schritt nach dem anderen, mit der Probe und dem Weg zurück. Hilft das nicht, eröffne ich ein Ticket mit allem, was versucht wurde, und die Antwort kommt hierher.',
  injection: 'Ich tue nur eines: Remotedesktopverbindungen wieder zum Laufen bringen.',
  hurry: 'Dann fasse ich mich kurz.',
  acknowledge: 'Gut.',
};

export const CAPABILITIES_ALONE =
  'Ich lese Fehler von Remotedesktop, finde heraus, was am wahrscheinlichsten nicht stimmt, und gebe Ihnen einen Schritt nach dem anderen, mit der Probe und dem Weg zurück. Hilft das nicht, schreibe ich alles auf, was versucht wurde, für jemanden, der weitermachen kann.';

export const FEELING: Readonly<Record<Mood, string>> = {
  angry: 'Es tut mir leid, dass Sie das von der Arbeit abhält.',
  hurried: 'Ich fasse mich kurz.',
  thankful: 'Gern geschehen.',
};

export const PROMPT = 'Fügen Sie die Fehlermeldung oder ihren Code ein, oder beschreiben Sie, was beim Verbinden passiert.';

export const FOREIGN: readonly string[] = [
  'Das sieht nicht nach einem Problem mit Remotedesktop aus, deshalb kann ich dabei nicht helfen.',
  'Auch das sieht nicht nach einem Problem mit Remotedesktop aus. Ich kenne mich nur damit aus, sich per Remotedesktop mit einem anderen Computer zu verbinden. Am meisten hilft mir der Text des Fehlerfensters.',
  'Ich kann noch immer nicht helfen: Was Sie beschreiben, sieht nicht nach einem Problem mit Remotedesktop aus. Möchten Sie mit dem Support sprechen?',
  'Auch das ist für mich kein Problem mit Remotedesktop. Der Support kann hier übernehmen.',
];

export const WHAT_I_NEED =
  'Wenn die Verbindung scheitert, sagt ein Fenster, warum. Klicken Sie darauf, drücken Sie **Strg+C**, kommen Sie hierher zurück und drücken Sie **Strg+V**. Gibt es kein Fenster, beschreiben Sie, was Sie sehen und wann.';

export function measuredSoFar(statements: readonly string[]): string {
  return statements.length === 0
    ? `Notiert. ${PROMPT}`
    : `Ich sehe: ${inWords(statements)}. Was sagt das Fenster beim Verbinden? Fügen Sie es ein, oder sagen Sie es in eigenen Worten.`;
}

export const EMPTY = `Bei mir kam eine leere Nachricht an. ${PROMPT}`;
export const ATTACHMENT = 'Dateien und Bilder kann ich nicht lesen. Fügen Sie bitte den Text ein: Im Fehlerfenster kopiert ihn **Strg+C**.';

export const OLD_CARD = 'Dieser Knopf gehört zu einem früheren Schritt und zählt nicht mehr.';
export const STILL_AT = 'Wir sind noch bei diesem Schritt';
export const WELCOME_BACK = 'Willkommen zurück. Machen wir dort weiter, wo wir aufgehört haben.';
export const RESTARTED = `Gut, von vorn. ${PROMPT}`;
export const STOPPED = 'Gut, ich höre hier auf. Schreiben Sie, wenn es weitergehen soll, oder „von vorn“.';

export function secretWarning(kinds: readonly string[]): string {
  return `Ihre Nachricht enthielt etwas Geheimes (${kinds.join(', ')}). Ich habe es geschwärzt und nicht gespeichert. Ändern Sie es bitte, denn es ging durch einen Chat.`;
}

export function notUnderstood(times: number, open: string | undefined): string {
  const reminder = open === undefined ? '' : ` Wir waren bei: **${open}**${/[.!?]$/.test(open) ? '' : '.'}`;
  const wordings = [
    'Ich bin nicht sicher, was Sie meinen. Ist es eines davon?',
    `Das kann ich noch nicht einordnen.${reminder} Was davon trifft es eher? Sie können auch einfügen, was auf dem Bildschirm steht.`,
    'Das verstehe ich leider nicht, und Raten würde Sie Zeit kosten. Möchten Sie mit dem Support sprechen?',
    `Auch damit komme ich nicht weiter.${reminder} Der Support kann hier übernehmen, mit allem bisher Gesagten.`,
  ];
  return wordings[times < wordings.length ? times : 2 + (times % 2)] ?? '';
}

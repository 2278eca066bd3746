import type { TicketStatus } from '../../ticket.ts';

export const OFFER_PERSON = 'Ich kann das an den Support übergeben. Das hier wird er lesen. Korrigieren Sie, was falsch ist oder fehlt.';
export const NOTHING_LEFT = 'Mir bleibt kein Schritt mehr, den Sie von dort aus gehen könnten. Der Support kann die Computer selbst ansehen, deshalb schlage ich vor, es zu übergeben.';
export const NOTHING_MORE = 'Mir bleibt kein Schritt, der hier helfen würde. Wenn sich etwas ändert oder eine andere Meldung kommt, sagen Sie es mir, dann machen wir weiter. Den Support bekommen Sie jederzeit: Ein Wort genügt.';
export const OFFER_STANDS = 'Ihr Bericht ist fertig. Soll ich das Ticket eröffnen?';
export const ADDED = 'Das habe ich ergänzt. Das hier wird der Support jetzt lesen.';
export const WITHDRAWN = 'Gut, kein Ticket.';
export const CORRECT = 'Sagen Sie mir, was zu ändern oder zu ergänzen ist. Ich setze es oben in den Bericht.';
export const OPENING = 'Ich eröffne das Ticket. Die Nummer bekommen Sie hier.';
export const OPENING_FAILED = 'Der Support ist gerade nicht erreichbar. Ihr Bericht ist sicher, und ich versuche es weiter.';
export const OPENING_REFUSED = 'Das System des Supports nimmt Ihren Bericht nicht an, und ein neuer Versuch würde daran nichts ändern. Wer diesen Assistenten betreibt, weiß Bescheid. Wenden Sie sich bitte auf anderem Weg an den Support. Ihr Bericht bleibt in diesem Chat, bereit zum Kopieren.';
export const WHAT_A_TICKET_DOES = 'Der Support liest genau diesen Text und antwortet hier. Bevor Sie es sagen, wird nichts verschickt.';
export const NO_TICKET = 'Es gibt noch kein Ticket. Schreiben Sie „Support“, dann bereite ich eines vor.';
export const RESOLVED_CHECK = 'Funktioniert die Verbindung jetzt?';

/** Einmal gefragt, am Tag danach. */
export const STILL_WORKING = 'Gestern ging die Verbindung wieder. Geht sie heute noch?';
export const RATE = 'Noch ein Klick, wenn Sie mögen: Wie war die Hilfe?';
/** Von der besten zur schlechtesten. */
export const RATING = ['Sehr gut', 'Gut', 'Mittel', 'Schlecht', 'Sehr schlecht'] as const;
export const RATED = 'Vielen Dank. Wenn Sie etwas dazu sagen möchten, schreiben Sie es einfach.';
export const RATING_LINE = 'Vielen Dank, das habe ich mit Ihrer Antwort weitergegeben.';

export const CLOSE_TICKET = 'Soll ich Ihr Ticket schließen? Der Support arbeitet dann nicht weiter daran.';
export const REOPEN_TICKET = 'Soll ich Ihr Ticket wieder öffnen?';
export const TOLD_CLOSE = 'Die Person hat das Ticket geschlossen.';
export const TOLD_REOPEN = 'Die Person hat das Ticket wieder geöffnet.';

export function closedByPerson(number: string | undefined): string {
  return number ? `Das Ticket #${number} ist geschlossen.` : 'Ihr Ticket ist geschlossen.';
}

export function reopenedByPerson(number: string | undefined): string {
  return `${number ? `Das Ticket #${number}` : 'Ihr Ticket'} ist wieder offen. Was Sie schreiben, geht dorthin.`;
}

export function onlyThisTicket(number: string | undefined): string {
  return number ? `In diesem Chat kenne ich nur das Ticket #${number}.` : 'In diesem Chat kenne ich nur Ihr Ticket, und es hat noch keine Nummer.';
}

export function nowWith(author: string): string {
  return `Sie sprechen jetzt mit ${author}: Was Sie schreiben, geht ins Ticket, und ich halte mich heraus. „Gibt es etwas Neues?“ beantworte ich weiterhin.`;
}

export function handedBack(author: string): string {
  return `${author} hat mir das Gespräch zurückgegeben.`;
}
export const BACK_WITH_ASSISTANT = 'Gut, ich bin wieder da. Das Ticket bleibt offen.';

export const KEEP_TRYING = 'Machen wir inzwischen weiter. Was Sie versuchen, kommt ins Ticket.';

export function meanwhile(step: string, outcome: string): string {
  return `Seither versucht: ${step}: ${outcome}.`;
}

export const REQUEST = {
  intro: 'Kopieren Sie das, und schicken Sie es an jemanden, der es tun kann:',
  greeting: 'Guten Tag, bei mir klappt die Remotedesktopverbindung nicht, und ich brauche Ihre Hilfe.',
  look: 'Bitte sehen Sie sich den Remotecomputer und das Netzwerk dazwischen an.',
  please: 'Bitte tun Sie Folgendes:',
  risk: 'Risiko:',
  check: 'Es hat geklappt, wenn:',
  undo: 'Rückgängig machen:',
  thanks: 'Vielen Dank.',
} as const;

export const TOLD_WORKS = 'Es geht jetzt.';
export const TOLD_WORKS_NOT = 'Es geht noch immer nicht.';

export function closedUntil(opening: string | undefined, note: string | undefined): string {
  const back = opening === undefined ? 'Der Support ist jetzt geschlossen.' : `Der Support ist jetzt geschlossen und wieder da am **${opening}**; mit einer Antwort ist danach zu rechnen.`;
  return note === undefined ? back : `${back} ${note}`;
}

export function ticketOpened(number: string): string {
  return `Ihr Ticket hat die Nummer **#${number}**. Alles, was Sie gesagt und versucht haben, steht darin; niemand wird Sie noch einmal danach fragen. Die Antwort kommt hierher, und was Sie ab jetzt schreiben, geht ins Ticket.`;
}

export function passedOn(number: string | undefined): string {
  return number ? `Das steht jetzt im Ticket #${number}.` : 'Das steht jetzt in Ihrem Bericht.';
}

export function noteRefused(number: string | undefined): string {
  return `Was Sie zuletzt geschrieben haben, kam nicht in ${number ? `das Ticket #${number}` : 'Ihr Ticket'}: Das System des Supports nimmt es nicht an. Sagen Sie es ihm bitte auf anderem Weg.`;
}

export function worksAgain(number: string | undefined): string {
  return `Das freut mich. ${number ? `Im Ticket #${number}` : 'In Ihrem Bericht'} steht es jetzt, damit niemand mehr danach sucht.`;
}

export function worksNot(number: string | undefined): string {
  return number ? `Im Ticket #${number} steht jetzt, dass es noch nicht geht.` : 'In Ihrem Bericht steht jetzt, dass es noch nicht geht.';
}

export function supportSays(author: string, text: string): string {
  return `**${author}** (Support): ${text}`;
}

const STATUS: Readonly<Record<TicketStatus | 'opening' | 'failed' | 'refused', string>> = {
  opening: 'wird gerade eröffnet',
  failed: 'konnte noch nicht eröffnet werden; ich versuche es weiter',
  refused: 'konnte nicht eröffnet werden: Das System des Supports nimmt es nicht an',
  new: 'wartet darauf, dass es jemand übernimmt',
  open: 'ist in Arbeit',
  waiting: 'wartet auf eine Antwort von Ihnen',
  resolved: 'ist als gelöst markiert',
  closed: 'ist geschlossen',
};

export function ticketStatus(number: string | undefined, status: keyof typeof STATUS): string {
  return number ? `Ticket #${number} ${STATUS[status]}.` : `Ihr Ticket ${STATUS[status]}.`;
}

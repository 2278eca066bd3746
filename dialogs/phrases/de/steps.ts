import type { Fix } from '../../../knowledge/compiler/types.ts';
import { RISK_LEVEL } from './card.ts';
import { minutes, oftenInWords, percent } from './names.ts';

export function becauseOf(statement: string): string {
  return `Dafür spricht: ${statement}.`;
}

export function whyThisOne({ because, cause, helps, takes, undo }: {
  readonly because?: string | undefined;
  readonly cause?: { readonly title: string; readonly probability: number } | undefined;
  readonly helps?: number | undefined;
  readonly takes: number;
  readonly undo: 'nothing' | 'can' | 'must';
}): string {
  const reasons = [
    ...(because === undefined ? [] : [`${because.charAt(0).toUpperCase()}${because.slice(1)}.`]),
    cause ? `Die wahrscheinlichste Ursache, die er behebt, ist **${cause.title}** (${percent(cause.probability)}).` : 'Er hilft gegen Ursachen, die sich noch nicht unterscheiden lassen.',
    `${helps === undefined ? 'Der Schritt' : `Der Schritt hilft in etwa ${percent(helps)} solcher Fälle,`} dauert ${minutes(takes)} und ${UNDO[undo]}.`,
  ];
  return reasons.join(' ');
}

const UNDO = {
  nothing: 'hinterlässt nichts, was rückgängig zu machen wäre',
  can: 'lässt sich rückgängig machen',
  must: 'muss gleich nach dem Test rückgängig gemacht werden',
} as const;

export function chosenByYou(instead: string | undefined, helps: number): string {
  const other = instead === undefined ? '' : ` Nach dem, was ich weiß, würde ich erst ${instead} versuchen.`;
  return `Gern. Das behebt ${oftenInWords(helps)}.${other}`;
}

export function unchangedStep(title: string): string {
  return `Der nächste Schritt bleibt **${title}**.`;
}

export function riskOf(risk: Fix['risk'], undo: string): string {
  const level = risk.text.startsWith(RISK_LEVEL[risk.level]) ? '' : `${RISK_LEVEL[risk.level]}. `;
  return `Risiko: ${level}${risk.text}\n\nSo machen Sie es rückgängig: ${undo}`;
}

export function notedOf(step: string, text: string): string {
  return `Zu **${step}**: ${text}`;
}

export const WENT = {
  worked: (title: string): string => `**${title}** hat geholfen`,
  failed: (title: string): string => `**${title}** hat nicht geholfen`,
  left: (title: string): string => `**${title}** bleibt weg`,
} as const;

export const NO_SUCH_STEP = 'So einen Schritt habe ich für diesen Fehler nicht.';
export const ALREADY_TRIED = 'Das haben Sie schon versucht, und es hat nicht geholfen.';
export const SKIPPED = 'Gut, das überspringen wir.';
export const STILL_WORKS = 'Gut. Wenn es wiederkommt, sagen Sie es mir, dann mache ich hier weiter.';
export const SOLVED_BUT = 'Gut, dieser Teil geht jetzt.';
export const NOT_YET = 'Es geht also noch nicht. Ich frage, um herauszufinden, welcher Schritt Ihre Zeit wert ist.';
export const DONE_PASTE = 'Gut. Was wurde ausgegeben? Fügen Sie es hier ein, oder wählen Sie die Antwort.';
export const WHY_I_ASK = 'Von der Antwort hängt der nächste Schritt ab, damit Sie nichts umsonst versuchen. Wenn Sie es nicht herausfinden, schreiben Sie „weiß ich nicht“, dann mache ich ohne die Antwort weiter.';
export const CANNOT_UNDO = 'So sollte es nicht bleiben, denn es schwächt die Sicherheit. Wenn Sie es nicht rückgängig machen können, bitten Sie den Support darum.';
export const TAKE_YOUR_TIME = 'Lassen Sie sich Zeit. Sagen Sie mir dann, wie es ausgegangen ist.';
export const NOTHING_AT_RISK = 'Bisher wurde nichts geändert, und ohne Sie wird auch nichts geändert.';
export const ONLY_ASKING = 'Das ist ungefährlich: Ich frage nur. Ihre Antwort ändert nichts, und ein Befehl, der zu einer Frage gehört, liest nur.';
export const DONE_CHECK = 'Gut. Funktioniert die Verbindung jetzt?';
export const DID_NOT_HELP = 'Das war es nicht.';
export const SOLVED = 'Sehr gut. Schön, dass es wieder geht.';
export const SOLVED_OTHERWISE = 'Schön, dass es geht. Ich rechne es keinem meiner Schritte an. Wenn Sie wissen, woran es lag, sagen Sie es mir; das hilft dem Nächsten.';
export const HELPED_IN_PART = 'Dann ist das noch nicht alles. Machen wir weiter.';
export const NOT_APPLICABLE = 'Dann ist der Schritt nichts für Sie, und ich lasse ihn weg.';
export const SOLVED_AFTER_TEST = 'Gut, damit ist die Ursache klar. Was Sie gerade geändert haben, schwächt aber die Sicherheit und war nur ein Test. Machen Sie es zuerst rückgängig.';
export const UNDO_TEST = 'Dieser Test hat die Sicherheit geschwächt. Machen Sie ihn rückgängig, bevor wir weitermachen.';
export const CAME_BACK = 'Das tut mir leid. Dann war es nicht die eigentliche Lösung. Machen wir weiter.';

const ADMINISTRATOR_WINDOW =
  'suchen Sie es im Startmenü, klicken Sie es mit der rechten Maustaste an, wählen Sie *Als Administrator ausführen*, und führen Sie den Befehl noch einmal aus. Wenn es diese Auswahl nicht gibt, sagen Sie mir, dass Sie kein Administrator sind.';

const TOOL_HELP: Readonly<Record<string, string>> = {
  'access-denied': `Das Fenster, in dem Sie es ausgeführt haben, hat keine Administratorrechte. Schließen Sie es, ${ADMINISTRATOR_WINDOW}`,
  'elevation-required': `Dieser Befehl braucht ein Fenster, das als Administrator läuft: ${ADMINISTRATOR_WINDOW}`,
  'not-recognised':
    'Diesen Befehl kennt der Computer nicht. Es ist das falsche Fenster (PowerShell oder Eingabeaufforderung), ein Buchstabe fehlt, oder das Werkzeug ist hier nicht installiert. Prüfen Sie, ob es das Fenster ist, das der Schritt nennt, und fügen Sie den Befehl noch einmal ein.',
  'execution-policy': 'Windows blockiert auf diesem Computer Skriptdateien. Fügen Sie den Befehl selbst in das Fenster ein, statt eine Datei auszuführen. An der Einstellung müssen Sie nichts ändern.',
  'rpc-unavailable': 'Der Remotecomputer hat dem Werkzeug nicht geantwortet. Vielleicht blockiert ihn eine Firewall, oder der Name stimmt nicht. Führen Sie den Befehl, wenn Sie können, auf dem Remotecomputer selbst aus.',
  'module-missing': 'Der Teil von Windows, zu dem dieser Befehl gehört, ist hier nicht installiert. Führen Sie ihn auf einem Computer aus, der ihn hat, meist einem Server, oder überspringen Sie ihn.',
};

export function toolHelp(problem: string | undefined): string {
  return (problem === undefined ? undefined : TOOL_HELP[problem]) ?? 'Der Befehl selbst ist fehlgeschlagen; über Ihre Verbindung sagt das noch nichts. Fügen Sie alles ein, was im Fenster steht, oder sagen Sie mir, dass ich ihn überspringen soll.';
}

export const EXPLAINED = {
  yourself: (title: string, where: string): string => `**${title}**: Das können Sie selbst tun, ${where}.`,
  bySomebody: (title: string, who: string, where: string): string => `**${title}**: Das macht ${who}, ${where}.`,
  purpose: (causes: readonly string[]): string => `Es hilft gegen:\n${causes.join('\n')}`,
  apart: (causes: readonly string[]): string => `Es unterscheidet:\n${causes.join('\n')}`,
  check: (check: string, confidence: string): string => `Es hat geklappt, wenn: ${check} ${confidence}`,
  command: (title: string, where: string, admin: boolean): string =>
    `${title} (${where}${admin ? ', als Administrator' : ''}). Der Befehl liest nur. Fügen Sie ein, was er ausgibt.`,
} as const;

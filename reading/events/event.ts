import type { Observation } from '../evidence.ts';
import { hoursBetween, readDate } from '../dates.ts';
import type { Page } from '../page.ts';
import { observe, type Reader } from '../reader.ts';
import { createWordFinder } from '../word-finder.ts';
import { EVENT_TEXTS } from './event-texts.ts';
import { providerOf, TELLING_IDS, type Provider } from './providers.ts';

const WORD =
  "event ?id|eventid|event|ereignis-?id|ereignis|id d'événement|id de l'événement|événement|id\\. de evento|id\\.? del? evento|id do evento|evento|id evento|gebeurtenis-id|gebeurtenis|" +
  'identyfikator zdarzenia|zdarzenie|код события|событие|イベント ?id|事件 ?id|事件';
const BY_WORD = new RegExp(`(?<![a-z])(?:${WORD})s?(?: number| no\\.?| code)?(?:[\\s:=#"'([]{0,6})(?:qualifiers=['"]\\d{1,6}['"]>)?(\\d{1,5})(?![\\w%]|[.:]\\d)`, 'g');
const BY_TAG = /<eventid(?: [^>]{0,40})?>(\d{1,5})</g;
/** `Id : 1058` of Get-WinEvent, and its table: a date, then the number and the level. */
/** The same as JSON. */
const BY_KEY = /"(?:(?<=(?:providername|logname|timecreated|leveldisplayname|machinename)[^]{0,400}")id|id(?="\s?:[^]{0,400}(?:providername|logname|timecreated|leveldisplayname|machinename))|event_?id|instanceid)"\s?:\s?"?(\d{1,5})(?!\d)/g;
const BY_FIELD = /(?:^|\n)[ \t>]{0,4}(?:id|eventid|instanceid)\s{1,20}:\s{1,3}(\d{1,5})(?=\s|$)/g;
const BY_ROW = /(?:am|pm|\d:\d{2})\s{1,20}(\d{1,5})\s{1,6}(?:error|warning|information|critical|fehler|warnung|informationen|kritisch|erreur|avertissement|errore|advertencia|erro|aviso)/g;
const LOG_WORDS = /event ?log|\bevents?\b|event viewer|ereignisanzeige|journal|eventvwr|system ?log|logs?\b|ereignis|visor de eventos|schannel|remoteconnectionmanager/;
const LONE_ID = /(?<![\w.:/-])(\d{4,5})(?![\w.:/%-]|\s?(?:gb|mb|ms|times))/g;
const DENIED = /(?:^|[^a-z])(?:no|not|without|never|kein|keine|aucun|sin|ningún)(?: (?:any|an?|such|see|find|matching|events?|id)){0,3}[ -]{1,2}$/;
/** Numbers on the command line are asked for, not found. */
const COMMAND = /filterhashtable|filterxpath|filterxml|get-winevent |get-eventlog |wevtutil qe|\*\[system\[/;
const LONGEST_COMMAND = 400;
const MOST_EVENTS = 30;
const findPhrases = createWordFinder(EVENT_TEXTS.map(({ any }) => any));

interface EventPlace {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly provider?: Provider;
  /** Known by its words; its number may stand after them. */
  readonly byWords?: boolean;
}

export const eventReader: Reader = {
  hint: /event|remoteconnectionmanager|terminalservices|"id"|\bid\s{1,20}:|ereignis|événement|zdarzeni|событи|イベント|事件|gebeurtenis|evento|schannel|certificate|zertifikat|termdd|rdp|tcp socket|session|disconnect|warnung|fatal alert|private key|log on|logged on|locked out|\d\s{1,20}(?:error|warning|information)|listener|protocol stream|incomplete connections|authentication succeeded|authenticate with|secure session|remotedesktop|server|credential|licensing|konto|beim anmelden/,
  read(page, now) {
    const places = merged([...byNumber(page), ...byText(page)]);
    const kinds = new Map<string, { readonly place: EventPlace; readonly fields: ReturnType<typeof fieldsOf>; readonly count: number }>();
    for (const [at, place] of places.entries()) {
      const previousEnd = places[at - 1]?.end ?? 0;
      const nextStart = places[at + 1]?.start ?? page.lower.length;
      const fields = fieldsOf(place, page.lower, previousEnd, nextStart, now);
      const key = `${place.id} ${fields.provider} ${fields.credential}`;
      const known = kinds.get(key);
      const count = (known?.count ?? 0) + 1;
      // Lists run forwards or backwards; what bears on this attempt is the youngest.
      const isYounger = known === undefined || (fields.ageHours ?? Infinity) < (known.fields.ageHours ?? Infinity);
      kinds.set(key, isYounger ? { place, fields, count } : { ...known, count });
    }
    return [...kinds.values()].slice(0, MOST_EVENTS).map(({ place, fields, count }): Observation => observe('event', { ...fields, count }, page, place.start, place.end));
  },
};

function byNumber(page: Page): EventPlace[] {
  const { lower } = page;
  const hasCommand = COMMAND.test(lower);
  const places: EventPlace[] = [];
  for (const pattern of [BY_WORD, BY_TAG, BY_KEY, BY_FIELD, BY_ROW]) {
    for (const match of lower.matchAll(pattern)) {
      if (places.length > 400) break;
      if (isNoEvent(lower, match.index, hasCommand)) continue;
      const digits = match[1] ?? '';
      const end = match.index + match[0].lastIndexOf(digits) + digits.length;
      places.push({ id: Number(digits), start: match.index, end });
    }
  }
  if (LOG_WORDS.test(lower)) {
    for (const match of lower.matchAll(LONE_ID)) {
      const id = Number(match[1]);
      if (!TELLING_IDS.has(id) || places.length > 400) continue;
      if (isNoEvent(lower, match.index, hasCommand)) continue;
      places.push({ id, start: match.index, end: match.index + match[0].length });
    }
  }
  return places;
}

function isNoEvent(lower: string, at: number, hasCommand: boolean): boolean {
  if (DENIED.test(lower.slice(Math.max(0, at - 16), at))) return true;
  if (!hasCommand) return false;
  const lineStart = Math.max(lower.lastIndexOf('\n', at - 1) + 1, at - LONGEST_COMMAND);
  return COMMAND.test(lower.slice(lineStart, at));
}

function byText(page: Page): EventPlace[] {
  const places: EventPlace[] = [];
  for (const index of findPhrases(page.flat)) {
    const text = EVENT_TEXTS[index];
    if (text === undefined) continue;
    const { id, provider, any } = text;
    for (const phrase of any) {
      const at = page.flat.indexOf(phrase);
      if (at === -1) continue;
      places.push({ id, provider, byWords: true, start: page.unflat(at), end: page.unflat(at + phrase.length - 1) + 1 });
      break;
    }
  }
  return places;
}

/** In order; a text and a number of the same event are that event, whichever comes first. */
function merged(places: readonly EventPlace[]): readonly EventPlace[] {
  const kept: EventPlace[] = [];
  for (const place of [...places].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    const same = kept.findLast(({ id }) => id === place.id);
    if (last !== undefined && place.start < last.end && place.provider === undefined) continue;
    if (same?.byWords === true && place.byWords !== true) {
      kept[kept.indexOf(same)] = { ...same, byWords: false, end: place.end };
      continue;
    }
    if (same !== undefined && place.provider !== undefined) {
      if (same.provider === undefined) kept[kept.indexOf(same)] = { ...same, provider: place.provider };
      continue;
    }
    kept.push(place);
  }
  return kept;
}

/** The source of an event as lists, dialogs, XML and JSON label it, in the languages of the event viewer. */
const SOURCE =
  /(?:(?:^|[\n>{,;|])[ \t>]{0,6}"?(?:provider ?name|source(?: ?name)?|eventsource|quelle|origine?|origem|fuente|bron|źródło|источник|ソース|来源)"?\s{0,16}[:=]\s{0,16}"?|<provider name=['"])([a-z][\w .()/-]{1,80}?)(?=\s*(?:["'\n\r,;<]|$)| {2,}| (?:date|datum|time|id|event ?id)\b)/g;
/** The head of a table that Get-WinEvent prints for each source. */
const TABLE_HEAD = /providername: {1,4}([a-z][\w .()/-]{1,80}?)(?=\s*\n| {2,}|\s*$)/g;
/** A row of the event viewer: the source stands right before the number. */
const ROW_SOURCE = /(?:\d(?: ?[ap]m)?|\t|error|warning|information|fehler|warnung|informationen)(?:\t| {2,})([a-z.][\w .()-]{2,60}?)(?:\t| {2,})$/;

/** What the log itself names as the source of the event at this place. */
function sourceNamed(lower: string, place: EventPlace, previousEnd: number, nextStart: number): string | undefined {
  const from = Math.max(previousEnd, place.start - NEAR);
  const before = [...lower.slice(from, place.start).matchAll(SOURCE)].at(-1)?.[1];
  if (before !== undefined) return before;
  const row = ROW_SOURCE.exec(lower.slice(Math.max(from, lower.lastIndexOf('\n', place.start - 1) + 1), place.start))?.[1];
  if (row !== undefined) return row;
  const head = [...lower.slice(0, place.start).matchAll(TABLE_HEAD)].at(-1)?.[1];
  if (head !== undefined) return head;
  return [...lower.slice(place.end, Math.min(nextStart, place.end + NEAR)).matchAll(SOURCE)][0]?.[1];
}

/** How far from the number the source, the date and the status are looked for. */
const NEAR = 400;

function fieldsOf(place: EventPlace, lower: string, previousEnd: number, nextStart: number, now: Date) {
  const before = lower.slice(Math.max(previousEnd, place.start - NEAR), place.start);
  const after = lower.slice(place.start, Math.min(nextStart, place.end + NEAR));
  const time = timeOf(before, after);
  const named = place.byWords === true && place.provider !== undefined ? undefined : sourceNamed(lower, place, previousEnd, nextStart);
  const source = place.provider !== undefined && named === undefined ? { provider: place.provider, named: true } : providerOf(place.id, `${after}\n${before}`, named);
  return {
    id: place.id,
    ...source,
    time: time?.toISOString(),
    ageHours: time === undefined ? undefined : hoursBetween(time, now),
    reason: reasonOf(place.id, after),
    reasonCode: reasonCodeOf(after),
    alert: alertOf(after),
    credential: place.id === 36870 || place.id === 36871 ? credentialOf(after) : undefined,
  };
}

/** Schannel says whose credential failed; that of a client is some program's outgoing connection. */
function credentialOf(after: string): 'server' | 'client' | 'unsaid' {
  const match = /(?:tls|ssl)[ -](server|client)[ -]?(?:credential|anmeldeinformation)|(?:anmeldeinformationen für (?:tls-|ssl-)?|anmeldeinformationen (?:des|für) (?:tls-|ssl-)?)(server|client)|d'identification (?:du|de) (serveur|client)|credenciales? (?:de|del) (?:la )?(servidor|cliente)/.exec(after);
  const whose = match?.slice(1).find((group) => group !== undefined);
  if (whose === undefined) return 'unsaid';
  return whose.startsWith('serv') ? 'server' : 'client';
}

/** A date stands so far before the number at most. */
const LONGEST_ROW = 100;

/** On the same line before the number, or behind a label of date. */
function timeOf(before: string, after: string): Date | undefined {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const labelled = /(?:date|datum|fecha|data|logged|timecreated|time created|protokolliert|systemtime|timegenerated|дата)[^\d\n]{1,24}(\d[^\n]{5,30})/.exec(`${before}\n${after}`);
  // A line that is cut must not begin within a number.
  const near = line.length <= LONGEST_ROW ? line : line.slice(-LONGEST_ROW).replace(/^[\d.:/-]+/, '');
  const read = readDate(near) ?? readDate(labelled?.[1] ?? '');
  return read === undefined || read.ambiguous ? undefined : read.date;
}

function reasonOf(id: number, after: string): string | undefined {
  if (/access is denied|access denied|zugriff verweigert|accès refusé|acceso denegado|0x80070005/.test(after)) return 'access-denied';
  if (/object already exists|objekt ist bereits vorhanden|0x8009000f/.test(after)) return 'object-already-exists';
  if (/keyset does not exist|schlüsselsatz (?:ist )?nicht vorhanden|0x80090016/.test(after)) return 'keyset-does-not-exist';
  return (id === 1057 || id === 1058) && /status code was/.test(after) ? 'other' : undefined;
}

function reasonCodeOf(after: string): number | undefined {
  const match = /reason code (\d{1,5})|disconnect reason is (\d{1,5})|operation failed, error (\d{1,6})|reason ?= ?(\d{1,6})/.exec(after);
  const digits = match?.slice(1).find((group) => group !== undefined);
  return digits === undefined ? undefined : Number(digits);
}

function alertOf(after: string): number | undefined {
  const match = /(?:fatal alert|alert|fatal error) (?:code|description) is (\d{1,3})|defined fatal (?:alert|error) code is (\d{1,3})/.exec(after);
  const digits = match?.[1] ?? match?.[2];
  return digits === undefined ? undefined : Number(digits);
}

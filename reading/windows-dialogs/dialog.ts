import { hoursBetween } from '../dates.ts';
import { observe, type Reader } from '../reader.ts';
import { createWordFinder } from '../word-finder.ts';
import type { Page } from '../page.ts';
import { findText, type DialogText } from './dialog-text.ts';
import { TRANSLATED_TEXTS } from './translated-texts.ts';
import { WINDOWS_TEXTS } from './windows-texts.ts';

const TEXTS: readonly DialogText[] = [...WINDOWS_TEXTS, ...TRANSLATED_TEXTS];
const findPhrases = createWordFinder(TEXTS.map(({ any }) => any.map((phrase) => (typeof phrase === 'string' ? phrase : (phrase[0] ?? '')))));

/** Texts that stand inside another one and say less. */
const SAYS_LESS: Readonly<Record<string, readonly string[]>> = {
  'cannot-connect': ['one-of-these-reasons', 'cannot-find-computer', 'console-session', 'gateway-refused'],
  'session-ended': ['connection-lost', 'session-ended-error', 'taken-over', 'idle-limit', 'ended-by-admin', 'logged-off', 'protocol-error', 'encryption-error', 'internal-error'],
  'authentication-error': ['lsa-unreachable', 'function-not-supported', 'credssp-oracle'],
  'nla-required': ['nla-no-domain-controller'],
};

/** Always MM/DD/YY with AM or PM, in UTC, in every language. */
const TIMESTAMP = /(?<!\d)(\d{2})\/(\d{2})\/(\d{2}) (\d{1,2}):(\d{2}):(\d{2}) ([ap])m/;
const ACTIVITY = /[:=]\s{0,3}\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/;
const HEADINGS = /(?:^|\n)[ \t>]{0,8}\[[^\]\n]{2,40}\][ \t\r]*(?=\n)/g;
const HEX_LINE = /[:\s]0x[0-9a-f]{1,8}\b/;

export const dialogReader: Reader = {
  hint: /[a-z\u0080-\uffff]{3}/,
  read(page, now) {
    const found = textsOn(page);
    const block = blockOn(page, now);
    if (found.length === 0) {
      return block === undefined ? [] : [observe('dialog', block.fields, page, block.start, block.end)];
    }
    return found.map(({ text, start, end }, at) =>
      observe('dialog', { text: text.id, code: text.code, extended: text.extended, ...(at === 0 ? block?.fields : {}) }, page, start, end),
    );
  },
};

interface FoundText {
  readonly text: DialogText;
  readonly start: number;
  readonly end: number;
}

function textsOn(page: Page): readonly FoundText[] {
  const found = new Map<string, FoundText>();
  for (const at of [...findPhrases(page.flat)].sort((a, b) => a - b)) {
    const text = TEXTS[at];
    if (text === undefined || found.has(text.id)) continue;
    const place = findText(page.flat, text);
    if (place === undefined) continue;
    found.set(text.id, { text, start: page.unflat(place[0]), end: page.unflat(place[1] - 1) + 1 });
  }
  for (const [less, more] of Object.entries(SAYS_LESS)) {
    if (more.some((id) => found.has(id))) found.delete(less);
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** The expanded part of the dialog, known by its shape: a timestamp, an activity id, or headings in brackets above a hexadecimal line. */
function blockOn(page: Page, now: Date): { fields: Record<string, string | number>; start: number; end: number } | undefined {
  const { lower } = page;
  const stamp = TIMESTAMP.exec(lower);
  const activity = /activity|aktivität|activité|actividad|atividade|attività|activiteit|aktywno|активн|アクティビティ|活动|活動|활동/.test(lower) ? ACTIVITY.exec(lower) : null;
  const headings = [...lower.matchAll(HEADINGS)];
  const shaped = headings.length >= 2 && HEX_LINE.test(lower);
  if (stamp === null && activity === null && !shaped) return undefined;
  const time = stamp === null ? undefined : stampTime(stamp);
  const fields: Record<string, string | number> = {};
  if (time !== undefined) {
    fields['timestamp'] = time.toISOString();
    fields['ageHours'] = hoursBetween(time, now);
  }
  if (activity?.[1] !== undefined) fields['activityId'] = activity[1];
  const places = [stamp, activity, shaped ? headings[0] : null].filter((match) => match !== null && match !== undefined);
  const first = places.reduce((a, b) => (b.index < a.index ? b : a));
  return { fields, start: first.index, end: first.index + first[0].length };
}

function stampTime(match: RegExpExecArray): Date | undefined {
  const [, month, day, year, hour, minute, second, half] = match;
  const hours = (Number(hour) % 12) + (half === 'p' ? 12 : 0);
  if (Number(month) > 12 || Number(day) > 31 || Number(minute) > 59) return undefined;
  return new Date(Date.UTC(2000 + Number(year), Number(month) - 1, Number(day), hours, Number(minute), Number(second)));
}

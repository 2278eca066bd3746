const HOUR = 3_600_000;

/** Whole tenths of hours from `then` to `now`; negative when `then` lies ahead. */
export function hoursBetween(then: Date, now: Date): number {
  return Math.round((now.getTime() - then.getTime()) / (HOUR / 10)) / 10;
}

/** Whole days from `now` to `then`, rounded down; negative when past. */
export function daysUntil(then: Date, now: Date): number {
  return Math.floor((then.getTime() - now.getTime()) / (24 * HOUR));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES: Readonly<Record<string, number>> = {
  ...Object.fromEntries(MONTHS.map((name, at) => [name, at + 1])),
  mär: 3, mrz: 3, mai: 5, okt: 10, dez: 12, janv: 1, fév: 2, févr: 2, mars: 3, avr: 4, juin: 6, juil: 7, aoû: 8, déc: 12,
  ene: 1, abr: 4, ago: 8, dic: 12, gen: 1, mag: 5, giu: 6, lug: 7, set: 9, ott: 10, fev: 2, out: 10,
};

/** A date as tools print it, in the order of day and month that fits. `ambiguous` when both orders do and say different days. */
export interface ReadDate {
  readonly date: Date;
  readonly ambiguous: boolean;
}

const ISO = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]{1,2}(\d{1,2}):(\d{2})(?::(\d{2}))?)?/;
const JAPANESE = /(?<!\d)(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/;
const NUMERIC = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(?:[ ,]{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([ap])\.?m)?)?/;
const DAY_NAME = /(?<!\d)(\d{1,2})\.?(?: de)? ([\p{L}]{3,10})\.?,?(?: de)? (\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?/u;
const NAME_DAY = /(?<!\p{L})([\p{L}]{3,9})\.? (\d{1,2}),? (?:(\d{1,2}):(\d{2})(?::(\d{2}))? )?(\d{4})/u;

/** In which order day and month of a numeric date stand. */
type DateOrder = 'day-first' | 'month-first';

/** The order that the first numeric date of a piece shows, where only one of the two is a date. */
export function dateOrderOf(piece: string): DateOrder | undefined {
  const [, first, , second] = NUMERIC.exec(piece) ?? [];
  if (first === undefined || second === undefined) return undefined;
  if (Number(first) > 12) return 'day-first';
  return Number(second) > 12 ? 'month-first' : undefined;
}

/**
 * The first date in a short piece of lower-case text; times without a zone count as UTC.
 * `order` is what another date of the same output showed.
 */
export function readDate(piece: string, order?: DateOrder): ReadDate | undefined {
  const iso = ISO.exec(piece);
  if (iso !== null) return exact(iso[1], iso[2], iso[3], iso[4], iso[5], iso[6]);
  const japanese = JAPANESE.exec(piece);
  if (japanese !== null) return exact(japanese[1], japanese[2], japanese[3]);
  const numeric = NUMERIC.exec(piece);
  if (numeric !== null) return numericDate(numeric, order);
  const dayName = DAY_NAME.exec(piece);
  const byDay = dayName === null ? undefined : monthOf(dayName[2]);
  if (dayName !== null && byDay !== undefined) return exact(dayName[3], String(byDay), dayName[1], dayName[4], dayName[5], dayName[6]);
  const nameDay = NAME_DAY.exec(piece);
  const byName = nameDay === null ? undefined : monthOf(nameDay[1]);
  if (nameDay !== null && byName !== undefined) return exact(nameDay[6], String(byName), nameDay[2], nameDay[3], nameDay[4], nameDay[5]);
  return undefined;
}

function monthOf(name: string | undefined): number | undefined {
  if (name === undefined) return undefined;
  return MONTH_NAMES[name.slice(0, 4)] ?? MONTH_NAMES[name.slice(0, 3)];
}

function exact(year?: string, month?: string, day?: string, hour?: string, minute?: string, second?: string): ReadDate | undefined {
  const date = utc(Number(year), Number(month), Number(day), Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0));
  return date === undefined ? undefined : { date, ambiguous: false };
}

/** Dots mean day first; a slash means month first, unless only the other order is a date. */
function numericDate(match: RegExpExecArray, order: DateOrder | undefined): ReadDate | undefined {
  const [, first, separator, second, yearText, hourText, minute, seconds, half] = match;
  const year = Number(yearText) + (yearText?.length === 2 ? 2000 : 0);
  const hour = half === undefined ? Number(hourText ?? 0) : (Number(hourText) % 12) + (half === 'p' ? 12 : 0);
  const of = (month: number, day: number): Date | undefined => utc(year, month, day, hour, Number(minute ?? 0), Number(seconds ?? 0));
  const dayFirst = of(Number(second), Number(first));
  const monthFirst = of(Number(first), Number(second));
  const known = order === 'day-first' ? dayFirst : order === 'month-first' ? monthFirst : undefined;
  if (known !== undefined) return { date: known, ambiguous: false };
  const preferred = separator === '/' && half !== undefined ? monthFirst : separator === '/' ? (monthFirst ?? dayFirst) : dayFirst;
  const date = preferred ?? dayFirst ?? monthFirst;
  if (date === undefined) return undefined;
  const both = dayFirst !== undefined && monthFirst !== undefined && dayFirst.getTime() !== monthFirst.getTime();
  return { date, ambiguous: both && separator === '/' && half === undefined };
}

function utc(year: number, month: number, day: number, hour: number, minute: number, second: number): Date | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1970 || year > 2200) return undefined;
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}

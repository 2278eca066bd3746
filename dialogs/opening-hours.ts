/** When the helpdesk's people are there, by the clock of their own place. Plain JSON. */
export interface OpeningHours {
  /** IANA name, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** For each day from Sunday on: from and until, in minutes since midnight; ascending. */
  readonly week: readonly (readonly (readonly [from: number, until: number])[])[];
  /** `2026-12-24`, or `12-25` for every year. */
  readonly holidays: readonly string[];
  /** Said besides while it is closed: whom to call, or that nobody is there. */
  readonly note?: string;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** Days that are looked through for the next opening: a year. */
const HORIZON_DAYS = 366;

/** Whether somebody is there. Pure. */
export function isOpen(hours: OpeningHours, now: Date): boolean {
  const { date, minutes } = wallClock(hours.timeZone, now);
  return onDay(hours, date).some(([from, until]) => from <= minutes && minutes < until);
}

/** When somebody is there again, for a time when nobody is; undefined where that is not within a year. Pure. */
export function nextOpening(hours: OpeningHours, now: Date): Date | undefined {
  const today = wallClock(hours.timeZone, now).date;
  for (let day = 0; day <= HORIZON_DAYS; day += 1) {
    const date = new Date(today.getTime() + day * DAY_MINUTES * MINUTE_MS);
    for (const [from] of onDay(hours, date)) {
      const opening = atWallClock(hours.timeZone, date.getTime() + from * MINUTE_MS);
      if (opening.getTime() > now.getTime()) return opening;
    }
  }
  return undefined;
}

/** `Monday, November 23, 9:00 AM GMT+1`, by the helpdesk's clock. */
export function openingInWords({ timeZone }: OpeningHours, at: Date, locale = 'en-US'): string {
  return new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' })
    .format(at)
    .replace(' at ', ', ')
    .replace(/\u202f/g, ' ');
}

/** @param date a day of the place's calendar, as midnight UTC. */
function onDay({ week, holidays }: OpeningHours, date: Date): OpeningHours['week'][number] {
  const name = date.toISOString().slice(0, 10);
  return holidays.includes(name) || holidays.includes(name.slice(5)) ? [] : (week[date.getUTCDay()] ?? []);
}

/** What the clock and the calendar show there: the day as midnight UTC, and minutes since midnight. */
function wallClock(timeZone: string, at: Date): { readonly date: Date; readonly minutes: number } {
  const shown = at.getTime() + offsetMs(timeZone, at);
  const date = new Date(Math.floor(shown / (DAY_MINUTES * MINUTE_MS)) * DAY_MINUTES * MINUTE_MS);
  return { date, minutes: Math.floor((shown - date.getTime()) / MINUTE_MS) };
}

/** The moment at which the clock there shows this time (given as if it were UTC). In the hour that a clock skips, the moment after it. */
function atWallClock(timeZone: string, shown: number): Date {
  const near = new Date(shown - offsetMs(timeZone, new Date(shown)));
  return new Date(shown - offsetMs(timeZone, near));
}

/** How far the clock there is ahead of UTC. */
function offsetMs(timeZone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((each) => each.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(at.getTime() / 1000) * 1000;
}

import { z } from 'zod';
import type { OpeningHours } from '../dialogs/opening-hours.ts';
import { optional } from './public-settings.ts';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAY_MINUTES = 24 * 60;

/** `Mon-Fri 9:00-16:00, Sat 10:00-12:00 13:00-14:00`: the week, from Sunday on. */
export const openingWeek = optional.transform((value, context): OpeningHours['week'] | undefined => {
  if (value === undefined) return undefined;
  const week: [number, number][][] = DAYS.map(() => []);
  for (const part of value.split(',')) {
    const fault = (why: string): typeof z.NEVER => {
      context.addIssue({ code: 'custom', message: `has "${part.trim()}"${why}; it must be days and times, such as Mon-Fri 9:00-16:00, Sat 10:00-12:00` });
      return z.NEVER;
    };
    const [days = '', ...times] = part.trim().split(/\s+/);
    const open = daysOf(days);
    const spans = times.map(spanOf);
    if (open === undefined || spans.length === 0) return fault('');
    for (const span of spans) {
      if (span === undefined) return fault(', whose times cannot be read');
      for (const day of open) {
        if (week[day]?.some(([from, until]) => span[0] < until && from < span[1])) return fault(`, which overlaps with what stands there for ${titled(day)} already`);
        week[day]?.push(span);
      }
    }
  }
  for (const spans of week) spans.sort((a, b) => a[0] - b[0]);
  return week;
});

/** `2026-12-24, 12-25`: with the year for one, without it for all. */
export const holidayList = optional.transform((value, context): readonly string[] | undefined => {
  const days = (value ?? '').split(',').map((each) => each.trim()).filter((each) => each !== '');
  for (const day of days) {
    // A leap year, so that 02-29 is a day.
    const full = day.length === 5 ? `2024-${day}` : day;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(full) || Number.isNaN(Date.parse(full)) || new Date(full).toISOString().slice(0, 10) !== full) {
      context.addIssue({ code: 'custom', message: `has "${day}", which is no day; write 2026-12-24, or 12-25 for every year` });
    }
  }
  return days.length === 0 ? undefined : days;
});

export const timeZone = optional.transform((value, context): string | undefined => {
  if (value === undefined) return undefined;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    context.addIssue({ code: 'custom', message: `is "${value}", which is no time zone; write its IANA name, such as Europe/Berlin or America/New_York` });
    return z.NEVER;
  }
});

interface HoursVariables {
  readonly HELPDESK_HOURS?: OpeningHours['week'] | undefined;
  readonly HELPDESK_HOLIDAYS?: readonly string[] | undefined;
  readonly HELPDESK_TIME_ZONE?: string | undefined;
  readonly HELPDESK_CLOSED_NOTE?: string | undefined;
}

/** The part of the site that they make: nothing where no hours are set. */
export function hoursOf({ HELPDESK_HOURS: week, HELPDESK_TIME_ZONE: zone, HELPDESK_HOLIDAYS: holidays = [], HELPDESK_CLOSED_NOTE: note }: HoursVariables): { readonly hours?: OpeningHours } {
  return week && zone !== undefined ? { hours: { week, timeZone: zone, holidays, ...(note !== undefined && { note }) } } : {};
}

/** `Mon-Fri`, `Sat`, `Fri-Mon`. */
function daysOf(text: string): readonly number[] | undefined {
  const [first = -1, last = first] = text.toLowerCase().split('-').map((name) => (name.length < 3 ? -1 : DAYS.findIndex((day) => name.startsWith(day))));
  if (first < 0 || last < 0 || text.split('-').length > 2) return undefined;
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, n) => (first + n) % 7);
}

function spanOf(text: string): [number, number] | undefined {
  const [, from, until] = /^([\d:]+)-([\d:]+)$/.exec(text) ?? [];
  const span = [minutesOf(from), minutesOf(until)] as const;
  return span[0] !== undefined && span[1] !== undefined && span[0] < span[1] ? [span[0], span[1]] : undefined;
}

/** `9:00`, `9`, `24:00`. */
function minutesOf(text: string | undefined): number | undefined {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?::(\d{2}))?$/.exec(text ?? '') ?? [];
  const all = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && all <= DAY_MINUTES ? all : undefined;
}

function titled(day: number): string {
  const name = DAYS[day] ?? '';
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

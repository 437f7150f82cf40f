/** Calendar dates without a zone, `YYYY-MM-DD`: the only kind of day that rules, facts and cards know. */

/** A calendar date, `YYYY-MM-DD`. Such strings sort in the order of time, so `<` and `>` compare them. */
export type CalendarDate = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Milliseconds of a day of 24 hours, which every day of UTC has. */
export const dayMs = 86_400_000;

/** Whether the text is a date that exists: `2018-02-30` is not one. */
export function isCalendarDate(text: string): boolean {
  const match = pattern.exec(text);
  if (!match) return false;
  return calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/**
 * The date of a year, a month (1–12) and a day, all of them whole numbers, or `undefined` where the calendar has none. By arithmetic,
 * because a large import asks for a million dates.
 */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  return day <= lastDayOf(year, month) ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
}

function lastDayOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The UTC day of a moment given in milliseconds since 1970. */
export function dateOf(epochMs: number): CalendarDate {
  const days = Math.floor(epochMs / dayMs);
  return days >= firstDay && days <= lastDay ? fastDateOf(days) : new Date(epochMs).toISOString().slice(0, 10);
}

/** The days of the years 1000 to 9999, counted from 1970. */
const [firstDay, lastDay] = [-354_285, 2_932_896];

/**
 * The date of a day, by arithmetic on years that begin in March, so that the leap day is the last one: judging a large
 * partner makes a million dates, and a `Date` takes ten times as long for each.
 */
function fastDateOf(days: number): CalendarDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return `${yearOfEra + era * 400 + (month <= 2 ? 1 : 0)}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** The date `days` later (or earlier, if negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOf(Date.parse(date) + days * dayMs);
}

/** The same day `months` later; where that month is shorter, its last day (31 January + 1 = 28 February). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return dateOf(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

/** How many days `to` lies after `from`; negative if it lies before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

const someMonday: CalendarDate = '1970-01-05';

/** The Monday of the week that a day lies in. */
export function mondayOf(date: CalendarDate): CalendarDate {
  const since = daysBetween(someMonday, date) % 7;
  return addDays(date, since < 0 ? -since - 7 : -since);
}

/** The later of two dates, either of which may be missing. */
export function later(one: CalendarDate | undefined, other: CalendarDate | undefined): CalendarDate | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

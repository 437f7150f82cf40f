/** Calendar dates without a zone, `YYYY-MM-DD`: the only kind of day that rules, facts and cards know. */

/** A calendar date, `YYYY-MM-DD`. Such strings sort in the order of time, so `<` and `>` compare them. */
export type CalendarDate = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

/** Whether the text is a date that exists: `2018-02-30` is not one. */
export function isCalendarDate(text: string): boolean {
  const match = pattern.exec(text);
  if (!match) return false;
  return calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** The date of a year, a month (1–12) and a day, or `undefined` where the calendar has none. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  const made = new Date(Date.UTC(year, month - 1, day));
  const exists =
    year >= 1000 && made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  return exists ? made.toISOString().slice(0, 10) : undefined;
}

/** The UTC day of a moment given in milliseconds since 1970. */
export function dateOf(epochMs: number): CalendarDate {
  return new Date(epochMs).toISOString().slice(0, 10);
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

/** The later of two dates, either of which may be missing. */
export function later(one: CalendarDate | undefined, other: CalendarDate | undefined): CalendarDate | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

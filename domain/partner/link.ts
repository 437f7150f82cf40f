/** A link ties a person's learning account to one organisation at a time; Partner Center limits how often that may happen. */
import { addDays, addMonths, later, type CalendarDate } from '../basics/date';
import type { Policies } from '../programme/policy';

/** The most links a year, and the days between two, counted from the start of the last one (domain.md 1.5, "limits"). */
const linksAYear = 3;
const daysBetweenLinks = 30;

/** Why no other link is allowed before a day. */
export interface LinkLimit {
  readonly code: 'thirty-days' | 'third-this-year';
  /** The first day on which one is allowed again. */
  readonly until: CalendarDate;
}

/**
 * What stands against linking on a day, from all links that are known, with this organisation or another; nothing where it
 * is allowed. Of both limits the one that lasts longer is given. `associationYear` says what a year is.
 */
export function linkLimitOn(
  day: CalendarDate,
  links: readonly CalendarDate[],
  { associationYear }: Pick<Policies, 'associationYear'>,
): LinkLimit | undefined {
  const known = [...new Set(links)].filter((link) => link <= day).sort();
  const last = known.at(-1);
  const soon = last && addDays(last, daysBetweenLinks);
  const third = known.at(-linksAYear);
  const full = third && (associationYear === 'calendar' ? newYearAfter(third) : addMonths(third, 12));
  const until = later(soon, full);
  if (until === undefined || until <= day) return undefined;
  return { code: until === full ? 'third-this-year' : 'thirty-days', until };
}

/** The links left in the year of a day. */
export function linksLeftOn(
  day: CalendarDate,
  links: readonly CalendarDate[],
  { associationYear }: Pick<Policies, 'associationYear'>,
): number {
  const isInYear = (link: CalendarDate) =>
    associationYear === 'calendar' ? link.slice(0, 4) === day.slice(0, 4) : addMonths(link, 12) > day;
  const made = [...new Set(links)].filter((link) => link <= day && isInYear(link));
  return Math.max(0, linksAYear - made.length);
}

function newYearAfter(day: CalendarDate): CalendarDate {
  return `${Number(day.slice(0, 4)) + 1}-01-01`;
}

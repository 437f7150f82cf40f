/** The partner day is the calendar day at a moment in the time zone of the partner: the only way from a clock to the day of rules. */
import { dateOf, dayMs, type CalendarDate } from '../basics/date';
import { firstMoment, localTimeOf } from '../basics/local-time';
import type { Policies } from '../programme/policy';

/** The time zone by which a partner counts its days (IANA name). */
export type PartnerZone = Pick<Policies, 'timeZone'>;

/** The day at a moment (milliseconds since 1970): standing, expiry, renewal, risk and alerts are those of this day. */
export function partnerDayAt(moment: number, { timeZone }: PartnerZone): CalendarDate {
  return timeZone === 'UTC' ? dateOf(moment) : localTimeOf(moment, timeZone).date;
}

/** Zones lie at most 14 hours ahead of UTC; one hour more, so that the search begins on the day before. */
const earliest = 15 * 3_600_000;

/**
 * The moment, in milliseconds since 1970, at which a day begins for the partner. Where clocks are put forward at midnight it is
 * the first moment after that.
 */
export function partnerDayBegins(day: CalendarDate, { timeZone }: PartnerZone): number {
  const begins = Date.parse(day);
  if (timeZone === 'UTC') return begins;
  return firstMoment(({ date }) => date >= day, { from: begins - earliest, timeZone }) ?? begins + dayMs;
}

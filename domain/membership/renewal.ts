/** The renewal is the day on which a membership is judged again, with the days around it on which something must be done. */
import { countingDays } from '../counting/credits/counting-delay';
import { addDays, type CalendarDate } from '../basics/date';
import type { Membership } from '../partner/partner';
import type { Policies } from '../programme/policy';

const yearDays = 365;
const windowDays = 30;
const secondReminderDay = 23;

export interface Renewal {
  /** The day on which the membership ends and its requirements are checked. */
  readonly anniversary: CalendarDate;
  /** Days before the anniversary on which Laurel looks and warns (policy `laurelReminders`). */
  readonly checks: readonly { readonly on: CalendarDate; readonly daysBefore: number }[];
  readonly windowOpens: CalendarDate;
  /** Microsoft's second reminder. */
  readonly secondReminder: CalendarDate;
  /** The last day to renew; benefits run until here. */
  readonly windowCloses: CalendarDate;
  /** Where the membership stands: running, in the window, or lapsed because the window has closed. */
  readonly phase: 'running' | 'window' | 'lapsed';
  /** What the anniversary after this one will be, if it is renewed (under `renewal`: if on the day the window opens). */
  readonly nextAnniversary: CalendarDate;
  /** The last day to pass an exam so that it still counts on the anniversary, with time for a second try. */
  readonly lastSafeExam: CalendarDate;
}

/** The renewal that is ahead, or the one that was missed, as seen on `today` (`domain.md` 1.7; 365 days, leap year or not). */
export function renewalOf(membership: Membership, policies: Policies, today: CalendarDate): Renewal {
  const anniversary = anniversaryOf(membership, policies, today);
  const windowOpens = addDays(anniversary, policies.renewalWindow === 'anniversary' ? 0 : 1);
  const windowCloses = addDays(anniversary, windowDays);
  return {
    anniversary,
    checks: policies.laurelReminders
      .filter((day) => day < 0)
      .map((day) => ({ on: addDays(anniversary, day), daysBefore: -day })),
    windowOpens,
    secondReminder: addDays(anniversary, secondReminderDay),
    windowCloses,
    phase: today < windowOpens ? 'running' : today <= windowCloses ? 'window' : 'lapsed',
    nextAnniversary: addDays(policies.nextAnniversaryRule === 'renewal' ? windowOpens : anniversary, yearDays),
    lastSafeExam: lastSafeExamOf(anniversary, policies),
  };
}

/** The last day to pass an exam so that it still counts on an anniversary, with time for a second try. */
export function lastSafeExamOf(
  anniversary: CalendarDate,
  policies: Pick<Policies, 'countingDelay' | 'retakeBuffer'>,
): CalendarDate {
  return addDays(anniversary, -countingDays(policies) - policies.retakeBuffer);
}

/** Each renewal made by `today` moves the anniversary on by a year. */
function anniversaryOf({ boughtOn, renewedOn }: Membership, policies: Policies, today: CalendarDate): CalendarDate {
  return renewedOn
    .filter((day) => day <= today)
    .reduce(
      (anniversary, renewed) => addDays(policies.nextAnniversaryRule === 'renewal' ? renewed : anniversary, yearDays),
      addDays(boughtOn, yearDays),
    );
}

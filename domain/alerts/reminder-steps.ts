/** Reminder steps are the days on which the same matter is told again, nearer to its end: only the newest one that is reached counts. */
import { addDays, addMonths, type CalendarDate } from '../basics/date';

export interface ReminderStep {
  /** What the step is called in keys. */
  readonly name: string;
  readonly on: CalendarDate;
}

/** The newest step that has been reached, if any. */
export function newestReminderStep(steps: readonly ReminderStep[], today: CalendarDate): ReminderStep | undefined {
  return steps
    .filter(({ on }) => on <= today)
    .reduce<ReminderStep | undefined>((newest, step) => (newest && newest.on >= step.on ? newest : step), undefined);
}

/** Months before the expiry from which on a certification can be renewed. */
const renewableMonths = 6;
const certificationDays = [90, 30, 7] as const;

/** When the holder of a certification hears of its expiry (`certificationRenewalLead` of `domain.md` 1.8). */
export function certificationSteps(until: CalendarDate): readonly ReminderStep[] {
  return [
    { name: '6m', on: addMonths(until, -renewableMonths) },
    ...certificationDays.map((days) => ({ name: `${days}d`, on: addDays(until, -days) })),
  ];
}

/** Enough days for the first step of every certification. */
export const certificationReach = 190;

/** When Partner Center writes about the renewal of a specialization, as days after its anniversary. */
export const ownRenewalReminders = [-120, -90, -60, -30, 0, 30] as const;

/** The steps of a renewal, as days after its anniversary. */
export function runwaySteps(
  anniversary: CalendarDate,
  days: readonly number[],
): readonly (ReminderStep & { days: number })[] {
  return days.map((after) => ({ name: String(after), days: after, on: addDays(anniversary, after) }));
}

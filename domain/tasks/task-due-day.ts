/** The due day of a task, worked back from the last day on which an exam can be passed so that it counts in time. */
import { addDays, type CalendarDate } from '../basics/date';
import { countingDays } from '../counting/credits/counting-delay';
import { lastSafeExamOf } from '../membership/renewal';
import type { Policies } from '../programme/policy';

/** Days that a person is given where no day ends the time. */
const openEnded = 90;
/** Days between two exams of one person, where one has to come before the other. */
const daysBetweenExams = 14;
/** Days that a person is given where the safe days are over. */
const shortest = 7;

/**
 * Returns the due days of so many credentials that one person earns one after the other, the last on the last safe exam day
 * before `by`. Without `by` there are 90 days; where the safe days are over, the last day on which a first try still counts.
 */
export function dueDaysOf(
  count: number,
  { today, by, policies }: { readonly today: CalendarDate; readonly by?: CalendarDate; readonly policies: Policies },
): readonly CalendarDate[] {
  const last = lastDueDay(today, by, policies);
  return Array.from({ length: count }, (_, index) => {
    const due = addDays(last, -daysBetweenExams * (count - 1 - index));
    return due > today ? due : addDays(today, 1) < last ? addDays(today, 1) : last;
  });
}

function lastDueDay(today: CalendarDate, by: CalendarDate | undefined, policies: Policies): CalendarDate {
  if (by === undefined) return addDays(today, openEnded);
  const safe = lastSafeExamOf(by, policies);
  if (safe > today) return safe;
  const last = addDays(by, -countingDays(policies));
  return last > today ? last : addDays(today, shortest);
}

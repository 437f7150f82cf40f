/** The qualification window is the span before a renewal in which a score must reach its goal on at least one day. */
import { addDays, addMonths, type CalendarDate } from '../basics/date';
import type { Policies } from '../programme/policy';

export interface QualificationWindow {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const monthsBefore = 5;
const daysBefore = 30;

/**
 * The window of an anniversary; which one it is, the sources say differently at different times (policy
 * `designationWindow`, with the sources in `policy.ts`).
 */
export function qualificationWindowOf(
  anniversary: CalendarDate,
  { designationWindow }: Pick<Policies, 'designationWindow'>,
): QualificationWindow {
  if (designationWindow === 'thirty-days-before')
    return { from: addDays(anniversary, -daysBefore), to: addDays(anniversary, -1) };
  const firstOfMonth = `${anniversary.slice(0, 7)}-01`;
  const from = addMonths(firstOfMonth, -monthsBefore);
  const endOfMonth = addDays(addMonths(firstOfMonth, 1), -1);
  return { from, to: designationWindow === 'rolling-six-months' ? anniversary : endOfMonth };
}

/** The counting delay: 24 hours after the link and after the pass before an achievement counts (policy `countingDelay`). */
import { type CalendarDate, addDays, later } from '../basics/date';
import type { Achievement, Person } from '../partner/person';
import type { Policies } from '../programme/policy';
import type { Judgement } from './judgement';

/**
 * The first day on which an achievement may count. The delay runs from the link or from the pass, whichever is later,
 * because Partner Center needs it after each of the two; in whole days, because facts are known by the day.
 */
export function countsFromOf(
  { completedOn }: Pick<Achievement, 'completedOn'>,
  { linkedOn }: Person,
  { countingDelay }: Policies,
): CalendarDate {
  return addDays(later(completedOn, linkedOn) ?? completedOn, Math.ceil(countingDelay / 24));
}

const settledDays = new WeakMap<Judgement, CalendarDate>();

/** The last day on which something could be earned that counts on the day of the judgement: worked out once, asked for everybody. */
export function settledDayOf(judgement: Judgement): CalendarDate {
  const known = settledDays.get(judgement);
  if (known !== undefined) return known;
  const day = addDays(judgement.asOf, -Math.ceil(judgement.policies.countingDelay / 24));
  settledDays.set(judgement, day);
  return day;
}

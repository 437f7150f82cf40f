/** The counting delay: 24 hours after the link and after the pass before an achievement counts (policy `countingDelay`). */
import { type CalendarDate, addDays, later } from '../../basics/date';
import type { Achievement, Person } from '../../partner/people/person';
import type { Policies } from '../../programme/policy';
import type { Judgement } from './judgement';

/** The whole days from a pass, or a link, until an achievement counts: the policy is in hours, and facts are known by the day. */
export function countingDays({ countingDelay }: Pick<Policies, 'countingDelay'>): number {
  return Math.ceil(countingDelay / 24);
}

/**
 * The first day on which an achievement may count. The delay runs from the link or from the pass, whichever is later,
 * because Partner Center needs it after each of the two.
 */
export function countsFromOf(
  { completedOn }: Pick<Achievement, 'completedOn'>,
  { linkedOn }: Person,
  policies: Policies,
): CalendarDate {
  return addDays(later(completedOn, linkedOn) ?? completedOn, countingDays(policies));
}

const settledDays = new WeakMap<Judgement, CalendarDate>();

/** The last day on which something could be earned that counts on the day of the judgement: worked out once, asked for everybody. */
export function settledDayOf(judgement: Judgement): CalendarDate {
  const known = settledDays.get(judgement);
  if (known !== undefined) return known;
  const day = addDays(judgement.asOf, -countingDays(judgement.policies));
  settledDays.set(judgement, day);
  return day;
}

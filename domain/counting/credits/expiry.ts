/** When an achievement lapses: the day of the file, else a day computed from the completion. */
import { type CalendarDate, addMonths } from '../../basics/date';
import type { Achievement } from '../../partner/people/person';
import type { Credential } from '../../programme/credential';

type Dated = Pick<Achievement, 'completedOn' | 'expiresOn'>;

const oneYearSince = '2021-06-30';

const twoYearsSince = '2019-07-01';

/**
 * The last day on which an achievement is valid, or `undefined` if it does not lapse. The date of the export wins; else
 * role-based certifications are valid for 12 months since 2021-06-30, for 24 months before, and for 30 months if earned
 * before 2019-07-01 (policy `certificationValidity`), and those of GitHub for two years (field-2026.md 0.1).
 */
export function expiryOf(achievement: Dated, credential: Credential): CalendarDate | undefined {
  if (achievement.expiresOn !== undefined) return achievement.expiresOn;
  const { completedOn } = achievement;
  if (credential.validity === 'unlimited') return undefined;
  if (credential.validity === 'two-years') return addMonths(completedOn, 24);
  const months = completedOn >= oneYearSince ? 12 : completedOn >= twoYearsSince ? 24 : 30;
  return addMonths(completedOn, months);
}

/**
 * The computed expiry of an achievement, `undefined` where the file prints one or it does not lapse. A renewal extends a
 * certification without a new row in every layout, so a computed day may have been put off on Learn since.
 */
export function computedExpiryOf(achievement: Dated, credential: Credential): CalendarDate | undefined {
  return achievement.expiresOn === undefined ? expiryOf(achievement, credential) : undefined;
}

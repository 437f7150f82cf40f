/**
 * Retirement: how long a certification or exam that Microsoft has withdrawn still counts for those who earned it in time. Plans no
 * longer propose one that retires before it would count: `planning/level-path.ts`.
 */
import { addMonths, type CalendarDate } from '../../basics/date';
import type { Credential } from '../../programme/credential';
import type { Policies } from '../../programme/policy';
import type { Hindrance } from './hindrance';
import type { Judgement } from './judgement';

/** Why a credential that was earned on a day does not count because of its retirement; undefined where it does. */
export function retirementHindrance(
  completedOn: CalendarDate,
  credential: Credential,
  { asOf, policies }: Judgement,
): Hindrance | undefined {
  const { retiredOn } = credential;
  if (retiredOn === undefined) return undefined;
  if (completedOn > retiredOn) return { code: 'earned-after-retirement', on: retiredOn };
  const countedUntil = countedUntilOf(credential, policies)!;
  return asOf > countedUntil ? { code: 'retired', on: retiredOn, countedUntil } : undefined;
}

/** The last day on which a retired credential counts, where it was earned in time; `undefined` for one that has not retired. */
export function countedUntilOf(credential: Credential, policies: Policies): CalendarDate | undefined {
  const { retiredOn, countsUntil } = credential;
  if (countsUntil !== undefined || retiredOn === undefined) return countsUntil;
  const known = graces.get(credential);
  if (known?.months === policies.retiredExamGraceMonths) return known.until;
  const months = policies.retiredExamGraceMonths;
  const until = addMonths(retiredOn, months);
  graces.set(credential, { months, until });
  return until;
}

/** The end of the grace of each credential, because it is asked for everybody who holds it. */
const graces = new WeakMap<Credential, { readonly months: number; readonly until: CalendarDate }>();

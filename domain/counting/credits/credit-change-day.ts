/** A turn is a day on which a person may bring something else than on the day before. */
import { countedUntilOf } from './retirement';
import { departureOf } from './departure';
import { expiryOf } from './expiry';
import { countingDays, countsFromOf } from './counting-delay';
import type { Credential, CredentialIndex } from '../../programme/credential';
import { addDays, addMonths, type CalendarDate } from '../../basics/date';
import type { Achievement, Person } from '../../partner/people/person';
import type { Policies } from '../../programme/policy';

/** What says when the credit of a person turns. */
export interface CreditChange {
  readonly index: CredentialIndex;
  readonly policies: Policies;
  readonly after: CalendarDate;
  /** A day so long before `after` that what was earned by then counts by now: no turn of it lies ahead. */
  readonly settledBy: CalendarDate;
}

/** From when on people's credits may turn, for {@link nextCreditChangeOf}. */
export function creditChangesAfter(after: CalendarDate, index: CredentialIndex, policies: Policies): CreditChange {
  return { index, policies, after, settledBy: addDays(after, -countingDays(policies)) };
}

/** The first day on which a person may bring something else than on the day before; `undefined` where no such day comes. */
export function nextCreditChangeOf(
  person: Person,
  { index, policies, after, settledBy }: CreditChange,
): CalendarDate | undefined {
  let first: CalendarDate | undefined;
  const put = (day: CalendarDate | undefined) => {
    if (day !== undefined && day > after && (first === undefined || day < first)) first = day;
  };
  const { linkedOn } = person;
  put(departureOf(person, policies)?.on);
  put(linkedOn);
  if (linkedOn !== undefined && linkedOn > settledBy) put(countsFromOf({ completedOn: linkedOn }, person, policies));
  for (const achievement of person.achievements) {
    const credential = index(achievement);
    if (!credential) continue;
    const { completedOn } = achievement;
    put(completedOn);
    if (completedOn > settledBy || (linkedOn !== undefined && linkedOn > settledBy))
      put(countsFromOf(achievement, person, policies));
    for (const day of lastDays(achievement, credential, policies))
      if (day !== undefined && day >= after && (first === undefined || day < first)) put(addDays(day, 1));
  }
  return first;
}

/** The days on which credentials of a person, of those that are named, may count for the last time; those of going among them. */
export function lastCreditDaysOf(
  person: Person,
  { index, named, policies }: { readonly named: ReadonlySet<string> } & Pick<CreditChange, 'index' | 'policies'>,
): readonly CalendarDate[] {
  const ends = person.achievements.flatMap((achievement) => {
    const credential = index(achievement);
    return credential && named.has(credential.id) ? lastDays(achievement, credential, policies) : [];
  });
  const departure = departureOf(person, policies);
  const gone = departure && ends.length > 0 ? addDays(departure.on, -1) : undefined;
  return [...ends, gone].filter((day) => day !== undefined);
}

/** The last days on which an achievement may count. */
function lastDays(
  achievement: Achievement,
  credential: Credential,
  policies: Policies,
): readonly (CalendarDate | undefined)[] {
  return [
    expiryOf(achievement, credential),
    countedUntilOf(credential, policies),
    policies.skillAgeLimit > 0 ? addMonths(achievement.completedOn, policies.skillAgeLimit) : undefined,
  ];
}

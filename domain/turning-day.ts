/** Turning days are the days on which time alone changes what counts: between two of them every standing stays as it is. */
import { departureOf, countedUntilOf, countsFromOf, expiryOf } from './counting';
import { indexCredentials, type Credential, type CredentialIndex } from './credential';
import { addDays, addMonths, type CalendarDate } from './date';
import type { Achievement, Person } from './person';
import type { Policies } from './policy';
import type { Programme } from './programme';
import type { Facts } from './standing';

/** Every day after `after` on which something may change, each once, in order. */
export function turningDaysOf(programme: Programme, facts: Facts, after: CalendarDate): readonly CalendarDate[] {
  const index = indexCredentials(programme.credentials);
  const days = new Set<CalendarDate>();
  const put = (day: CalendarDate | undefined) => void (day !== undefined && day > after && days.add(day));
  rulesDays(programme).forEach(put);
  for (const person of facts.people) for (const day of personDays(person, index, facts.policies)) put(day);
  return [...days].sort();
}

/** The first day after `after` on which something may change, or `undefined` where nothing will. */
export function nextTurningDay(programme: Programme, facts: Facts, after: CalendarDate): CalendarDate | undefined {
  const index = indexCredentials(programme.credentials);
  let first: CalendarDate | undefined;
  const put = (day: CalendarDate | undefined) => {
    if (day !== undefined && day > after && (first === undefined || day < first)) first = day;
  };
  rulesDays(programme).forEach(put);
  const turning = turningAfter(after, index, facts.policies);
  for (const person of facts.people) put(nextTurnOf(person, turning));
  return first;
}

function rulesDays({ competencies, effectiveTo }: Programme): readonly (CalendarDate | undefined)[] {
  const options = competencies.flatMap((competency) => competency.options);
  return [
    effectiveTo && addDays(effectiveTo, 1),
    ...options.flatMap(({ effectiveFrom, requirements }) => [
      effectiveFrom,
      ...requirements.flatMap((rule) => [rule.effectiveFrom, rule.effectiveTo && addDays(rule.effectiveTo, 1)]),
    ]),
  ];
}

function personDays(person: Person, index: CredentialIndex, policies: Policies): readonly (CalendarDate | undefined)[] {
  const days: (CalendarDate | undefined)[] = [departureOf(person, policies)?.on, person.linkedOn];
  for (const achievement of person.achievements) {
    const credential = index(achievement);
    if (!credential) continue;
    days.push(achievement.completedOn, countsFromOf(achievement, person, policies));
    for (const day of lastDays(achievement, credential, policies)) days.push(day && addDays(day, 1));
  }
  return person.linkedOn === undefined
    ? days
    : [...days, countsFromOf({ completedOn: person.linkedOn }, person, policies)];
}

/** The days to the end of which an achievement may count. */
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

/** What says when the credit of a person turns. */
export interface Turning {
  readonly index: CredentialIndex;
  readonly policies: Policies;
  readonly after: CalendarDate;
  /** A day so long before `after` that what was earned by then counts by now: no turn of it lies ahead. */
  readonly settledBy: CalendarDate;
}

/** From when on people's credits may turn, for {@link nextTurnOf}. */
export function turningAfter(after: CalendarDate, index: CredentialIndex, policies: Policies): Turning {
  return { index, policies, after, settledBy: addDays(after, -Math.ceil(policies.countingDelay / 24)) };
}

/** The first day on which a person may bring something else than on the day before; `undefined` where no such day comes. */
export function nextTurnOf(person: Person, { index, policies, after, settledBy }: Turning): CalendarDate | undefined {
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
